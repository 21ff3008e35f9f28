import { keepsCatalogue, type RedactorOptions } from "../config/options.ts";
import { programSource } from "../config/selected-rules.ts";
import { preparedParts, preparedProgram } from "../program/image/prepared.ts";
import { compileProgram, type Program } from "../program/image/program.ts";

/**
 * The program that the options ask for: that of the build, or one compiled now.
 *
 * @throws RedactorConfigError for rules, keys or allowed values that cannot work
 */
export function programFor(options: RedactorOptions): Program {
  if (keepsCatalogue(options)) return preparedProgram();
  return compileProgram(programSource(options), preparedParts());
}
