import { existsSync, readFileSync } from "node:fs";
import {
  censorFromText,
  environmentOptions,
  KEY_LEAST,
  type RedactorOptions,
} from "../../redactor/byte-redactor-with.ts";
import { codeOf } from "../errors.ts";
import { redactorMaker } from "../program.ts";
import { UsageError } from "../read-flags.ts";
import { complain } from "../report.ts";
import { secretsOfEnvironment, secretsOfFile } from "./secret-sources.ts";

/** The configuration that is looked for in the working directory. */
const CONFIG_NAME = "scrubjay.config.json";

/** What flags say of options; the filter and the audit have them in common. */
export interface GivenOptions {
  /** The configuration file. */
  readonly config?: string | undefined;
  /** Configurations of gitleaks. */
  readonly gitleaks?: readonly string[] | undefined;
  readonly censor?: string | undefined;
  readonly rules: readonly string[] | undefined;
  readonly keys: readonly string[] | undefined;
  readonly allow: readonly string[] | undefined;
  readonly secretEnv?: readonly string[] | undefined;
  readonly secretFiles?: readonly string[] | undefined;
  readonly learn?: boolean;
  readonly keepOnly?: readonly string[] | undefined;
  readonly observe?: boolean;
}

/**
 * Flags first, then the environment, then the configuration file: a censor and ids of rules win over those of what comes
 * after, and lists of names and values are added to each other.
 */
export async function redactorOptions(given: GivenOptions): Promise<RedactorOptions> {
  const { censor, rules, keys, allow } = given;
  const environment = environmentOptions(process.env);
  const file = await fileOptions(given.config);
  const gitleaks = await gitleaksRules(given.gitleaks);
  const secrets = secretsOf(given);
  const ids = rules ?? environment.rules ?? file.rules?.filter((rule) => typeof rule === "string");
  return {
    ...file,
    censor: censor === undefined ? (environment.censor ?? file.censor) : censorFromText(censor, "--censor"),
    rules: joined(
      gitleaks.rules,
      file.rules?.filter((rule) => typeof rule !== "string"),
      ids,
    ),
    keys: joined(file.keys, keys ?? environment.keys),
    allow: joined(gitleaks.allow, file.allow, allow),
    ...(secrets.length > 0 && { secrets }),
    ...(given.keepOnly && { keepOnly: given.keepOnly }),
    ...(given.learn && { learn: true }),
    ...(given.observe && { mode: "observe" as const }),
  };
}

function secretsOf({ secretEnv = [], secretFiles = [] }: GivenOptions): readonly string[] {
  const { secrets, skipped } = secretsOfEnvironment(secretEnv, process.env);
  if (skipped.length > 0)
    complain(`--secret-env: too short or like a word, so not looked for: ${skipped.join(", ")}`);
  return [...secrets, ...secretFiles.flatMap(secretsOfFile)];
}

function joined<Item>(...lists: readonly (readonly Item[] | undefined)[]): readonly Item[] | undefined {
  const given = lists.filter((list) => list !== undefined);
  return given.length === 0 ? undefined : (given.flat() as Item[]);
}

async function gitleaksRules(files: readonly string[] | undefined): Promise<RedactorOptions> {
  if (files === undefined) return {};
  const { gitleaksOptions } = await import("./config.ts");
  return gitleaksOptions(files, complain);
}

/** What the configuration file says; it is read by a file of its own, which is loaded only where there is one. */
async function fileOptions(flag: string | undefined): Promise<RedactorOptions> {
  const named = flag ?? (process.env.SCRUBJAY_CONFIG || undefined);
  if (named === undefined && !existsSync(CONFIG_NAME)) return {};
  const { configOptions } = await import("./config.ts");
  return await configOptions(named, {
    attempt: async (options) => {
      (await redactorMaker(options))();
    },
    complain,
  });
}

/**
 * Puts the key into the environment, where the helper thread of a large file finds it, too. Bytes that are not text are refused:
 * decoded, most of them are the same sign.
 */
export function useKeyFile(file: string | undefined): void {
  if (file === undefined) return;
  let key: string;
  try {
    key = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const reason =
      error instanceof TypeError
        ? "is not text; write the key in hex or base64"
        : `cannot be read: ${codeOf(error)}`;
    throw new UsageError(`--key-file ${file} ${reason}`);
  }
  if (key.trim().length < KEY_LEAST)
    throw new UsageError(`--key-file ${file}: a key must have ${KEY_LEAST} characters or more`);
  process.env.SCRUBJAY_HMAC_KEY = key;
}

/** Refuses a key that no censor takes: whoever gives one expects pseudonyms. */
export function checkKeyIsUsed(file: string | undefined, { censor, keys = [] }: RedactorOptions): void {
  const censors: readonly unknown[] = typeof censor === "object" ? Object.values(censor) : [censor];
  const ofKeys = keys.flatMap((key) => (typeof key === "string" ? [] : [key.censor]));
  if (file === undefined || [...censors, ...ofKeys].some((each) => each === "hash" || each === "claims"))
    return;
  throw new UsageError(
    `--key-file ${file} is not used: only the censors hash and claims take a key; add --censor hash`,
  );
}
