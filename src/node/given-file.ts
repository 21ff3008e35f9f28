// Files that options name: a configuration, a key, secrets, a report. Each is small and lies still.
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { RedactorConfigError } from "../config-error.ts";

/**
 * Reads a file that an option names. Anything but a regular file is refused: a pipe may have no writer, and a device no end.
 *
 * @param what What names the file, for messages: `--key-file k`
 * @throws RedactorConfigError for a file that cannot be read, is not a regular one or has more than `maxBytes`
 * @example readGiven("k", "--key-file k", 4096)
 */
export function readGiven(file: string, what: string, maxBytes: number): Uint8Array {
  let fd: number;
  try {
    // A pipe without a writer does not wait then; Windows has neither.
    fd = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return refuse(`${what} cannot be read: ${codeOf(error)}`);
  }
  try {
    const stat = fstatSync(fd);
    if (stat.isDirectory()) refuse(`${what} is a directory, not a file`);
    if (!stat.isFile()) refuse(`${what} is not a regular file; pipes and devices are not read`);
    if (stat.size > maxBytes) refuse(`${what} has ${stat.size} bytes; at most ${maxBytes} are read`);
    return readFileSync(fd);
  } catch (error) {
    if (error instanceof RedactorConfigError) throw error;
    return refuse(`${what} cannot be read: ${codeOf(error)}`);
  } finally {
    closeSync(fd);
  }
}

/**
 * The same of a text.
 *
 * @param hint What to do where it is not UTF-8
 */
export function readGivenText(file: string, what: string, maxBytes: number, hint = ""): string {
  const bytes = readGiven(file, what, maxBytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuse(`${what} is not text in UTF-8${hint}`);
  }
}

function codeOf(error: unknown): string {
  return String((error as { readonly code?: unknown } | null)?.code ?? "unknown error");
}

function refuse(message: string): never {
  throw new RedactorConfigError("invalid-option", message);
}
