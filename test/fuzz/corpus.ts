import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { wholeTokens } from "../structure/whole-tokens.ts";
import { bytesOf, textOf } from "./target.ts";

/** A corpus is a file of JSON strings, an input a line, a character a byte: it can be read and compared. */
export function readCorpus(file: string): Uint8Array[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => bytesOf(JSON.parse(line) as string));
}

/** Leaves out what by chance looks like a live credential. */
export function writeCorpus(file: string, inputs: readonly Uint8Array[]): void {
  const lines = inputs.map((input) => `${escaped(JSON.stringify(textOf(input)))}\n`);
  writeFileSync(file, lines.filter((line) => wholeTokens(line).length === 0).join(""));
}

/** Only ASCII stands in the file, so that no editor or diff changes anything. */
function escaped(line: string): string {
  return line.replace(/[\x7f-\xff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
