import { describe, expect, test } from "vitest";
import { createRedactor } from "../../../src/redactor/redactor.ts";
import { createByteRedactor } from "../../../src/redactor/stream-redactor.ts";

const MARK = "[scrubjay: block not ended] ";
const begin = `-----${"BEGIN PRIVATE KEY"}-----`;
const end = `-----${"END PRIVATE KEY"}-----`;
const line = "Bk+/".repeat(16);
const assertion = "<saml:Assertion ID='x'>";

const lines = (count: number, text = line): string => `${text}\n`.repeat(count);
const redacted = (count: number): string => lines(count, "[REDACTED]");

/** What goes in and what comes out. */
const blocks: readonly (readonly [name: string, text: string, clean: string])[] = [
  ["a key", `${begin}\n${lines(1500)}ok\n`, `${begin}\n${redacted(1000)}${MARK}${lines(500)}ok\n`],
  [
    "a key of a thousand lines",
    `${begin}\n${lines(1000)}${end}\nok\n`,
    `${begin}\n${redacted(1000)}${end}\nok\n`,
  ],
  [
    "a key, and then what begins as the mark does",
    `${begin}\n${lines(1000)}[INFO]\n`,
    `${begin}\n${redacted(1000)}${MARK}[INFO]\n`,
  ],
  [
    "a key cut off by other lines",
    `${begin}\n${lines(1000)}all is well now\n`,
    `${begin}\n${redacted(1000)}all is well now\n`,
  ],
  ["a key cut off by the input's end", `${begin}\n${lines(1000)}`, `${begin}\n${redacted(1000)}`],
  [
    "an assertion",
    `${assertion}\n${lines(1500, " <b>hunter22x</b>")}ok\n`,
    `<saml:Assertion [REDACTED]\n${"\n".repeat(1000)}${MARK}${lines(500, " <b>hunter22x</b>")}ok\n`,
  ],
  ["a key whose text ends in an escape", `${begin}\\`, `${begin}\\`],
  [
    "an assertion that ends",
    `${assertion}\n${lines(900, "<b>x</b>")}</saml:Assertion>\n`,
    `<saml:Assertion [REDACTED]\n${"\n".repeat(900)}</saml:Assertion>\n`,
  ],
];

function inChunks(text: string, size: number): string {
  const redactor = createByteRedactor({});
  const bytes = Buffer.from(text);
  const out: Uint8Array[] = [];
  for (let i = 0; i < bytes.length; i += size) out.push(...redactor.push(bytes.subarray(i, i + size)));
  return Buffer.concat([...out, ...redactor.end()]).toString();
}

describe("a block that never ends goes on for a thousand lines, and then a mark says so", () => {
  test.each(blocks)("%s", (_name, text, clean) => {
    expect(createRedactor({}).redact(text)).toBe(clean);
  });

  test.each(blocks)("%s, cut anywhere", (_name, text, clean) => {
    for (const size of [1, 63, 65, 4096]) expect(inChunks(text, size), `chunks of ${size}`).toBe(clean);
  });

  test.each(["redacted", "label", "mask", { text: "(gone)" }] as const)(
    "redacting twice changes nothing: %j",
    (censor) => {
      const { redact } = createRedactor({ censor });
      for (const [name, text] of blocks) expect(redact(redact(text)), name).toBe(redact(text));
    },
  );

  test("the mark is no match", () => {
    const rules = createRedactor({})
      .scan(blocks[0]![1])
      .map(({ rule }) => rule);
    expect(rules).toEqual(Array.from({ length: 1000 }, () => rules[0]));
  });

  test("in a value of an object, which is a line, it ends with that", () => {
    const [, text] = blocks[0]!;
    const { redact } = createRedactor({});
    const { a } = redact({ a: text, b: "plain" });
    expect(a).not.toContain(text.slice(-40));
    expect(redact(JSON.stringify({ a: text, b: "plain" }))).toBe(JSON.stringify({ a, b: "plain" }));
  });
});
