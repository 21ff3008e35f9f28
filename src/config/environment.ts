import { CENSOR_NAMES } from "../redaction/censors.ts";
import { type RedactorOptions, refuse } from "./options.ts";

/** The options that the environment can set. */
export type EnvironmentOptions = Pick<RedactorOptions, "keys" | "rules" | "censor">;

/**
 * Reads `SCRUBJAY_KEYS` and `SCRUBJAY_RULES`, lists separated by commas, and `SCRUBJAY_CENSOR`, a name. An empty
 * variable counts as unset.
 *
 * @throws RedactorConfigError for a list without names, or an unknown censor
 * @example environmentOptions({ SCRUBJAY_KEYS: "ssn, iban" }) // { keys: ["ssn", "iban"] }
 */
export function environmentOptions(env: Readonly<Record<string, string | undefined>>): EnvironmentOptions {
  const { SCRUBJAY_KEYS: keys, SCRUBJAY_RULES: rules, SCRUBJAY_CENSOR: censor } = env;
  return {
    ...(keys && { keys: listOf("SCRUBJAY_KEYS", keys) }),
    ...(rules && { rules: listOf("SCRUBJAY_RULES", rules) }),
    ...(censor && { censor: censorNamed(censor) }),
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

function censorNamed(name: string): (typeof CENSOR_NAMES)[number] {
  const found = CENSOR_NAMES.find((each) => each === name);
  if (found === undefined)
    refuse(
      "unknown-censor",
      `SCRUBJAY_CENSOR ${JSON.stringify(name)} is not known; allowed are ${CENSOR_NAMES.join(", ")}`,
    );
  return found;
}
