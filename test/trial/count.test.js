import { expect, test } from "vitest";
import { count, findSecrets, hasNameBefore } from "./count.js";
import { PROGRAMS } from "./programs.js";
import { makeSecrets } from "./secrets.js";
import { toTable } from "./table.js";

const secret = `aB3 "c&d'é+/x9Zq`.replace("é", "e");

/** @type {Record<string, string>} */
const spellings = {
  "as it is": secret,
  JSON: JSON.stringify(secret),
  "JSON in JSON": JSON.stringify(JSON.stringify(secret)),
  "percent-encoded": encodeURIComponent(secret),
  "percent-encoded twice": encodeURIComponent(encodeURIComponent(secret)),
  form: `${new URLSearchParams({ a: secret })}`,
  "\\u0022": secret.replace(/\W/g, (c) => `\\u00${c.charCodeAt(0).toString(16).toUpperCase()}`),
  "\\x22": secret.replace(/\W/g, (c) => `\\x${c.charCodeAt(0).toString(16)}`),
  "\\042": secret.replace(/\W/g, (c) => `\\${c.charCodeAt(0).toString(8).padStart(3, "0")}`),
  HTML: secret.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/'/g, "&#39;"),
  shell: `'${secret.replaceAll("'", `'\\''`)}'`,
  SQL: `'${secret.replaceAll("'", "''")}'`,
  "base64 of user and password": Buffer.from(`ann:${secret}`).toString("base64"),
  "base64 of SASL PLAIN": Buffer.from(`\0an\0${secret}`).toString("base64"),
  coloured: secret.replace(/\W+/g, "\u001b[32m$&\u001b[0m"),
  "a list of bytes": `[${Array.from(Buffer.from(secret)).join(", ")}]`,
  hexadecimal: Buffer.from(secret).toString("hex").toUpperCase(),
};

test.each(Object.entries(spellings))("a secret is found: %s", (_, text) => {
  expect(findSecrets(`a ${text} b`, { secret })).toHaveLength(1);
});

test("another text is not", () => {
  expect(findSecrets(`a ${secret.replace("x", "y")} b`, { secret })).toEqual([]);
  expect(findSecrets(Buffer.from(`ann:${secret.slice(1)}`).toString("base64"), { secret })).toEqual([]);
});

test("what a span does not cover whole is left, what covers none is something else", () => {
  const text = "password=sesame99 sesame99 tokens=5 \npassword=\nsesame99";
  const spans = [
    { rule: "key/password", start: 9, end: 17 },
    { rule: "key/password", start: 18, end: 22 },
    { rule: "key/token", start: 34, end: 35 },
  ];
  expect(count(text, spans, { secret: "sesame99" })).toEqual({
    bytes: text.length,
    planted: 3,
    left: 2,
    leftBesideName: 1,
    others: { "key/token": 1 },
  });
});

test("a name counts on the same line only", () => {
  expect(hasNameBefore("api_key: x", { secret: "", start: 9, end: 10 })).toBe(true);
  expect(hasNameBefore("api_key:\nx", { secret: "", start: 9, end: 10 })).toBe(false);
});

test("every program has a name of its own, something to run, and only secrets that it is given", () => {
  const names = PROGRAMS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, code, run, secrets } of PROGRAMS) {
    expect(code ?? run, name).toBeDefined();
    expect(name).toMatch(/^[a-z0-9-]+$/);
    expect(Object.keys(makeSecrets(secrets))).toEqual([
      "SESSION",
      "ACCESS",
      "REFRESH",
      ...Object.keys(secrets),
    ]);
  }
});

test("the table has the first run beside today's", () => {
  const first = { bytes: 2000, planted: 5, left: 3, leftBesideName: 2, others: { "key/token": 1 } };
  const now = { ...first, left: 1, leftBesideName: 0, others: {} };
  const table = toTable(
    [{ commit: "abc", date: "2026-01-01", programs: { pip: first } }],
    new Map([["pip", first]]),
    new Map([
      ["pip", now],
      ["uv", "no such package"],
    ]),
  );
  expect(table).toContain("Could not be installed: uv.");
  expect(table).toContain("| pip | python | 2.0 | 5 | 2 | 1 | 1 | 5 | 0 | 1 | 0 |");
});
