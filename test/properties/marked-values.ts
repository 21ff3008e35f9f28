import { inspect } from "node:util";
import type { Choices } from "./choices.ts";
import * as escapes from "./generate/escapes.ts";
import { hostFor } from "./generate/hosts.ts";
import type { Field, Notation } from "./generate/notation.ts";
import { records } from "./generate/records.ts";
import { wires } from "./generate/wires.ts";
import { parsed } from "./oracles.ts";
import type { Case, Failure, Property } from "./property.ts";
import { MARK, redact } from "./subject.ts";

/** Random, so that it is found by its name alone; nothing else of a text holds it. */
const SECRETS = [["Zq8Lw2Xk", "9Vb4Rt6Y"].join(""), ["h5Jp7Nc3", "Gd8Ws2Mf"].join("")] as const;

/** What a value may hold wherever it is quoted or encoded. */
// biome-ignore format: a table of marks
const marks: readonly string[] = [
  "'", '"', "`", "\\", "\\\\", "''", '""', "'''", "(", ")", "[", "]", "{", "}", "))", "${", "{{", "}}", "$(", "<", ">", "%22", "%27", "%5C", "%5B", "%25", "&quot;", "&#39;", "&amp;",
  "[REDACTED]", "[REDACTED", "***", "<none>", ",", ":", ";", "//", "/", "=", "@", "#", "|", "^", "?", "!", "$", "&", "+", "-", "--", "...", "…", "a", "a:", "a=", "a,", "\\n", "\\u0022", "\\x22", "\\t", "\\/",
  " ", "\n", "\t", "null", "true", "none",
];

