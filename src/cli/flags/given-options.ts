import { listOf, type ReadFlags } from "./read-flags.ts";

/** What flags say of options; the filter and the subcommands have them in common. */
export interface GivenOptions {
  /** The configuration file. */
  readonly config: string | undefined;
  /** Configurations of gitleaks. */
  readonly gitleaks: readonly string[] | undefined;
  readonly censor: string | undefined;
  readonly rules: readonly string[] | undefined;
  readonly keys: readonly string[] | undefined;
  readonly allow: readonly string[] | undefined;
  /** Names of variables whose values are secret. */
  readonly secretEnv: readonly string[] | undefined;
  readonly secretFiles: readonly string[] | undefined;
  readonly learn: boolean;
  readonly keepOnly: readonly string[] | undefined;
  /** Whether nothing is replaced. */
  readonly observe: boolean;
}

/**
 * The options that flags give; one that a command does not take is not given.
 *
 * @throws {UsageError} For a list without items
 */
export function givenOptions(values: ReadFlags["values"]): GivenOptions {
  return {
    config: values.get("config")?.at(-1),
    gitleaks: values.get("gitleaks"),
    censor: values.get("censor")?.join(","),
    rules: listOf("rules", values),
    keys: listOf("keys", values),
    allow: values.get("allow"),
    secretEnv: listOf("secret-env", values),
    secretFiles: values.get("secret-file"),
    learn: values.has("learn"),
    keepOnly: listOf("keep-only", values),
    observe: values.has("observe"),
  };
}
