import { readSync, writeSync } from "node:fs";
import type { createByteRedactor } from "../redactor.ts";

/** As much as a Linux pipe holds. */
const CHUNK_BYTES = 65_536;

/** How long to wait for a descriptor that is not ready, in milliseconds. */
const PAUSE_MS = 2;

const sleeper = new Int32Array(new SharedArrayBuffer(4));

type ByteRedactor = Pick<ReturnType<typeof createByteRedactor>, "push" | "end">;

/** The output could not be written; nothing can go on. `EPIPE` means that the reader has enough. */
export class WriteError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`cannot write: ${code}`);
    this.code = code;
  }
}

/**
 * Reads a descriptor to its end and writes it redacted: each read is pushed and written before the next
 * one, so nothing that may go out waits. Synchronous, because a round through the event loop for each
 * 64 KiB costs as much as redacting them.
 *
 * @param from A descriptor open for reading.
 * @param to A descriptor open for writing.
 * @throws {WriteError} When writing fails; what reading throws, after all that was read has been written.
 */
export function pump(from: number, to: number, redactor: ByteRedactor): void {
  const chunk = new Uint8Array(CHUNK_BYTES);
  let failure: unknown;
  for (;;) {
    let length: number;
    try {
      length = readSome(from, chunk);
    } catch (error) {
      failure = error;
      break;
    }
    if (length === 0) break;
    for (const piece of redactor.push(chunk.subarray(0, length))) writeAll(to, piece);
  }
  for (const piece of redactor.end()) writeAll(to, piece);
  if (failure !== undefined) throw failure;
}

function readSome(from: number, chunk: Uint8Array): number {
  for (;;) {
    try {
      return readSync(from, chunk, 0, chunk.length, null);
    } catch (error) {
      const code = codeOf(error);
      // Windows says so when a pipe ends.
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      pause();
    }
  }
}

/** Writes all of it, however little the descriptor takes at a time. */
export function writeAll(to: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(to, bytes, written, bytes.length - written);
    } catch (error) {
      const code = codeOf(error);
      if (code !== "EAGAIN") throw new WriteError(code);
      pause();
    }
  }
}

/** The system's name for an error, which is safe to show: it holds nothing of what was read. */
export function codeOf(error: unknown): string {
  return String((error as { readonly code?: unknown } | null)?.code ?? "unknown error");
}

/** A pipe that another process has made non-blocking is not ready; there is no event loop to wait in. */
function pause(): void {
  Atomics.wait(sleeper, 0, 0, PAUSE_MS);
}
