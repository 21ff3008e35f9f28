import { spawnSync } from "node:child_process";

/**
 * A filter as a shell command that reads standard input and writes standard output.
 * @typedef {object} Engine
 * @property {string} name
 * @property {string} command
 * @property {string} needs a program that must be there, or a file
 * @property {boolean} [mustCount] must agree with `redact()` where nobody knows how many there are
 * @property {boolean} [redacts] false: passes everything on
 * @property {() => Promise<void>} [build] makes the command's program, before its first use
 * @property {(input: Buffer) => { count: number, expected: number }} [check] for one that only searches: what
 *   it finds in an input's start, and what is there
 * @property {number} [maxMegabytes] a slow engine gets a shorter input
 */

/** @param {string} program */
export const isInstalled = (program) => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;

/** @param {string} text */
export const quote = (text) => `'${text.replaceAll("'", "'\\''")}'`;
