// Every notation again as the content of a string, as loggers and consoles write it: what is found in a line is
// found there, and nothing else changes.
import { describe, expect, test } from "vitest";
import { createRedactor } from "../../src/redactor/redactor.ts";
import { createByteRedactor } from "../../src/redactor/stream-redactor.ts";
import { isLong } from "../long.ts";
import { type NotationCase, notationCases } from "./notation-cases.ts";
import { overLinesCases } from "./over-lines-cases.ts";

const redactor = createRedactor({});
const stream = createByteRedactor({});

const oneMark = (text: string): string => text.replace(/\[REDACTED\](?:\n\[REDACTED\])+/g, "[REDACTED]");

/** What comes out otherwise in a string than in lines: by how the input begins. */
const exceptions: readonly (readonly [start: string, change: (expected: string) => string, why: string])[] = [
  [`x\n-----${"BEGIN"}`, oneMark, "the lines of a block are one run of base64, as `\\n` belongs to it"],
  [`string(99) "-----${"BEGIN"}`, oneMark, "the same"],
  ["<SAMLResponse>\n", oneMark, "the text of an element goes on to its end tag"],
  ["<p:SAMLResponse>", oneMark, "the same"],
  [
    '<a><saml:Assertion ID="x">\n',
    (text) => text.replace("[REDACTED]\n\n", "[REDACTED]"),
    "no line has to stay a line: the mark stands for all of the block",
  ],
];

/** What is not asked for, by how the input begins. */
const leftOut: Readonly<Record<string, readonly (readonly [start: string, why: string])[]>> = {
  "inspect of json": [
    ['<input name="SAMLResponse"', "JSON in single quotes may be a shell's, with line ends in values"],
  ],
  "inspect, single quotes": [
    [
      "<saml:Assertion ID='x'><b>secret\n",
      "an apostrophe may be text: a block without an end goes on to the line's",
    ],
  ],
  "json of Gson": [
    ["curl -b 'session=", "a pattern's = is not read as \\u003d, of which there would be too many ways"],
    ["C: AUTH PLAIN", "the same: the padding stays"],
  ],
  "a variable of nginx": [
    ['<input name="SAMLResponse"', "the value goes on to its quote"],
    ["ALTER ROLE bob WITH PASSWORD 'hunter\\", "a backslash of SQL as \\x5C is not read by its pattern"],
    ['{"m":"password=hunter\\u001b', "a colour code escaped twice is part of the value"],
    ['{"password":"hunter\\u001b', "the same"],
    ['{"url":"https:\\/\\/', "a slash escaped twice, in two ways"],
    ['{"password":["This field', "a placeholder of several words is not read in two ways"],
    ["    char secret_key[] = {", "what follows in the line is not known to be outside"],
    ...[
      String.raw`"{\x22`,
      String.raw`{\x22m`,
      String.raw`{\x22password`,
      String.raw`[\x22`,
      String.raw`{"m":"{\\x22`,
      String.raw`user=ann\x0D`,
    ].map((start) => [start, "escaped by nginx twice"] as const),
  ],
};

/** Not asked: whose the backslash in front of a colour code is cannot be told once the code is escaped itself. */
const ENDS_IN_BACKSLASH = /\\\x1b/;

/** Not asked: an escaped quote inside a quoted word of prose. */
const QUOTE_IN_PROSE = "the PASSWORD 'hunter\\'";

function expectedInString([input, expected]: NotationCase): string {
  const exception = exceptions.find(([start]) => input.startsWith(start));
  return exception === undefined ? expected : exception[1](expected);
}

const CONTROLS = new Map([..."\n\r\t\b\f\v"].map((control, i) => [control, "nrtbfv"[i]!]));

/** As `util.inspect` writes a string, but in the quotes that are asked for. */
function inspected(text: string, quote: string): string {
  const escaped = text.replace(/[\\'"\x00-\x1f\x7f-\x9f]/g, (c) => {
    if (c === "'" || c === '"') return c === quote ? `\\${c}` : c;
    const hex = c.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
    return c === "\\" ? "\\\\" : CONTROLS.has(c) ? `\\${CONTROLS.get(c)}` : `\\x${hex}`;
  });
  return `{ a: ${quote}${escaped}${quote}, id: 7 }`;
}

