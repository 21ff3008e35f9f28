// Values that a process holds, from its environment and from files.
import { RedactorConfigError } from "../config-error.ts";
import { readGivenText } from "./given-file.ts";

/** Ten thousand of the longest keys. */
const MAX_BYTES = 32_000_000;

/** Why a value cannot be looked for; undefined: it can. Nothing of the value is in it. */
export type RefusalOf = (value: unknown) => string | undefined;

type Environment = Readonly<Record<string, string | undefined>>;

/** Values of the environment, and the names of variables that are left out. */
export interface EnvironmentSecrets {
  readonly secrets: readonly string[];
  readonly skipped: readonly string[];
}

/**
 * The values of the variables that a pattern names. One that is too short or reads like a word is left out: `DB_*` names
 * `DB_PORT`, too.
 *
 * @param patterns Names, in which `*` is any text
 * @param what What gives the patterns, for messages: `--secret-env`
 * @throws RedactorConfigError for a pattern that names no variable, or only such as are left out
 */
export function secretsOfEnvironment(
  patterns: readonly string[],
  env: Environment,
  what: string,
  refusalOf: RefusalOf,
): EnvironmentSecrets {
  const secrets: string[] = [];
  const skipped: string[] = [];
  for (const pattern of patterns) {
    const named = Object.keys(env).filter((name) => globOf(pattern).test(name) && env[name]);
    if (named.length === 0)
      refuse(`${what} ${pattern}: no variable of that name has a value; leave it out or set one`);
    const usable = named.filter((name) => refusalOf(env[name]) === undefined);
    if (usable.length === 0) refuse(`${what} ${pattern}: ${named.join(", ")} ${refusalOf(env[named[0]!])}`);
    secrets.push(...usable.map((name) => env[name]!));
    skipped.push(...named.filter((name) => !usable.includes(name)));
  }
  return { secrets, skipped };
}

function globOf(pattern: string): RegExp {
  const parts = pattern.split("*").map((part) => part.replace(/[^\w]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}

/** A key block, which is a secret as a whole. */
const BLOCK = /^-----BEGIN [^\n]*-----$[\s\S]*?^-----END [^\n]*-----$/gm;

/**
 * The values of a file, one a line. A key block (`-----BEGIN …`) is one value; empty lines are ignored.
 *
 * @param what What names the file, for messages: `--secret-file s`
 * @throws RedactorConfigError for a file that cannot be read or has no values, and for a line that cannot be looked for; it
 *   says which
 */
export function secretsOfFile(file: string, what: string, refusalOf: RefusalOf): readonly string[] {
  const text = readGivenText(file, what, MAX_BYTES);
  const blocks: string[] = [];
  const rest = text.replaceAll("\r\n", "\n").replace(BLOCK, (block) => {
    blocks.push(block);
    return block.replace(/[^\n]/g, "");
  });
  const lines = rest.split("\n");
  for (const [i, line] of lines.entries()) {
    const refusal = line === "" ? undefined : refusalOf(line);
    if (refusal !== undefined) refuse(`${what}: line ${i + 1} ${refusal}`);
  }
  const secrets = [...blocks, ...lines.filter((line) => line !== "")];
  if (secrets.length === 0) refuse(`${what} is empty; it needs a value on a line`);
  return secrets;
}

function refuse(message: string): never {
  throw new RedactorConfigError("invalid-option", message);
}
