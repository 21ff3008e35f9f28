// JSON over lines is redacted as it is in one, indented or not; a log's next line is none of it.
import { expect, test } from "vitest";
import { createRedactor } from "../../../src/redactor/redactor.ts";
import { expectAtEveryCut } from "../cases/at-every-cut.ts";
import { marked } from "../cases/marked.ts";

const { redact } = createRedactor();

const keyMark = `-----${"BEGIN PRIVATE KEY"}-----`;

// biome-ignore format: a table
const values: readonly unknown[] = [
  { cookie: [[313170, "abcdefgh"]] }, { cookie: [["sid", "abcdefgh"]] }, { cookie: ["a=b1234567", ["c=d1234567"]] }, { cookie: [[], "hunter22x"] },
  { cookie: { "=": 4815 } }, { cookie: [null, "a=bcdefgh22; c=d"] }, { "set-cookie": ["a=b1234567; Path=/", ""] },
  { Authorization: ["Bearer abcdefgh22", ""] }, { authorization: [["Bearer abcdefgh22"]] }, { authorization: ['say "x"'] },
  { token: [[1, "abcdefgh"], { a: { b: "hunter22x" } }], note: "x" }, { pins: [4711, 4712], password: [["a", ["b22x"]]] },
  { password: ["hunter22x", [[]], "b22x", [[], "c22x"], {}, "d22x"] },
  { name: "password", value: { oldValue: "hunter22x" } }, [{ name: "password", value: { value: "hunter22x", msg: "x" } }],
  { name: "password", value: { a: "hunter22x", b: ["c22x"] } }, { key: "password", new: { a: { b: "hunter22x" } }, x: "ok" },
  { name: "password", input: { user: "ann" } }, { name: "password", value: { type: "string", minLength: 8 } },
  { password: { msg: 'hunter22x"' } }, { msg: keyMark, secretAccessKeys: "hunter22x" },
];

test.each(values.map((value) => [JSON.stringify(value), value] as const))(
  "%s in every layout",
  (_, value) => {
    const expected = JSON.stringify(redact(value));
    const texts = ["", "  ", "\t"].map((indent) => JSON.stringify(value, null, indent));
    texts.push(texts[1]!.replace(/\n +/g, "\n"), texts[1]!.replaceAll("\n", "\r\n"));
    for (const text of texts) expect(JSON.stringify(JSON.parse(redact(text)))).toBe(expected);
    for (const text of texts) {
      const inString = redact(JSON.stringify({ msg: text }));
      expect(JSON.stringify(JSON.parse(JSON.parse(inString).msg))).toBe(expected);
    }
  },
);

// biome-ignore format: a table
test.each([
  '{"password":[\n"«hunter22x»",\n"«b22x»"\n]}\nnext "x22"',
  '{"password":{"a":"«hunter22x»",\n{"msg":"candle2940"}\n',
  '{"password":["«hunter22x»",\n2026-03-02 09:14:01 started\n',
  '{"password":["«hunter22x»",\nstarted candle2940\n',
  '{"password":[\n[\n"«hunter22x»"\n],\n{\n"a":"«b22x»"\n}\n]}',
  '{"password":["«hunter22x»",\n[09:14:01] candle2940\n',
  "password: [\nhunter22x\n",
])("%j ends where it does", (text) => expectAtEveryCut(...marked(text)));
