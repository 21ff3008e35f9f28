import { expect, test } from "vitest";
import { WITHHELD, WithheldMarks, withholdLines } from "../../src/stream/withhold.ts";

const withheld = (text: string) => {
  const { bytes, lines } = withholdLines(Buffer.from(text));
  return [Buffer.from(bytes).toString(), lines];
};
const mark = (word: string): string => `-----${word} RSA PRIVATE KEY-----\n`;

test("empty lines stay empty and are not counted", () => {
  expect(withheld("\na\n\nb")).toEqual([`\n${WITHHELD}\n\n${WITHHELD}`, 2]);
  expect(withheld("\n\n")).toEqual(["\n\n", 0]);
  expect(withheld("a\n")).toEqual([`${WITHHELD}\n`, 1]);
  expect(withheld("")).toEqual(["", 0]);
});

test("a block that ends in what was withheld is not open behind it", () => {
  const marks = new WithheldMarks();
  marks.add(Buffer.from(mark("BEGIN")));
  expect(Buffer.from(marks.open!).toString()).toBe(mark("BEGIN"));
  marks.add(Buffer.from(`body\n${mark("END")}`));
  expect(marks.open).toBeUndefined();
});
