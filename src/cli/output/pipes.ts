import { constants, mkdtempSync, openSync, rmSync } from "node:fs";
import { join } from "node:path";
import { childProcess, os } from "./lazy-modules.ts";
import { opensDescriptors } from "./output.ts";

export interface Pipe {
  /** Does not block. */
  readonly read: number;
  readonly write: number;
}

/**
 * Makes two pipes for a child's output; undefined if there is no mkfifo, no folder for them or no way to read them.
 * Node itself gives a child sockets: those cannot be opened as `/dev/stdout`, as nginx does, and writing to them sends
 * no SIGPIPE.
 */
export function createPipes(): readonly [Pipe, Pipe] | undefined {
  const directory = opensDescriptors ? makeDirectory() : undefined;
  if (directory === undefined) return undefined;
  const [out, err] = [join(directory, "out"), join(directory, "err")] as const;
  try {
    if (childProcess().spawnSync("mkfifo", [out, err]).status !== 0) return undefined;
    return [openPipe(out), openPipe(err)];
  } finally {
    // An open pipe needs no name.
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Undefined if nothing can be written, as in a container with a read-only file system. */
function makeDirectory(): string | undefined {
  try {
    return mkdtempSync(join(os().tmpdir(), "scrubjay-"));
  } catch {
    return undefined;
  }
}

function openPipe(path: string): Pipe {
  const read = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return { read, write: openSync(path, constants.O_WRONLY) };
}
