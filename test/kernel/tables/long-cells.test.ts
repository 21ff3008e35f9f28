import { describe, test } from "vitest";
import { expectAtEveryCut } from "../cases/at-every-cut.ts";
import { marked } from "../cases/marked.ts";

const LENGTHS = [0, 1, 14, 15, 16, 17, 31, 32, 33, 48];

/** Cells are passed over sixteen bytes at a time: what ends one is found at any distance. */
const rows: Readonly<Record<string, (text: string) => string>> = {
  "behind commas": (text) => `id,note,password\n7,${text},«hunter22x»\n8,b,«marzipan4»\n`,
  "behind semicolons": (text) => `id;note;password\n7;${text};«hunter22x»\n8;b;«marzipan4»\n`,
  "behind tabs": (text) => `id\tnote\tpassword\n7\t${text}\t«hunter22x»\n8\tb\t«marzipan4»\n`,
  "behind bars": (text) => `| id | note | password |\n|---|---|---|\n| 7 | ${text} | «hunter22x» |\n`,
  "in quotes": (text) => `id,note,password\n7,"${text}, ""b""",«hunter22x»\n8,b,«marzipan4»\n`,
  "in a string": (text) =>
    `{"log":"id\\tnote\\tpassword\\n7\\t${text}\\t«hunter22x»\\n8\\tb\\t«marzipan4»\\n"}`,
  "of lines that are longer": (text) => `id,note,password\n7,${text}\n8,${text},b,c\nhunter22x,a,b\n`,
};

describe.each(Object.entries(rows))("a cell before a secret one, %s", (_, row) => {
  test.each(LENGTHS)("of %d letters", (length) => {
    expectAtEveryCut(...marked(row("n".repeat(length))));
  });
});
