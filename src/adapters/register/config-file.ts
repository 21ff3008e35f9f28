import { readGivenText } from "../../node/given-file.ts";
import { RedactorConfigError } from "../../redactor/redactor.ts";
import type { RedactorOptions } from "../../redactor/stream-redactor.ts";

/**
 * The options of the file that `SCRUBJAY_CONFIG` names, and those that the environment gives besides: its censor and ids
 * of rules win, and names are added to each other.
 *
 * @throws RedactorConfigError for a file that cannot be read or is not an object in JSON
 */
export function withConfigFile(file: string | undefined, given: RedactorOptions): RedactorOptions {
  if (file === undefined || file === "") return given;
  const { $schema: _, ...options } = readOptions(file);
  const { rules, keys } = options as RedactorOptions;
  return {
    ...options,
    ...given,
    ...(Array.isArray(rules) && {
      rules: [...rules.filter((rule) => typeof rule !== "string" || !given.rules), ...(given.rules ?? [])],
    }),
    ...(Array.isArray(keys) && { keys: [...keys, ...(given.keys ?? [])] }),
  };
}

/** Thousands of names and rules; more is a mistake. */
const MAX_BYTES = 1_000_000;

function readOptions(file: string): Record<string, unknown> {
  const text = readGivenText(file, `SCRUBJAY_CONFIG ${file}`, MAX_BYTES);
  let options: unknown;
  try {
    options = JSON.parse(text);
  } catch {
    throw refused(file, `is not JSON; "scrubjay --config ${file}" says where it is wrong`);
  }
  if (typeof options !== "object" || options === null || Array.isArray(options))
    throw refused(file, "must hold an object of options");
  return options as Record<string, unknown>;
}

function refused(file: string, reason: string): RedactorConfigError {
  return new RedactorConfigError("invalid-option", `SCRUBJAY_CONFIG ${file} ${reason}`);
}
