// Stands in for `program/image/prepared.ts` in what is built for Node: the program is a file next to the code and is
// read straight into the kernel's memory. As JavaScript it would have to be parsed, unpacked and kept as well.
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { RedactorConfigError } from "../config-error.ts";
import type { CompiledProgram } from "../program/image/program.ts";

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

/** What the file holds: the program, the rules' ids as JSON, and at its end where these begin. */
function describe(fd: number): CompiledProgram {
  const { size: end, mtimeMs } = fstatSync(fd);
  const size = readAt(fd, end - 4, 4).readUInt32LE();
  const ruleIds: readonly string[] = JSON.parse(readAt(fd, size, end - 4 - size).toString("latin1"));
  const check = (fd: number): void => {
    const stat = fstatSync(fd);
    // Of another version of the package, installed meanwhile, no other file here knows the tables.
    if (stat.size !== end || stat.mtimeMs !== mtimeMs) throw new Error("scrubjay: program.bin was replaced");
  };
  const load = (space: Uint8Array): void =>
    withFile((fd) => {
      check(fd);
      fill(fd, space, 0);
    });
  return {
    size,
    ruleIds,
    load,
    slice: (at, size) =>
      withFile((fd) => {
        const bytes = new Uint8Array(size);
        check(fd);
        fill(fd, bytes, at);
        return bytes;
      }),
    get bytes() {
      const bytes = new Uint8Array(size);
      load(bytes);
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
