// Files with options, which are read by a file of their own: the command loads it only where there is one.
import { CONFIG_NAME, readConfig } from "../../config/config-file.ts";
import { readGivenText } from "../../node/given-file.ts";
import type { RedactorOptions } from "../../redactor/byte-redactor-with.ts";

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
 * @throws ConfigFileError with file, line, column, what was found and what is allowed
 */
export async function configOptions(
  named: string | undefined,
  { attempt, complain }: ConfigTools,
): Promise<RedactorOptions> {
  const file = named ?? CONFIG_NAME;
  const text = readGivenText(file, `configuration ${file}`, MAX_BYTES);
  const options = await readConfig(text, file, named === undefined, attempt);
  complain(`configuration: ${file}`);
  return options;
}

export { gitleaksOptions } from "./gitleaks.ts";
