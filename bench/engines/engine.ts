import { spawnSync } from "node:child_process";

/** A filter as a shell command that reads standard input and writes standard output. */
export interface Engine {
  name: string;
  command: string;
  /** A program that must be there, or a file */
  needs: string;
  /** Must agree with `redact()` where nobody knows how many there are */
  mustCount?: boolean;
  /** False: passes everything on */
  redacts?: boolean;
  /** Makes the command's program, before its first use */
  build?: () => Promise<void>;
  /** For one that only searches: what it finds in an input's start, and what is there */
  check?: (input: Buffer) => { count: number; expected: number };
  /** A slow engine gets a shorter input */
  maxMegabytes?: number;
}

export const isInstalled = (program: string) => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;

export const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
