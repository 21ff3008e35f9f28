import { spawnSync } from "node:child_process";

/**
 * A filter as a shell command that reads standard input and writes standard output.
 * @typedef {object} Engine
 * @property {string} name
 * @property {string} command
 * @property {string} needs a program that must be there, or a file
 * @property {boolean} [mustCount] its count is ours to get right: a wrong one fails the benchmark
 * @property {boolean} [redacts] false: passes everything on
 * @property {number} [maxMegabytes] a slow engine gets a shorter input
 */

/** @param {string} program */
export const isInstalled = (program) => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;

/** @param {string} text */
export const quote = (text) => `'${text.replaceAll("'", "'\\''")}'`;
