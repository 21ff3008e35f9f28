import { readFileSync } from "node:fs";
import { refusalOfSecret } from "../../redactor/byte-redactor-with.ts";
import { codeOf } from "../errors.ts";
import { UsageError } from "../read-flags.ts";

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
 * @throws UsageError for a pattern that names no variable, or only such as are left out
 */
export function secretsOfEnvironment(patterns: readonly string[], env: Environment): EnvironmentSecrets {
  const secrets: string[] = [];
  const skipped: string[] = [];
  for (const pattern of patterns) {
    const named = Object.keys(env).filter((name) => globOf(pattern).test(name) && env[name]);
    if (named.length === 0)
      throw new UsageError(
        `--secret-env ${pattern}: no variable of that name has a value; unset the flag or set one`,
      );
    const usable = named.filter((name) => refusalOfSecret(env[name]) === undefined);
    if (usable.length === 0)
      throw new UsageError(`--secret-env ${pattern}: ${named.join(", ")} ${refusalOfSecret(env[named[0]!])}`);
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
 * @throws UsageError for a file that cannot be read or has no values, and for a line that cannot be looked for; it says which
 */
export function secretsOfFile(file: string): readonly string[] {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const reason = error instanceof TypeError ? "is not text" : `cannot be read: ${codeOf(error)}`;
    throw new UsageError(`--secret-file ${file} ${reason}`);
  }
  const blocks: string[] = [];
  const rest = text.replaceAll("\r\n", "\n").replace(BLOCK, (block) => {
    blocks.push(block);
    return block.replace(/[^\n]/g, "");
  });
  const lines = rest.split("\n");
  for (const [i, line] of lines.entries()) {
    const refusal = line === "" ? undefined : refusalOfSecret(line);
    if (refusal !== undefined) throw new UsageError(`--secret-file ${file}: line ${i + 1} ${refusal}`);
  }
  const secrets = [...blocks, ...lines.filter((line) => line !== "")];
  if (secrets.length === 0)
    throw new UsageError(`--secret-file ${file} is empty; it needs a value on a line`);
  return secrets;
}
