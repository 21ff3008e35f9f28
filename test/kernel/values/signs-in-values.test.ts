// A password may begin with any sign, and have any in it, but for those that end a value in its notation.
import { describe, expect, test } from "vitest";
import { createRedactor } from "../../../src/index.ts";

interface Notation {
  readonly line: (value: string) => string;
  /** Signs that are no part of a value, or say something of it, where they come first. */
  readonly first: string;
  /** Those that end it. */
  readonly inside: string;
}

const QUOTES = "\"'`";

const notations: Readonly<Record<string, Notation>> = {
  "name=value": { line: (value) => `password=${value}`, first: "<", inside: `<>${QUOTES}` },
  "name = value": { line: (value) => `password = ${value}`, first: "<>", inside: `<>${QUOTES}` },
  "name: value": { line: (value) => `password: ${value}`, first: "<>", inside: `<>${QUOTES}` },
  header: { line: (value) => `X-Api-Key: ${value}`, first: "<>", inside: `<>${QUOTES}` },
  bearer: {
    line: (value) => `Authorization: Bearer ${value}`,
    first: `<>${QUOTES}`,
    inside: `<>${QUOTES}`,
  },
  cookie: { line: (value) => `Cookie: sid=${value}; a=b`, first: ";<>", inside: `;<>${QUOTES}` },
  json: { line: (value) => `{"password":"${value}"}`, first: '"\\', inside: '"\\' },
  "JSON in JSON": {
    line: (value) => JSON.stringify({ body: JSON.stringify({ password: value }) }),
    first: "",
    inside: "",
  },
  "single quotes": { line: (value) => `{'password': '${value}'}`, first: "'", inside: "'" },
  arrow: { line: (value) => `"password" => "${value}"`, first: '"', inside: '"' },
  yaml: { line: (value) => `password: "${value}"`, first: '"', inside: '"' },
  element: { line: (value) => `<password>${value}</password>`, first: '<"', inside: '<"' },
  attribute: { line: (value) => `<login password="${value}"/>`, first: '"', inside: '"' },
  "key and value": { line: (value) => `<add key="password" value="${value}"/>`, first: '"', inside: '"' },
  "query string": { line: (value) => `GET /?password=${value}&a=b`, first: "&<", inside: `&<>${QUOTES}` },
  "connection string": {
    line: (value) => `Server=x;Password=${value};Database=y`,
    first: ";<",
    inside: `;<>${QUOTES}`,
  },
  flag: { line: (value) => `run --password ${value} now`, first: "&,-<>|", inside: `<>${QUOTES}` },
  "flag=": { line: (value) => `run --password=${value} now`, first: "<", inside: `<>${QUOTES}` },
  Java: { line: (value) => `User(password=${value}, name=x)`, first: "<", inside: `<>${QUOTES}` },
};

const signs = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter(
  (sign) => !/[a-z0-9]/i.test(sign),
);

describe("signs in a value", () => {
  const { redact } = createRedactor();
  for (const [name, { line, first, inside }] of Object.entries(notations)) {
    test(`${name}: at its start`, () => {
      const shown = signs.filter((sign) => redact(line(`${sign}hunter2x`)).includes("hunter2x"));
      expect(shown.filter((sign) => !first.includes(sign))).toEqual([]);
    });

    test(`${name}: inside`, () => {
      const shown = signs.filter((sign) => redact(line(`hun${sign}hunter2x`)).includes("hunter2x"));
      expect(shown.filter((sign) => !inside.includes(sign))).toEqual([]);
    });
  }

  const angled = Object.entries(notations).filter(
    ([name, { first }]) => first.includes("<") && name !== "element",
  );
  test.each(angled)("%s: a token after an angle bracket is one, a word is none", (_, { line }) => {
    expect(redact(line("<Zq8Lw2Xk9Vb4"))).not.toContain("Zq8Lw2Xk9Vb4");
    for (const none of ["<none", "<hunter2x", "<Zq8Lw2X", "<ZQ8LW2XK9VB4", "<Zqxlwnxkovba"])
      expect(redact(line(none))).toBe(line(none));
  });
});
