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

/** Where the environment says that secret values are. */
export interface SecretSources {
  /** Names of variables, in which `*` is any text. */
  readonly secretEnv?: readonly string[];
  readonly secretFiles?: readonly string[];
}

/**
 * Reads `SCRUBJAY_SECRET_ENV` and `SCRUBJAY_SECRET_FILE`, lists separated by commas.
 *
 * @throws RedactorConfigError for a list without names
 * @example secretSources({ SCRUBJAY_SECRET_ENV: "DB_*" }) // { secretEnv: ["DB_*"] }
 */
export function secretSources(env: Readonly<Record<string, string | undefined>>): SecretSources {
  const { SCRUBJAY_SECRET_ENV: names, SCRUBJAY_SECRET_FILE: files } = env;
  return {
    ...(names && { secretEnv: listOf("SCRUBJAY_SECRET_ENV", names) }),
    ...(files && { secretFiles: listOf("SCRUBJAY_SECRET_FILE", files) }),
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
