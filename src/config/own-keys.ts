import { given } from "../config-error.ts";
import type { KeyRule } from "../rules/rule.ts";
import { allRules } from "./all-rules.ts";
import { type CensoredKey, refuse } from "./options.ts";
import { censoredKeyId, USER_KEY } from "./own-key-ids.ts";

/**
 * The rules of a user's names. `!` before a name takes it out of the catalogue.
 *
 * @throws RedactorConfigError for what is not a name, with what would work
 */
export function keyRulesOf(names: readonly unknown[]): readonly KeyRule[] {
  const words = names.filter((name) => !isObject(name)).map(wordsOf);
  const censored = names.filter(isObject).map((key, i): KeyRule => {
    checkCensored(key);
    return { id: censoredKeyId(i), key: [plainWords(key.name)] };
  });
  if (words.length === 0) return censored;
  const not = words.filter((name) => name.startsWith("!")).map((name) => name.slice(1));
  for (const name of not)
    if (!isKnown(name)) refuse("invalid-option", `keys: "!${name}" matches no name of the catalogue`);
  return [{ id: USER_KEY, key: words.filter((name) => !name.startsWith("!")), not }, ...censored];
}

export function isObject(key: unknown): key is CensoredKey {
  return typeof key === "object" && key !== null && !Array.isArray(key);
}

function checkCensored(key: CensoredKey): void {
  const unknown = Object.keys(key).find((name) => name !== "name" && name !== "censor");
  if (unknown !== undefined)
    refuse(
      "unknown-option",
      `keys: unknown field ${JSON.stringify(unknown)}; an entry is a name or { name, censor }`,
    );
}

function plainWords(name: unknown): string {
  const words = wordsOf(name);
  if (words.startsWith("!"))
    refuse("invalid-option", `keys: ${JSON.stringify(name)} removes a name, so it cannot have a censor`);
  return words;
}

const LETTERS_LEAST = 2;
const LETTERS_MOST = 60;

/** `X-Api-Key`, `apiKey` and `api_key` as words, after their mark (`!`, `=`, `_`). */
function wordsOf(name: unknown): string {
  if (typeof name !== "string")
    return refuse("invalid-option", `option keys must be an array of names; it contains ${given(name)}`);
  const shown = JSON.stringify(name);
  if (/[.[\]]/.test(name))
    refuse(
      "invalid-option",
      `keys: ${shown} is a path, not a name; use \`paths\`, or give the last name of the path`,
    );
  if (name.includes("*"))
    refuse(
      "invalid-option",
      `keys: ${shown}: patterns are not supported; a name also matches the end of a longer name: "mail" matches "userMail"`,
    );
  const [, mark = "", rest = ""] = /^([!=]*_?)(.*)$/s.exec(name) ?? [];
  const words = rest
    .replace(/([\p{Ll}0-9])(\p{Lu})/gu, "$1 $2")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
  const letters = words.replaceAll(" ", "");
  if (letters.length < LETTERS_LEAST || letters.length > LETTERS_MOST || !/\p{L}.*\p{L}/su.test(words))
    refuse(
      "invalid-option",
      `keys: ${shown}: a name must have ${LETTERS_LEAST} to ${LETTERS_MOST} letters and digits, at least two of them letters; \`paths\` take any name`,
    );
  const between = /[^\p{L}\p{M}\p{N} _-]/u.exec(rest.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""))?.[0];
  if (between !== undefined)
    refuse(
      "invalid-option",
      `keys: ${shown}: words of a name are separated by "_", "-" or a blank, not by ${JSON.stringify(between)}; its last word is enough, and \`paths\` take any name`,
    );
  return mark + words;
}

/** Whether it ends in a name of the catalogue. */
function isKnown(name: string): boolean {
  const letters = name.replace(/[ _=]/g, "");
  return allRules().some(
    (rule) => "key" in rule && rule.key.some((key) => letters.endsWith(key.replace(/[ _=]/g, ""))),
  );
}