/** What no blank and no mark in it ends in running text. */
const bareMarks = marks.filter((mark) => /^[^\s"'`,;<>&|\\]+$/.test(mark) && !/^a[:=]$/.test(mark));

// biome-ignore format: a list
const names: readonly string[] = ["password", "token", "secret", "apiKey", "client_secret", "dbPassword"];

function textOf(choices: Choices, list: readonly string[]): string {
  const run = (most: number): string => choices.list(1, most, () => choices.pick(list)).join("");
  switch (choices.below(4)) {
    case 0:
      return choices.pick(list) + run(2) + SECRETS[0];
    case 1:
      return SECRETS[0] + choices.pick(list) + run(2);
    case 2:
      return SECRETS[0] + choices.pick(list) + run(2) + SECRETS[1];
    default:
      return run(3) + SECRETS[0] + run(3) + SECRETS[1] + run(3);
  }
}

interface Place {
  readonly name: string;
  readonly without: RegExp;
  render(value: string): string;
}

/** What is not quoted, and ends where its protocol says. */
// biome-ignore format: a table
const places: readonly Place[] = [
  { name: "query", without: /[\s"`<>&#|\\…]/, render: (value) => `GET /v1?id=7&password=${value}&ok=true HTTP/1.1` },
  { name: "query in JSON", without: /[\s"`<>&#|\\…]/, render: (value) => JSON.stringify({ url: `/v1?id=7&token=${value}&ok=true`, n: 1 }) },
  { name: "query in an access log", without: /[\s"`<>&#|\\…]/, render: (value) => `10.0.0.7 - - [22/Nov/2025:14:08:03 +0000] "GET /v1?id=7&token=${value}&ok=true HTTP/1.1" 200 12` },
  { name: "last parameter", without: /[\s"`<>&#|\\…]/, render: (value) => `GET /v1?id=7&secret=${value} HTTP/1.1` },
  { name: "cookie", without: /<none>|[\s";,\\]/, render: (value) => `Cookie: sid=${value}; theme=dark22x\n` },
  { name: "cookie in JSON", without: /<none>|[\s";,\\]/, render: (value) => JSON.stringify({ cookie: `sid=${value}; theme=dark22x`, n: 1 }) },
  { name: "set-cookie", without: /<none>|[\s";,\\]/, render: (value) => `Set-Cookie: sid=${value}; Path=/; HttpOnly\n` },
  { name: "bearer", without: /[\s"`'&;<>\\|]/, render: (value) => `Authorization: Bearer ${value}\nHost: a.example\n` },
  { name: "bearer in JSON", without: /^\s|\s$|^$/, render: (value) => JSON.stringify({ authorization: `Bearer ${value}`, n: 1 }) },
  { name: "basic in JSON", without: /^\s|\s$|^$/, render: (value) => JSON.stringify({ headers: { Authorization: `Basic ${value}` }, n: 1 }) },
  { name: "bearer in inspect", without: /^\s|\s$|^$/, render: (value) => inspect({ authorization: `Bearer ${value}`, n: 1 }, { breakLength: Infinity, maxStringLength: null }) },
  { name: "bearer of curl", without: /[\s\\<>]/, render: (value) => `curl -s -H ${escapes.shell(`Authorization: Bearer ${value}`)} https://a.example/` },
  { name: "element, lines", without: /^$/, render: (value) => `<user>\n  <password>\n    ${escapes.xml(value)}\n  </password>\n  <id>7</id>\n</user>` },
  {
    name: "element over lines",
    without: /^\s|\n/,
    render: (value) => `<user><id>7</id><password>ab\n${escapes.xml(value)}</password></user>`,
  },
  { name: "userinfo", without: /[\s"'`<>\\/?#@(){}[\]|,;&]/, render: (value) => `connect to https://ann:${value}@a.example/x ok` },
];

const notations: readonly Notation[] = [...records, ...wires];

export const markedPlaces: Property = {
  name: "marked-places",
  what: "the same in parameters, cookies, headers and addresses",
  make(choices): Case {
    const place = choices.pick(places);
    const text = textOf(
      choices,
      marks.filter((mark) => !place.without.test(mark) && !/^a[:=]$/.test(mark)),
    );
    const input = place.render(text);
    return {
      inputs: [input],
      check: () => failureOf(input, redact(input), redact(place.render(SECRETS[0])), place.name),
    };
  },
};

export const markedValues: Property = {
  name: "marked-values",
  what: "a random credential among quotes, brackets, backslashes and masks under its name, in every notation: all of it goes, and the fields beside it stay",
  make(choices): Case {
    const notation = choices.pick(notations);
    const host = hostFor(notation, choices);
    const name = choices.pick(names);
    const text = textOf(choices, notation.isBare ? bareMarks : marks);
    const value = notation.oneLine ? text.replace(/[\r\n]/g, " ") : text;
    const record = (value: string): string => {
      const fields: readonly Field[] = [
        ["id", 7],
        [name, value],
        ["ok", true],
        ["plan", "two words"],
      ];
      return host(notation.render(fields));
    };
    const input = record(value);
    return {
      inputs: [input],
      check: () => failureOf(input, redact(input), redact(record(SECRETS[0])), notation.name),
    };
  },
};

const QUOTE = String.raw`(?:\\*["'\`]|\\+x22|\\*u0022|%(?:25)*2[27]|&#?\w+;)`;
/** A notation takes other quotes where the value holds some. */
const plain = (text: string): string => text.replace(new RegExp(QUOTE, "g"), "'");
const AT_END = new RegExp(`${QUOTE}+$`);
const AT_START = new RegExp(`^${QUOTE}+`);

function failureOf(
  input: string,
  out: string,
  expected: string,
  notation: string,
  begins = 0,
): Failure | undefined {
  const at = expected.indexOf(MARK, begins);
  const detail = `${out}\nplain: ${expected}`;
  if (at < 0) return undefined;
  if (parsed(input) !== undefined && parsed(out) === undefined) return { promise: "JSON stays JSON", detail };
  if (SECRETS.some((secret) => out.includes(secret)))
    return { promise: `all of it goes, ${notation}`, detail };
  const begin = plain(expected.slice(0, at).replace(AT_END, ""));
  const end = plain(expected.slice(at + MARK.length).replace(AT_START, ""));
  const rest = plain(out);
  if (!rest.startsWith(begin)) return { promise: "what is before stays", detail };
  if (!rest.endsWith(end)) return { promise: "what is after stays", detail };
  return undefined;
}
