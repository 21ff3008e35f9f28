import { catalogue } from "../build/catalogue.ts";
import { prepared } from "../build/prepared.ts";
import { unpack } from "../unpacker/unpack.ts";
import { unpackerModule } from "../unpacker/unpacker-module.ts";
import { type CompiledProgram, idsOf, programOf } from "./program.ts";

/** What a build writes: the program of the default options. */
export interface Prepared {
  /** The program's bytes, packed, base64. */
  readonly program: string;
  readonly programLength: number;
}

let program: CompiledProgram | undefined;

/** The program of the default options. */
export function preparedProgram(): CompiledProgram {
  program ??= programOf(
    unpack(unpackerModule(), prepared.program, prepared.programLength),
    idsOf(catalogue.filter(({ optIn }) => !optIn)),
  );
  return program;
}
