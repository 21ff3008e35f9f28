// Every notation as the content of a string, as loggers and consoles write it.
import { createByteRedactor } from "../../../src/redactor/stream-redactor.ts";
import { type NotationCase, notationCases } from "./notation-cases.ts";
import { overLinesCases } from "./over-lines-cases.ts";

const stream = createByteRedactor({});

const oneMark = (text: string): string => text.replace(/\[REDACTED\](?:\n\[REDACTED\])+/g, "[REDACTED]");

/** What comes out otherwise in a string than in lines: by how the input begins. */
export const exceptions: readonly (readonly [
  start: string,
  change: (expected: string) => string,
  why: string,
])[] = [
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

export const wraps: Readonly<Record<string, (text: string) => string>> = {
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

export function inChunks(chunks: readonly Uint8Array[]): string {
  const parts = [...chunks.flatMap((chunk) => stream.push(chunk)), ...stream.end()];
  return Buffer.concat(parts).toString("latin1");
}

export function inBytes(text: string): string {
  return inChunks([...Buffer.from(text, "latin1")].map((byte) => Uint8Array.of(byte)));
}

export const all: readonly (readonly [group: string, cases: readonly NotationCase[]])[] = Object.entries({
  ...notationCases,
  ...overLinesCases,
});

/** What is asked of `cases` in a string: what goes in, and what comes out. */
export function nested(name: string, cases: readonly NotationCase[]): readonly NotationCase[] {
  const wrap = wraps[name]!;
  return cases
    .filter(([input]) => !ENDS_IN_BACKSLASH.test(input) && !input.startsWith(QUOTE_IN_PROSE))
    .filter(([input]) => !leftOut[name]?.some(([start]) => input.startsWith(start)))
    .map((each) => [wrap(each[0]), wrap(expectedInString(each))]);
}
