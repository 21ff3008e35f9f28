import type { RedactorOptions } from "./options.ts";
import { JsonSyntaxError, type Path, type Place, type PlacedJson, parseJson } from "./placed-json.ts";
import { rulesOf } from "./selected-rules.ts";

/** The file that is looked for in the working directory. */
export const CONFIG_NAME = "scrubjay.config.json";

/** Why a configuration file was refused; the message has file, line and column. */
export class ConfigFileError extends Error {
  override readonly name = "UsageError";
}

/** Makes a redactor of options, so that those that cannot work throw. */
export type Attempt = (options: RedactorOptions) => void | Promise<void>;

/**
 * Reads a configuration file: the options of `createRedactor` that have a JSON form, and `$schema`.
 *
 * @param name What the file is called in messages
 * @param isFound Whether it was found in the working directory and not named: then it may only add
 * @throws ConfigFileError with file, line, column, what was found and what is allowed
 */
export async function readConfig(
  text: string,
  name: string,
  isFound: boolean,
  attempt: Attempt,
): Promise<RedactorOptions> {
  const fail = ({ line, column }: Place, message: string): never => {
    throw new ConfigFileError(`${name}:${line}:${column}: ${message}`);
  };
  let json: PlacedJson;
  try {
    json = parseJson(text.replace(/^\ufeff/, ""));
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    return fail(error.place, error.message);
  }
  const { value, placeOf } = json;
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return fail(placeOf([]), "the file must hold an object of options");
  const { $schema: _, ...options } = value as Record<string, unknown>;
  try {
    await attempt(options);
  } catch (error) {
    if (!isConfigError(error)) throw error;
    const [path, message] = await locate(options, error, attempt);
    return fail(placeOf(path), message);
  }
  const weaker = isFound ? findWeaker(options) : undefined;
  if (weaker !== undefined)
    return fail(
      placeOf(weaker.path),
      `${weaker.what}; a file that is found in the working directory may only add: name it, --config ${CONFIG_NAME}`,
    );
  return options;
}

function isConfigError(error: unknown): error is Error {
  // By its name: what was loaded for the options has its own copy of the class.
  return error instanceof Error && error.name === "RedactorConfigError";
}

/** Which part of the options is refused, and with which message: each part is tried alone. */
async function locate(
  options: Readonly<Record<string, unknown>>,
  error: Error,
  attempt: Attempt,
): Promise<readonly [Path, string]> {
  for (const [name, value] of Object.entries(options)) {
    const wrong = await messageOf({ [name]: value }, attempt);
    if (wrong === undefined) continue;
    for (const [i, item] of Array.isArray(value) ? value.entries() : []) {
      const message = await messageOf({ [name]: [item] }, attempt);
      if (message !== undefined) return [[name, i, ...fieldOf(item, message)], message];
    }
    return [[name], wrong];
  }
  return [[], error.message];
}

async function messageOf(options: Record<string, unknown>, attempt: Attempt): Promise<string | undefined> {
  try {
    await attempt(options);
    return undefined;
  } catch (error) {
    if (!isConfigError(error)) throw error;
    return error.message;
  }
}

/** The field of an object that a message is about. */
function fieldOf(item: unknown, message: string): Path {
  if (typeof item !== "object" || item === null) return [];
  const names = Object.keys(item);
  const named = names.find((name) => message.includes(`field ${JSON.stringify(name)}`));
  const words = message.split(/\W+/);
  const found = named ?? names.find((name) => words.includes(name));
  return found === undefined ? [] : [found];
}

/** What turns off or lets through something that was replaced without the file. */
function findWeaker(options: RedactorOptions): { readonly path: Path; readonly what: string } | undefined {
  const { rules = [], keys = [], allow, censor } = options;
  const ids = rules.filter((rule) => typeof rule === "string");
  const on = new Set(rulesOf(ids));
  if (rulesOf(["default"]).some((rule) => !on.has(rule))) {
    const index = rules.findIndex(
      (rule) => typeof rule === "string" && (rule.startsWith("!") || isChoice(rule)),
    );
    return { path: ["rules", Math.max(0, index)], what: `${JSON.stringify(rules[index])} turns rules off` };
  }
  const key = keys.findIndex((each) => typeof each === "string" && each.startsWith("!"));
  if (key >= 0) return { path: ["keys", key], what: `${JSON.stringify(keys[key])} takes a name out` };
  if (allow !== undefined && allow.length > 0) return { path: ["allow"], what: "allow lets values through" };
  if (JSON.stringify(censor ?? "").includes("keepLast"))
    return { path: ["censor"], what: "keepLast shows a part of each secret" };
  const { mode } = options as { readonly mode?: unknown };
  if (mode === "observe") return { path: ["mode"], what: '"observe" replaces nothing' };
  return undefined;
}

/** Whether an id turns all other rules off. */
function isChoice(id: string): boolean {
  return rulesOf([id]).length < rulesOf(["default"]).length;
}
