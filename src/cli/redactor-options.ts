import { readFileSync } from "node:fs";
import {
  censorFromText,
  environmentOptions,
  KEY_LEAST,
  type RedactorOptions,
} from "../redactor/byte-redactor-with.ts";
import { codeOf } from "./errors.ts";
import { UsageError } from "./read-flags.ts";

/** What flags say of options; the filter and the audit have them in common. */
export interface GivenOptions {
  readonly censor?: string | undefined;
  readonly rules: readonly string[] | undefined;
  readonly keys: readonly string[] | undefined;
  readonly allow: readonly string[] | undefined;
}

/** Flags first, then the environment. */
export function redactorOptions({ censor, rules, keys, allow }: GivenOptions): RedactorOptions {
  const environment = environmentOptions(process.env);
  return {
    censor: censor === undefined ? environment.censor : censorFromText(censor, "--censor"),
    rules: rules ?? environment.rules,
    keys: keys ?? environment.keys,
    allow,
  };
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
export function checkKeyIsUsed(file: string | undefined, { censor }: RedactorOptions): void {
  const censors: readonly unknown[] = typeof censor === "object" ? Object.values(censor) : [censor];
  if (file === undefined || censors.some((each) => each === "hash" || each === "claims")) return;
  throw new UsageError(
    `--key-file ${file} is not used: only the censors hash and claims take a key; add --censor hash`,
  );
}
