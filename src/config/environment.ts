import { censorFromText } from "./censor-text.ts";
import { type RedactorOptions, refuse } from "./options.ts";

/** The options that the environment can set. */
export type EnvironmentOptions = Pick<RedactorOptions, "keys" | "rules" | "censor">;

/**
 * Reads `SCRUBJAY_KEYS` and `SCRUBJAY_RULES`, lists separated by commas, and `SCRUBJAY_CENSOR`, as
 * `censorFromText` reads it. An empty variable counts as unset.
 *
 * @throws RedactorConfigError for a list without names, or an unknown censor
 * @example environmentOptions({ SCRUBJAY_KEYS: "ssn, iban" }) // { keys: ["ssn", "iban"] }
 */
export function environmentOptions(env: Readonly<Record<string, string | undefined>>): EnvironmentOptions {
  const { SCRUBJAY_KEYS: keys, SCRUBJAY_RULES: rules, SCRUBJAY_CENSOR: censor } = env;
  return {
    ...(keys && { keys: listOf("SCRUBJAY_KEYS", keys) }),
    ...(rules && { rules: listOf("SCRUBJAY_RULES", rules) }),
    ...(censor && { censor: censorFromText(censor, "SCRUBJAY_CENSOR") }),
  };
}

function listOf(name: string, value: string): string[] {
  const list = value
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
  if (list.length === 0)
    refuse("invalid-option", `${name} needs at least one name; separate names by commas, or unset it`);
  return list;
}
