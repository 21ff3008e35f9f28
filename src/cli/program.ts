import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  byteRedactorWith,
  keepsCatalogue,
  type Program,
  type RedactorOptions,
} from "../byte-redactor-with.ts";
import type { ByteRedactor } from "./redacting.ts";

/**
 * What makes redactors of these options. The catalogue's program comes from a file next to the command, and
 * the rules and their compiler are loaded only for options that need them: read as JavaScript, all this is
 * half of the start. Where there is no file, as when the command was bundled, the embedded program will do.
 */
export async function redactorMaker(options: RedactorOptions): Promise<() => ByteRedactor> {
  const program = keepsCatalogue(options) ? readProgram() : undefined;
  if (program !== undefined) return () => byteRedactorWith(options, () => program);
  const { createByteRedactor } = await import("../stream-redactor.ts");
  return () => createByteRedactor(options);
}

/** Undefined where there is no whole file. */
function readProgram(): Program | undefined {
  try {
    const file = readFileSync(join(import.meta.dirname, "program.bin"));
    const length = file.readUInt32LE(file.length - 4);
    const ruleIds = JSON.parse(file.toString("latin1", length, file.length - 4));
    return { bytes: file.subarray(0, length), ruleIds };
  } catch {
    return undefined;
  }
}
