import { findRefused, withoutKnown } from "./found-options.ts";
import { didYouMean } from "./nearest.ts";
import { FILE_OPTIONS, type RedactorOptions } from "./options.ts";
import { JsonSyntaxError, type Path, type Place, type PlacedJson, parseJson } from "./placed-json.ts";

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
  for (const name of Object.keys(options)) {
    const why = problemOfName(name);
    if (why !== undefined) return fail(placeOf([name]), `${why}; allowed are ${FILE_OPTIONS.join(", ")}`);
  }
  // Before anything of it is compiled.
  const refused = isFound ? findRefused(options) : undefined;
  if (refused !== undefined)
    return fail(
      placeOf(refused.path),
      `${refused.what}; a file that is found in the working directory may only add: name the file with --config ${CONFIG_NAME}`,
    );
  try {
    await attempt(options);
  } catch (error) {
    if (!isConfigError(error)) throw error;
    const [path, message] = await locate(options, error, attempt);
    return fail(placeOf(path), message);
  }
  return isFound ? withoutKnown(options) : options;
}

/** Why a file cannot have an option of this name; undefined: it can. */
function problemOfName(name: string): string | undefined {
  if (FILE_OPTIONS.includes(name)) return undefined;
  if (name === "onMatch") return "onMatch is a function, which works only in code";
  if (name === "paths")
    return "a stream of bytes does not take paths, which need whole values: use them with createRedactor or a logger, or keys here";
  return `unknown option ${JSON.stringify(name)}${didYouMean(name, FILE_OPTIONS)}`;
}

function isConfigError(error: unknown): error is Error {
  // By its name: what was loaded for the options has its own copy of the class.
  return error instanceof Error && error.name === "RedactorConfigError";
}

/** Of a longer list, it is not looked for which item is refused: messages have the item, too. */
const LIST_MOST = 1000;

/** Which part of the options is refused, and with which message: each part is tried alone. */
async function locate(
  options: Readonly<Record<string, unknown>>,
  error: Error,
  attempt: Attempt,
): Promise<readonly [Path, string]> {
  for (const [name, value] of Object.entries(options)) {
    const wrong = await messageOf({ [name]: value }, attempt);
    if (wrong === undefined) continue;
    const i =
      Array.isArray(value) && value.length <= LIST_MOST
        ? await indexOfWrong(name, value, attempt)
        : undefined;
    const item = i === undefined ? undefined : (value as readonly unknown[])[i];
    const message = i === undefined ? undefined : await messageOf({ [name]: [item] }, attempt);
    if (i !== undefined && message !== undefined)
      return [[name, i, ...fieldOf(item, message)], message.replace(`${name}[0]`, `${name}[${i}]`)];
    return [[name], wrong];
  }
  return [[], error.message];
}

/**
 * The first item that is refused on its own; undefined if only some of them together are. Found by halves, as making a
 * redactor for each of thousands of names takes minutes.
 */
async function indexOfWrong(
  name: string,
  list: readonly unknown[],
  attempt: Attempt,
): Promise<number | undefined> {
  let [from, to] = [0, list.length];
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    const isWrong = async (start: number, end: number): Promise<boolean> =>
      (await messageOf({ [name]: list.slice(start, end) }, attempt)) !== undefined;
    if (await isWrong(from, middle)) to = middle;
    else if (await isWrong(middle, to)) from = middle;
    else return undefined;
  }
  return from;
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
