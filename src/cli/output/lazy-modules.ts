// Modules of Node that a short input does not need: with what they are made of they take 5 ms of the start.
import { fstatSync } from "node:fs";
import type * as Net from "node:net";
import type * as Tty from "node:tty";

export function net(): typeof Net {
  return process.getBuiltinModule("node:net");
}

export function tty(): typeof Tty {
  return process.getBuiltinModule("node:tty");
}

/** Whether the descriptor is a terminal. */
export function isTerminal(fd: number): boolean {
  return isDevice(fd) && tty().isatty(fd);
}

function isDevice(fd: number): boolean {
  try {
    return process.platform === "win32" || fstatSync(fd).isCharacterDevice();
  } catch {
    return false;
  }
}
