// A program that is started, watched and ended by its process id.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** @param {number} ms */
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Starts a program; what it prints is kept for messages.
 *
 * @param {string} command @param {readonly string[]} args @param {import("node:child_process").SpawnOptions} [options]
 */
export function startDaemon(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => (printed += data));
  /** @type {Promise<{ status: number | null, signal: string | null }>} */
  const ended = new Promise((resolve) => {
    child.once("exit", (status, signal) => resolve({ status, signal }));
    child.once("error", (error) => {
      printed += String(error);
      resolve({ status: 127, signal: null });
    });
  });
  const isAlive = () => child.exitCode === null && child.signalCode === null;
  return {
    child,
    ended,
    isAlive,
    /** By which signal or with which status it ended. */
    how: () => child.signalCode ?? `status ${child.exitCode}`,
    printed: () => printed,
    /** Ends it: by SIGTERM, and by SIGKILL if it is still there after a while. @param {number} [graceMs] */
    async stop(graceMs = 10_000) {
      if (isAlive()) child.kill("SIGTERM");
      await Promise.race([ended, sleep(graceMs)]);
      if (isAlive()) child.kill("SIGKILL");
      await ended;
    },
  };
}

/**
 * Waits until something holds.
 *
 * @param {() => unknown} holds @param {string} what For the message @param {number} [limitMs]
 */
export async function until(holds, what, limitMs = 120_000) {
  const end = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited ${limitMs / 1000} s in vain: ${what}`);
    await sleep(50);
  }
}

/** The number of lines of a file; 0 where there is none. @param {string} file */
export function linesOf(file) {
  return existsSync(file) ? readFileSync(file).reduce((sum, byte) => sum + (byte === 10 ? 1 : 0), 0) : 0;
}
