import { keepsCatalogue, type RedactorOptions } from "../config/options.ts";
import { preparedProgram } from "../program/image/prepared.ts";
import type { Program } from "../program/image/program.ts";
import { changedProgram } from "./changed-program.ts";

/**
 * The program for these options: that of the build, or a changed copy of it.
 *
 * @throws RedactorConfigError for rules, keys or allowed values that cannot work
 */
export function programFor(options: RedactorOptions): Program {
  const base = preparedProgram();
  return keepsCatalogue(options) ? base : changedProgram(base, options);
}
