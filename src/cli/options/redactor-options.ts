import { existsSync } from "node:fs";
import { readGivenText } from "../../node/given-file.ts";
import { secretsOfEnvironment, secretsOfFile } from "../../node/secret-sources.ts";
import {
  censorFromText,
  environmentOptions,
  KEY_LEAST,
  type RedactorOptions,
  refusalOfSecret,
  type SecretSources,
  secretSources,
} from "../../redactor/byte-redactor-with.ts";
import type { GivenOptions } from "../flags/given-options.ts";
import { UsageError } from "../flags/read-flags.ts";
import { redactorMaker } from "../program.ts";
import { complain } from "../report.ts";

/** Many keys of any length; more is a mistake. */
const MAX_KEY_BYTES = 65_536;

/** The configuration that is looked for in the working directory. */
const CONFIG_NAME = "scrubjay.config.json";

/**
 * Flags first, then the environment, then the configuration file: a censor and ids of rules win over those of what comes
 * after, and lists of names and values are added to each other.
 */
export async function redactorOptions(given: GivenOptions): Promise<RedactorOptions> {
  const { censor, rules, keys, allow } = given;
  const environment = environmentOptions(process.env);
  const file = await fileOptions(given.config);
  const gitleaks = await gitleaksRules(given.gitleaks);
  const secrets = [
    ...(Array.isArray(file.secrets) ? file.secrets : []),
    ...secretsOf(given, secretSources(process.env)),
  ];
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

/** Values of the environment and of files, which flags name or, in their place, variables. */
function secretsOf({ secretEnv, secretFiles }: GivenOptions, inherited: SecretSources): readonly string[] {
  const patterns = secretEnv ?? inherited.secretEnv ?? [];
  const what = secretEnv ? "--secret-env" : "SCRUBJAY_SECRET_ENV";
  const { secrets, skipped } = secretsOfEnvironment(patterns, process.env, what, refusalOfSecret);
  if (skipped.length > 0)
    complain(`${what}: too short or like a word, so not looked for: ${skipped.join(", ")}`);
  const files = secretFiles ?? inherited.secretFiles ?? [];
  const name = secretFiles ? "--secret-file" : "SCRUBJAY_SECRET_FILE";
  return [...secrets, ...files.flatMap((file) => secretsOfFile(file, `${name} ${file}`, refusalOfSecret))];
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
  const key = readGivenText(file, `--key-file ${file}`, MAX_KEY_BYTES, "; write the key in hex or base64");
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
