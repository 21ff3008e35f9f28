import { spawnSync } from "node:child_process";
import { constants, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { opensDescriptors } from "./output.ts";

export interface Pipe {
  /** Does not block. */
  readonly read: number;
  readonly write: number;
}

/**
 * Two pipes for a child's output; undefined where there is no mkfifo, no place for them or no way to read them. What
 * Node itself gives a child are sockets: those cannot be opened as `/dev/stdout`, as nginx does, and their writers get
 * no SIGPIPE.
 */
export function createPipes(): readonly [Pipe, Pipe] | undefined {
  const directory = opensDescriptors ? makeDirectory() : undefined;
  if (directory === undefined) return undefined;
  const [out, err] = [join(directory, "out"), join(directory, "err")] as const;
  try {
    if (spawnSync("mkfifo", [out, err]).status !== 0) return undefined;
    return [openPipe(out), openPipe(err)];
  } finally {
    // A pipe that is open needs its name no longer.
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Undefined where nothing can be written, as in a container whose file system is read-only. */
function makeDirectory(): string | undefined {
  try {
    return mkdtempSync(join(tmpdir(), "scrubjay-"));
  } catch {
    return undefined;
  }
}

function openPipe(path: string): Pipe {
  const read = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return { read, write: openSync(path, constants.O_WRONLY) };
}
