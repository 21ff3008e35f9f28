import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import type { Output } from "./register-output.ts";

/** How long to wait for a full pipe, in milliseconds. */
const PAUSE_MS = 2;

type Arguments = readonly unknown[];
type Callback = (error: unknown, ...results: unknown[]) => void;
type Method = (...args: unknown[]) => unknown;

const { write, writeSync } = fs;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** Writes everything, however little the descriptor accepts at a time. */
export function writeWhole(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(fd, bytes, done);
    } catch (error) {
      if (!isBusy(error)) throw error;
      Atomics.wait(sleeper, 0, 0, PAUSE_MS);
    }
  }
}

function writeWholeLater(fd: number, bytes: Uint8Array, done: (error: unknown) => void): void {
  if (bytes.length === 0) {
    process.nextTick(done, null);
    return;
  }
  write(fd, bytes, 0, bytes.length, null, (error, written) => {
    if (isBusy(error)) setTimeout(() => writeWholeLater(fd, bytes, done), PAUSE_MS);
    else if (error || written === bytes.length) done(error);
    else writeWholeLater(fd, bytes.subarray(written), done);
  });
}

const isBusy = (error: unknown): boolean => (error as NodeJS.ErrnoException | null)?.code === "EAGAIN";

/**
 * Redacts what `fs` writes to the descriptors in `outputs`: pino, sonic-boom and others write to 1 without
 * `process.stdout`. Each write counts as written completely; the returned number says so.
 *
 * @returns A function that writes held text.
 */
export function coverDescriptors(outputs: ReadonlyMap<unknown, Output>): () => void {
  cover("writeSync", false, writtenPiece, outputs);
  cover("write", true, writtenPiece, outputs);
  cover("writevSync", false, joinedPieces, outputs);
  cover("writev", true, joinedPieces, outputs);
  for (const name of ["writeFile", "appendFile"]) {
    cover(`${name}Sync`, false, wholeFile, outputs);
    cover(name, true, wholeFile, outputs);
  }
  syncBuiltinESMExports();
  return () => {
    for (const [fd, output] of outputs) {
      const rest = output.rest();
      try {
        writeWhole(fd as number, rest);
      } catch {
        // The reader is gone.
      }
    }
  };
}

/** The bytes that a call writes; undefined if Node will refuse its arguments. */
type Piece = (data: unknown, args: Arguments) => Buffer | undefined;

function cover(name: string, isLater: boolean, piece: Piece, outputs: ReadonlyMap<unknown, Output>): void {
  const methods = fs as unknown as Record<string, Method>;
  const original = methods[name]!;
  const covered = (...args: unknown[]): unknown => {
    const [fd, data, ...rest] = args;
    const output = outputs.get(fd);
    if (output === undefined) return original(...args);
    const callback = isLater ? rest.findLast((arg) => typeof arg === "function") : undefined;
    const bytes = isLater && callback === undefined ? undefined : piece(data, rest);
    if (bytes === undefined) return original(...args);
    const redacted = output.redact(bytes);
    if (callback === undefined) {
      writeWhole(fd as number, redacted);
      return piece === wholeFile ? undefined : bytes.length;
    }
    writeWholeLater(fd as number, redacted, (error) => {
      if (error || piece === wholeFile) (callback as Callback)(error);
      else (callback as Callback)(null, bytes.length, data);
    });
    return undefined;
  };
  // `util.promisify` reads its instructions from these properties.
  Object.defineProperties(covered, Object.getOwnPropertyDescriptors(original));
  methods[name] = covered;
}

function writtenPiece(data: unknown, [first, second]: Arguments): Buffer | undefined {
  if (typeof data === "string") return Buffer.from(data, encodingOf(second));
  const view = viewOf(data);
  if (view === undefined) return undefined;
  const given = typeof first === "object" ? (first as { offset?: unknown; length?: unknown } | null) : null;
  const offset = (given === null ? (typeof first === "function" ? undefined : first) : given.offset) ?? 0;
  const length = given === null ? second : given.length;
  if (typeof offset !== "number") return undefined;
  const end = typeof length === "number" ? offset + length : view.length;
  const isInside = Number.isInteger(offset) && Number.isInteger(end) && offset >= 0 && offset <= end;
  return isInside && end <= view.length ? view.subarray(offset, end) : undefined;
}

function joinedPieces(data: unknown): Buffer | undefined {
  if (!Array.isArray(data)) return undefined;
  const views = data.map(viewOf);
  return views.includes(undefined) ? undefined : Buffer.concat(views as Buffer[]);
}

function wholeFile(data: unknown, [options]: Arguments): Buffer | undefined {
  const encoding =
    typeof options === "object" ? (options as { encoding?: unknown } | null)?.encoding : options;
  return typeof data === "string" ? Buffer.from(data, encodingOf(encoding)) : viewOf(data);
}

const encodingOf = (given: unknown): BufferEncoding =>
  typeof given === "string" && Buffer.isEncoding(given) ? given : "utf8";

function viewOf(data: unknown): Buffer | undefined {
  return ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : undefined;
}
