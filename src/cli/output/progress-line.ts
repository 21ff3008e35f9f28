import { fstatSync, writeSync } from "node:fs";
import { isTerminal } from "./lazy-modules.ts";

const STDOUT = 1;
const STDERR = 2;

/** A smaller file is done before anybody reads how far it is. */
const LEAST_BYTES = 1 << 25;
const EVERY_MS = 250;
const ERASE_LINE = "\r\x1b[K";

/**
 * Shows how much of a large file is done, if somebody watches: standard error is a terminal, and the output goes elsewhere.
 *
 * @param fd The file
 * @param doneBytes How much is done
 * @returns Takes the line away
 */
export function showProgress(fd: number, doneBytes: () => number): () => void {
  const stat = fstatSync(fd);
  if (!stat.isFile() || stat.size < LEAST_BYTES || !isTerminal(STDERR) || isTerminal(STDOUT)) return () => {};
  const timer = setInterval(() => tell(`${ERASE_LINE}${progressText(doneBytes(), stat.size)}`), EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    tell(ERASE_LINE);
  };
}

/** A gzip file is unpacked, so that more than its size may be done. */
export function progressText(doneBytes: number, totalBytes: number): string {
  const done = `${Math.round(doneBytes / 1_000_000)}`;
  if (doneBytes > totalBytes) return `scrubjay: ${done} MB`;
  const percent = Math.floor((100 * doneBytes) / totalBytes);
  return `scrubjay: ${percent} %, ${done} of ${Math.round(totalBytes / 1_000_000)} MB`;
}

function tell(text: string): void {
  try {
    writeSync(STDERR, text);
  } catch {
    // Nobody watches any more.
  }
}
