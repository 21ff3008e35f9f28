// Replaces `program/image/prepared.ts` in what is built for Node: the program is a file next to the code and is
// read straight into the kernel's memory. As JavaScript it would have to be parsed, unpacked and kept as well.
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { RedactorConfigError } from "../config-error.ts";
import type { CompiledProgram } from "../program/image/program.ts";

/** Bytes of a program: from where on, and how many. */
export type Piece = readonly [at: number, size: number];

/** What the file tells of the program. */
export interface Told {
  /** How many bytes it has, zeros between its pieces among them: there the kernel unfolds automata. */
  readonly size: number;
  readonly ruleIds: readonly string[];
  /** What the file holds of it, one piece after the other. */
  readonly pieces: readonly Piece[];
}

let program: CompiledProgram | undefined;

/**
 * The program of the default options.
 *
 * @throws RedactorConfigError where the file is not there or not whole
 */
export function preparedProgram(): CompiledProgram {
  try {
    program ??= withFile(describe);
    return program;
  } catch (cause) {
    throw new RedactorConfigError(
      "incomplete-package",
      "program.bin cannot be read: install scrubjay again, or mark it as external if a bundler left its files out",
      { cause },
    );
  }
}

/** What the file holds: pieces of the program, as JSON what describes it, and at its end where this begins. */
function describe(fd: number): CompiledProgram {
  const { size: end, mtimeMs } = fstatSync(fd);
  const length = readAt(fd, end - 4, 4).readUInt32LE();
  const { size, ruleIds, pieces }: Told = JSON.parse(readAt(fd, length, end - 4 - length).toString("latin1"));
  const check = (fd: number): void => {
    const stat = fstatSync(fd);
    // Of another version of the package, installed meanwhile, no other file here knows the tables.
    if (stat.size !== end || stat.mtimeMs !== mtimeMs) throw new Error("scrubjay: program.bin was replaced");
  };
  /** Reads what is held of the bytes from `from` on; returns how many these are. */
  const read = (space: Uint8Array, from: number): number =>
    withFile((fd) => {
      check(fd);
      let [offset, count] = [0, 0];
      for (const [at, size] of pieces) {
        const [first, last] = [Math.max(at, from), Math.min(at + size, from + space.length)];
        if (first < last) fill(fd, space.subarray(first - from, last - from), offset + first - at);
        count += Math.max(0, last - first);
        offset += size;
      }
      return count;
    });
  return {
    size,
    ruleIds,
    load: (space) => read(space, 0),
    slice(at, size) {
      const bytes = new Uint8Array(size);
      // Options change lists, records and names.
      if (read(bytes, at) !== size) throw new Error("scrubjay: automata are folded");
      return bytes;
    },
    get bytes() {
      const bytes = new Uint8Array(size);
      read(bytes, 0);
      return bytes;
    },
  };
}

/** The file is not kept open: a daemon may close all descriptors that it does not know. */
function withFile<T>(use: (fd: number) => T): T {
  const fd = openSync(join(import.meta.dirname, "program.bin"), "r");
  try {
    return use(fd);
  } finally {
    closeSync(fd);
  }
}

function readAt(fd: number, at: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  fill(fd, bytes, at);
  return bytes;
}

function fill(fd: number, space: Uint8Array, at: number): void {
  for (let done = 0; done < space.length; ) {
    const count = readSync(fd, space, done, space.length - done, at + done);
    if (count === 0) throw new Error("scrubjay: program.bin has been cut off");
    done += count;
  }
}
