// Modules of Node that a short input does not need: with what they are made of they take 5 ms of the start. Modules of our
// own are imported as usual: a dynamic import makes the bundler wrap everything that it leads to in functions, which are
// then parsed twice (3 ms).
import type * as ChildProcess from "node:child_process";
import type * as Crypto from "node:crypto";
import { fstatSync } from "node:fs";
import type * as Net from "node:net";
import type * as Os from "node:os";
import type * as Tty from "node:tty";
import type * as WorkerThreads from "node:worker_threads";
import type * as Zlib from "node:zlib";

export function childProcess(): typeof ChildProcess {
  return process.getBuiltinModule("node:child_process");
}

export function crypto(): typeof Crypto {
  return process.getBuiltinModule("node:crypto");
}

export function net(): typeof Net {
  return process.getBuiltinModule("node:net");
}

export function os(): typeof Os {
  return process.getBuiltinModule("node:os");
}

export function tty(): typeof Tty {
  return process.getBuiltinModule("node:tty");
}

export function workerThreads(): typeof WorkerThreads {
  return process.getBuiltinModule("node:worker_threads");
}

export function zlib(): typeof Zlib {
  return process.getBuiltinModule("node:zlib");
}

/** Whether the descriptor is a terminal. */
export function isTerminal(fd: number): boolean {
  return isDevice(fd) && tty().isatty(fd);
}

/** Linux: `/dev/null`, `/dev/zero` and the like. */
const MEMORY_DEVICES = 1;

function isDevice(fd: number): boolean {
  if (process.platform === "win32") return true;
  try {
    const stat = fstatSync(fd);
    const isMemory = process.platform === "linux" && stat.rdev >> 8 === MEMORY_DEVICES;
    return stat.isCharacterDevice() && !isMemory;
  } catch {
    return false;
  }
}