const json = (text: string): string => JSON.stringify({ msg: text, id: 7 });

/** As \u003c: what could end a script, and by Gson what could end an attribute. */
const asUnicode = (text: string, signs: RegExp): string =>
  text.replace(signs, (c) => `\\u00${c.charCodeAt(0).toString(16)}`);

const asHex = (text: string): string =>
  text.replace(
    /["\\\x00-\x1f\x7f-\xff]/g,
    (c) => `\\x${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );

const wraps: Readonly<Record<string, (text: string) => string>> = {
  json,
  "json in json": (text) => json(json(text)),
  "json in json in json": (text) => json(json(json(text))),
  "inspect, single quotes": (text) => inspected(text, "'"),
  "inspect, double quotes": (text) => inspected(text, '"'),
  "inspect of json": (text) => inspected(json(text), "'"),
  "json of Go": (text) => asUnicode(json(text), /[<>&]/g),
  "json of Gson": (text) => asUnicode(json(text), /[<>&=']/g),
  "json of PHP": (text) => json(text).replaceAll("/", "\\/"),
  "a variable of nginx": (text) => `"${asHex(text)}" 200`,
};

function inChunks(chunks: readonly Uint8Array[]): string {
  const parts = [...chunks.flatMap((chunk) => stream.push(chunk)), ...stream.end()];
  return Buffer.concat(parts).toString("latin1");
}

const all = Object.entries({ ...notationCases, ...overLinesCases });

test("the exceptions are of cases that exist, and are some", () => {
  const inputs = all.flatMap(([, cases]) => cases.map(([input]) => input));
  for (const [start] of exceptions) expect(inputs.filter((input) => input.startsWith(start)).length).toBe(1);
});

describe.each(Object.entries(wraps))("in %s", (name, wrap) => {
  test.each(all)("%s", (_group, cases) => {
    for (const each of cases) {
      if (ENDS_IN_BACKSLASH.test(each[0]) || each[0].startsWith(QUOTE_IN_PROSE)) continue;
      if (leftOut[name]?.some(([start]) => each[0].startsWith(start))) continue;
      const input = wrap(each[0]);
      const expected = wrap(expectedInString(each));
      expect(redactor.redact(input)).toBe(expected);
      expect(redactor.redact(expected), "twice").toBe(expected);
      const bytes = Buffer.from(input, "latin1");
      if (name === "json" || (isLong && name === "json of Gson")) {
        for (let cut = 1; cut < bytes.length; cut++) {
          const got = inChunks([bytes.subarray(0, cut), bytes.subarray(cut)]);
          if (got !== expected) expect(got, `cut at ${cut}`).toBe(expected);
        }
      }
      expect(inChunks([...bytes].map((byte) => Uint8Array.of(byte))), "byte by byte").toBe(expected);
    }
  });
});

/**
 * Percent-encoded as a whole. Notations that no one puts into a parameter (commands, dialogs, tables, lists, YAML) are
 * not read there, nor are brackets that are encoded.
 */
const inParameters = ["declarations", "query strings", "separators", "doubled quotes"];

test.each(inParameters)("in a parameter of a URL: %s", (group) => {
  for (const [plain, redacted] of notationCases[group]!) {
    const wrap = (text: string) => `GET /?q=${encodeURIComponent(text)} 200`;
    const input = wrap(plain);
    const expected = wrap(redacted).replaceAll("%5BREDACTED%5D", "[REDACTED]");
    expect(redactor.redact(input)).toBe(expected);
    expect(redactor.redact(expected), "twice").toBe(expected);
    expect(inChunks([...Buffer.from(input)].map((byte) => Uint8Array.of(byte))), "byte by byte").toBe(
      expected,
    );
  }
});
