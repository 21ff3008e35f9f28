// Rows of tables that are longer than one is looked at (`TABLE_ROW_MOST` and `ROW_MOST` in `reading/bounds.ts`): what stands
// after the long text is found, and the table goes on below it.
import { describe, expect, test } from "vitest";
import { createRedactor } from "../../../src/redactor/redactor.ts";
import { createByteRedactor } from "../../../src/redactor/stream-redactor.ts";
import { marked } from "../cases/marked.ts";

const LONG = 4000;

const repeated = (text: string, length: number): string =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

const word = repeated("Aa7/", LONG);
const accents = repeated("é", LONG);
const phrase = repeated("two words, ", LONG);
const inQuotes = `"${repeated('say ""x"", y ', LONG - 6)}ending"`;
const lines = `"${repeated("at line, of file\n", LONG)}\nend, of it"`;

/** Of each row the text in a cell that is not a secret, or that is one. */
// biome-ignore format: a table
const cases: Readonly<Record<string, string>> = {
  "a word": `id,ua,password,ok\n7,${word},«hunter22x»,yes\n8,x,«candle2940»,no\n`,
  "a word of three times as much": `ua,password\n${word}${word}${word},«hunter22x»\nx,«candle2940»\n`,
  "letters of two bytes": `ua,password\n${accents},«hunter22x»\nx,«candle2940»\n`,
  "a cell in quotes": `id,ua,password,ok\n7,${inQuotes},«hunter22x»,yes\n8,x,«candle2940»,no\n`,
  "a cell in quotes over lines": `id,ua,password,ok\n7,${lines},«hunter22x»,yes\n8,x,«candle2940»,no\n`,
  "two of them": `ua,note,password\n${lines},${inQuotes},«hunter22x»\n${inQuotes},${lines},«candle2940»\n`,
  "a secret in it by itself": `ua,password\n"${phrase} token=«k3v9q7xw22» ok",«hunter22x»\n`,
  "of TSV": `ua\tid\tpassword\n${phrase}\t7\t«hunter22x»\nx\t8\t«candle2940»\n`,
  "of COPY": `COPY users (id, bio, password) FROM stdin;\n7\t${phrase}\t«hunter22x»\n8\tx\t«candle2940»\n\\.\n`,
  "of an INSERT": `insert into users (bio, password) values ('${phrase}', '«hunter22x»'); ${phrase}\n`,
  "of an INSERT, of three times as much": `insert into users (bio, password) values ('${phrase}${phrase}${phrase}', '«hunter22x»');\n`,
  "of psql": ` id | bio | password\n----+-----+----------\n  7 | ${phrase} | «hunter22x»\n  8 | x | «candle2940»\n`,
  "behind a column that dashes underline": `Name Password   Bio\n---- --------   ---\nann  «hunter22x»  ${phrase}\nbob  «candle2940» x\n`,
  "behind a column that blanks align": `NAME   TOKEN       BIO\nann    «hunter22x»   ${word}\nbob    «candle2940»  x\n`,
  "a secret word": `id,password,ua\n7,«${word}»,x\n8,«candle2940»,y\n`,
  "a secret in quotes": `id,password,ua\n7,«${inQuotes}»,x\n8,«candle2940»,y\n`.replace('«"', '"«').replace('"»', '»"'),
  "a secret of two bytes a letter": `id,password\n7,«${accents}»\n8,«candle2940»\n`,
  "a secret that dashes underline": `Name Password\n---- --------\nann  «${word}»\nbob  «candle2940»\n`,
};

function inChunks(bytes: Uint8Array, size: number): string {
  const stream = createByteRedactor({});
  const out: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) out.push(...stream.push(bytes.subarray(at, at + size)));
  return Buffer.concat([...out, ...stream.end()]).toString();
}

const { redact } = createRedactor();

function expectCut(text: string, expected: string): void {
  expect(redact(text)).toBe(expected);
  for (const size of [13, 1000, 4096]) expect(inChunks(Buffer.from(text), size)).toBe(expected);
}

describe("behind a long text in a row", () => {
  test.each(Object.entries(cases))("%s", (_, text) => expectCut(...marked(text)));

  const inString = Object.entries(cases).filter(([name]) => !/align|underline/.test(name));
  test.each(inString)("%s, in a string", (_, text) => {
    const [input, expected] = marked(text);
    const logged = (msg: string): string => JSON.stringify({ level: 30, msg, pid: 7 });
    expectCut(logged(input), logged(expected));
  });
});

test("of a secret over lines that is longer than is looked at, the first one is hidden, and the table goes on", () => {
  const secret = `"${repeated("of the secret, a line\n", LONG)}\nend"`;
  const out = redact(`id,password,ua\n7,${secret},x\n8,hunter22x,y\n`);
  expect(out).toMatch(/^id,password,ua\n7,"\[REDACTED\]\nof the/);
  expect(out).toMatch(/",x\n8,\[REDACTED\],y\n$/);
});

test("a quote that is left open is text: a table goes on in the rows that have as many cells", () => {
  const rows = `8,x,hunter22x\n${"9,y,candle2940\n".repeat(300)}`;
  const out = redact(`id,ua,password\n7,"x,hunter22x\n${rows}`);
  expect(out).not.toMatch(/hunter22x|candle2940/);
  expect(out).toMatch(/9,y,\[REDACTED\]\n$/);
});

test("a quote that is left open before a secret cell hides no line below", () => {
  const [text, expected] = marked('id,password\n7,"\npassword: «hunter22x»\nand more\n');
  expect(redact(text)).toBe(expected);
});

test("a line of another table's, or of none, that is longer than is looked at is no row", () => {
  const list = repeated("7,8,", LONG);
  for (const text of [`id,password\n${list}hunter22x\n`, `id,password\nsay "${phrase}", hunter22x\n`])
    expect(redact(text)).toBe(text);
});
