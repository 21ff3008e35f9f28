// Every notation again as the content of a string, as loggers and consoles write it: what is found in a line is
// found there, and nothing else changes.
import { describe, expect, test } from "vitest";
import { createRedactor } from "../../src/redactor.ts";
import { createByteRedactor } from "../../src/stream-redactor.ts";
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
  ['<input name="SAMLResponse"', oneMark, "the value goes on to its quote"],
  [
    '<a><saml:Assertion ID="x">\n',
    (text) => text.replace("[REDACTED]\n\n", "[REDACTED]"),
    "no line has to stay a line: the mark stands for all of the block",
  ],
  [
    "<saml:Assertion ID='x'><b>secret\n",
    (text) => text.replace(/\n.*/, ""),
    "a block without an end goes on to the end of the string",
  ],
];

/** Not asked: an apostrophe in a block of XML may be text, so that one without an end goes on to the line's. */
const NOT_SINGLE = "<saml:Assertion ID='x'><b>secret\n";

/** Not asked: whose the backslash in front of a colour code is cannot be told once the code is escaped itself. */
const ENDS_IN_BACKSLASH = /\\\x1b/;

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

const wraps: Readonly<Record<string, (text: string) => string>> = {
  json,
  "json in json": (text) => json(json(text)),
  "json in json in json": (text) => json(json(json(text))),
  "inspect, single quotes": (text) => inspected(text, "'"),
  "inspect, double quotes": (text) => inspected(text, '"'),
  "inspect of json": (text) => inspected(json(text), "'"),
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
      if (name === "inspect, single quotes" && each[0].startsWith(NOT_SINGLE)) continue;
      if (ENDS_IN_BACKSLASH.test(each[0])) continue;
      const input = wrap(each[0]);
      const expected = wrap(expectedInString(each));
      expect(redactor.redact(input)).toBe(expected);
      expect(redactor.redact(expected), "twice").toBe(expected);
      const bytes = Buffer.from(input, "latin1");
      if (name === "json") {
        for (let cut = 1; cut < bytes.length; cut++) {
          expect(inChunks([bytes.subarray(0, cut), bytes.subarray(cut)]), `cut at ${cut}`).toBe(expected);
        }
      }
      expect(inChunks([...bytes].map((byte) => Uint8Array.of(byte))), "byte by byte").toBe(expected);
    }
  });
});
