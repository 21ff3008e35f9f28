import { fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import {
  byteRedactorWith,
  keepsCatalogue,
  type Program,
  type RedactorOptions,
  ScannerPool,
} from "../redactor/byte-redactor-with.ts";
import type { ByteRedactor } from "./input/redacting.ts";

/**
 * What makes redactors of these options. The catalogue's program comes from a file next to the command, and the rules
 * and their compiler are loaded only for options that need them: read as JavaScript, all this is half of the start.
 * Where there is no file, as when the command was bundled, the embedded program will do.
 */
export async function redactorMaker(options: RedactorOptions): Promise<() => ByteRedactor> {
  const program = keepsCatalogue(options) ? openProgram() : await changed(options);
  if (program !== undefined) return () => byteRedactorWith(options, () => program, ownPool);
  const { programFor } = await import("../redactor/program-for.ts");
  return () => byteRedactorWith(options, programFor, ownPool);
}

/** Input is read into a scanner's memory while another stream may scan: each has its own. */
const ownPool = (program: Program): ScannerPool => new ScannerPool(program);

async function changed(options: RedactorOptions): Promise<Program | undefined> {
  const base = openProgram();
  if (base === undefined) return undefined;
  const bytes = new Uint8Array(base.size);
  base.load(bytes);
  const { changedProgram } = await import("../redactor/changed-program.ts");
  return changedProgram({ ...base, bytes }, options);
}

/**
 * The file stays open, and is read straight into each kernel's memory: kept besides, its 3 MB would be a
 * twentieth of what the process takes. Undefined where there is no whole file.
 */
function openProgram(): Program | undefined {
  try {
    const fd = openSync(join(import.meta.dirname, "program.bin"), "r");
    const { size: end } = fstatSync(fd);
    const size = readAt(fd, end - 4, 4).readUInt32LE();
    const ruleIds = JSON.parse(readAt(fd, size, end - 4 - size).toString("latin1"));
    return { size, ruleIds, load: (space) => fill(fd, space, 0) };
  } catch {
    return undefined;
  }
}

function readAt(fd: number, at: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  fill(fd, bytes, at);
  return bytes;
}

/** @throws Where the file ends before. */
function fill(fd: number, space: Uint8Array, at: number): void {
  for (let done = 0; done < space.length; ) {
    const count = readSync(fd, space, done, space.length - done, at + done);
    if (count === 0) throw new Error("the program's file has been cut off");
    done += count;
  }
}
