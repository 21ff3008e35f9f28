import { prepared } from "../build/prepared.ts";
import { unpack } from "./packed.ts";
import { type CompiledProgram, programOf } from "./program.ts";

/** What a build writes: the program of the default options. */
export interface Prepared {
  /** The program's bytes, packed, base64. */
  readonly program: string;
  readonly programLength: number;
  readonly ruleIds: readonly string[];
}

let program: CompiledProgram | undefined;

/** The program of the default options. */
export function preparedProgram(): CompiledProgram {
  program ??= programOf(unpack(atob(prepared.program), prepared.programLength), prepared.ruleIds);
  return program;
}
