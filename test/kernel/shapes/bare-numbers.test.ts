import { describe, expect, test } from "vitest";
import { createRedactor } from "../../../src/index.ts";
import { createByteRedactor } from "../../../src/redactor/stream-redactor.ts";
import { bytesOf } from "../../program/matching.ts";

const options = { rules: [{ id: "own/order", pattern: "\\b77\\d{6}(?:\\.\\d+)?\\b" }] };
const redactor = createRedactor(options);
const stream = createByteRedactor(options);

/** A shape that is a number of JSON gives way to a string. */
const quoted: readonly (readonly [input: string, expected: string])[] = [
  ['{"order":77123456,"n":1}', '{"order":"[REDACTED]","n":1}'],
  ['{"order" : 77123456.5}', '{"order" : "[REDACTED]"}'],
  ['{\n  "order":\n    77123456\n}', '{\n  "order":\n    "[REDACTED]"\n}'],
  ["[77123456]", '["[REDACTED]"]'],
  ['{"orders":[1, [2], "x", 77123456]}', '{"orders":[1, [2], "x", "[REDACTED]"]}'],
  ["[\n  1,\n  77123456\n]", '[\n  1,\n  "[REDACTED]"\n]'],
  ['{"m":"{\\"order\\":77123456}"}', '{"m":"{\\"order\\":\\"[REDACTED]\\"}"}'],
  ['{"m":"[1,77123456]"}', '{"m":"[1,\\"[REDACTED]\\"]"}'],
  ['{"m":"{\\"a\\":\\"[77123456]\\"}"}', '{"m":"{\\"a\\":\\"[\\\\\\"[REDACTED]\\\\\\"]\\"}"}'],
];

/** What looks like one and is text. */
const plain: readonly (readonly [input: string, expected: string])[] = [
  ["order: 77123456", "order: [REDACTED]"],
  ["ann,77123456,3", "ann,[REDACTED],3"],
  ["[12:30] ann, 77123456", "[12:30] ann, [REDACTED]"],
  ["[1]\nann,77123456", "[1]\nann,[REDACTED]"],
  ["f(77123456)", "f([REDACTED])"],
  ['{"m":"order 77123456"}', '{"m":"order [REDACTED]"}'],
];

describe("a shape that is a number of JSON", () => {
  test.each(quoted)("%j is quoted as what is around it", (input, expected) => {
    expect(redactor.redact(input)).toBe(expected);
    expect(() => JSON.parse(expected)).not.toThrow();
  });

  test.each(plain)("%j is text", (input, expected) => {
    expect(redactor.redact(input)).toBe(expected);
  });

  test("is quoted the same however the text is cut", () => {
    for (const [input, expected] of [...quoted, ...plain]) {
      for (let cut = 1; cut < input.length; cut++) {
        const pieces = [input.slice(0, cut), input.slice(cut)].flatMap((part) => [
          ...stream.push(bytesOf(part)),
        ]);
        expect(Buffer.concat([...pieces, ...stream.end()]).toString(), `cut at ${cut}`).toBe(expected);
      }
    }
  });
});
