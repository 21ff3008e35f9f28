// Files with options, which are read by a file of their own: the command loads it only where there is one.
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { CONFIG_NAME, readConfig } from "../../config/config-file.ts";
import type { RedactorOptions } from "../../redactor/byte-redactor-with.ts";
import { codeOf } from "../errors.ts";
import { UsageError } from "../read-flags.ts";

/** Thousands of names and rules; more is a mistake. */
const MAX_BYTES = 1_000_000;

/** What the file needs of the command, which has it already. */
export interface ConfigTools {
  /** Makes a redactor of options, so that those that cannot work throw. */
  readonly attempt: (options: RedactorOptions) => Promise<void>;
  readonly complain: (text: string) => void;
}

/**
 * The options of the configuration file: the one that is named, or that `SCRUBJAY_CONFIG` names, or
 * `scrubjay.config.json` in the working directory, which may only add. Which one it is goes to standard error.
 *
 * @throws UsageError with file, line, column, what was found and what is allowed
 */
export async function configOptions(
  named: string | undefined,
  { attempt, complain }: ConfigTools,
): Promise<RedactorOptions> {
  const file = named ?? CONFIG_NAME;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(readBounded(file));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `configuration ${file} ${error instanceof TypeError ? "is not UTF-8" : `cannot be read: ${codeOf(error)}`}`,
    );
  }
  const options = await readConfig(text, file, named === undefined, attempt);
  complain(`configuration: ${file}`);
  return options;
}

/** A pipe may have no writer and a device no end, and anybody can put one into a working directory. */
function readBounded(file: string): Uint8Array {
  // A pipe without a writer does not wait then; Windows has neither.
  const fd = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = fstatSync(fd);
    if (!stat.isFile()) throw new UsageError(`configuration ${file} is not a regular file`);
    if (stat.size > MAX_BYTES)
      throw new UsageError(`configuration ${file} has ${stat.size} bytes; at most ${MAX_BYTES} are read`);
    return readFileSync(fd);
  } finally {
    closeSync(fd);
  }
}

export { gitleaksOptions } from "./gitleaks.ts";
