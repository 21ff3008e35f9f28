import { expect, test } from "vitest";
import { WITHHELD, WithheldMarks, withholdLines, withholdText } from "../../src/stream/withhold.ts";

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

test("a block that is open stays so behind what has no mark", () => {
  const marks = new WithheldMarks();
  marks.add(Buffer.from("nothing yet\n"));
  expect(marks.open).toBeUndefined();
  marks.add(Buffer.from(mark("BEGIN")));
  marks.add(Buffer.from("body\n"));
  expect(Buffer.from(marks.open!).toString()).toBe(mark("BEGIN"));
});

test("a mark may come in pieces, in one line", () => {
  const whole = mark("BEGIN");
  for (let cut = 1; cut < whole.length; cut++) {
    const marks = new WithheldMarks();
    marks.add(Buffer.from(`${"x".repeat(300)}${whole.slice(0, cut)}`));
    marks.add(Buffer.from(whole.slice(cut)));
    expect(Buffer.from(marks.open!).toString(), `cut at ${cut}`).toBe(mark("BEGIN"));
    const lines = new WithheldMarks();
    lines.add(Buffer.from(`${whole.slice(0, cut)}\n`));
    lines.add(Buffer.from(whole.slice(cut)));
    if (cut > 1 && cut < whole.length - 2) expect(lines.open, `broken at ${cut}`).toBeUndefined();
  }
});

test("of a line without an end, no more is kept than a mark may need", () => {
  const marks = new WithheldMarks();
  marks.add(Buffer.from("-----BEGIN "));
  marks.add(Buffer.from("x".repeat(60)));
  marks.add(Buffer.from("-----"));
  expect(Buffer.from(marks.open!).toString()).toBe(`-----BEGIN ${"x".repeat(60)}-----\n`);
  const far = new WithheldMarks();
  far.add(Buffer.from(`-----BEGIN ${"x".repeat(80)}`));
  far.add(Buffer.from(" ".repeat(100)));
  far.add(Buffer.from("-----"));
  expect(far.open).toBeUndefined();
});

test("of a string, each line that holds anything", () => {
  expect(withholdText("a b\n\r\nc\r\n")).toBe(`${WITHHELD}\n\r\n${WITHHELD}\r\n`);
  expect(withholdText("")).toBe("");
});
