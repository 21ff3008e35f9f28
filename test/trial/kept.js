// What a program printed, kept beside its installation: a trial goes on where it was stopped, and counts again at once.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @import { Program } from "./program.js" */
/** @typedef {{ readonly text: string, readonly secrets: Record<string, string> }} Output `text`: bytes, as latin1 */

const FILE = "printed.json";

/** Returns what the program printed when its row was as it is. @param {string} folder @param {Program} program */
export function readOutput(folder, program) {
  const file = join(folder, FILE);
  if (!existsSync(file)) return undefined;
  const { row, output } = JSON.parse(readFileSync(file, "utf8"));
  return row === JSON.stringify(program) ? /** @type {Output} */ (output) : undefined;
}

/** @param {string} folder @param {Program} program @param {Output} output */
export function keepOutput(folder, program, output) {
  writeFileSync(join(folder, FILE), JSON.stringify({ row: JSON.stringify(program), output }));
}

/** Copies it to where it can be read. @param {string} folder @param {string} name @param {Output} output */
export function copyOutput(folder, name, { text, secrets }) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.log`), text, "latin1");
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(secrets));
}
