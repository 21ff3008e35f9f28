import { CENSOR_NAMES } from "../redaction/censors.ts";
import { type RedactorOptions, refuse } from "./options.ts";

/** What the environment may say, for where nobody can write code or flags. */
export type EnvironmentOptions = Pick<RedactorOptions, "keys" | "rules" | "censor">;

/**
 * Reads `SCRUBJAY_KEYS` and `SCRUBJAY_RULES`, lists with commas, and `SCRUBJAY_CENSOR`, a name. An empty one is none.
 *
 * @throws RedactorConfigError for a variable that says nothing, or names a censor that there is not
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
    refuse("invalid-option", `${name} needs at least one name; take it away, or give it names with commas`);
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
