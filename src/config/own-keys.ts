import { given } from "../config-error.ts";
import type { KeyRule } from "../rules/rule.ts";
import { allRules } from "./all-rules.ts";
import { didYouMean } from "./nearest.ts";
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
    if (!isKnown(name))
      refuse(
        "invalid-option",
        `keys: "!${name}" matches no name of the catalogue${didYouMean(name, namesKnown())}`,
      );
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
      `keys: unknown field ${JSON.stringify(unknown)}${didYouMean(unknown, ["name", "censor"])}; an entry is a name or { name, censor }`,
    );
}

function plainWords(name: unknown): string {
  if (name === undefined) refuse("invalid-option", "keys: { name, censor } needs a name");
  const words = wordsOf(name);
  if (words.startsWith("!"))
    refuse("invalid-option", `keys: ${JSON.stringify(name)} removes a name, so it cannot have a censor`);
  return words;
}

const LETTERS_LEAST = 2;
const LETTERS_MOST = 60;

/** What is asked of the letters of a name. */
interface Letters {
  /** Where a word begins with a capital. */
  readonly wordStart: RegExp;
  readonly noWord: RegExp;
  readonly twoLetters: RegExp;
  /** Between the first letter or digit and the last, what separates no words. */
  readonly oddBetween: RegExp;
}

const ASCII: Letters = {
  wordStart: /([a-z0-9])([A-Z])/g,
  noWord: /[^A-Za-z0-9]+/g,
  twoLetters: /[A-Za-z].*[A-Za-z]/s,
  oddBetween: /[A-Za-z0-9].*?([^A-Za-z0-9 _-]).*[A-Za-z0-9]/s,
};

/** The same for any script; the classes of Unicode take two milliseconds to compile, so only where a name needs them. */
function unicode(): Letters {
  return {
    wordStart: /([\p{Ll}0-9])(\p{Lu})/gu,
    noWord: /[^\p{L}\p{M}\p{N}]+/gu,
    twoLetters: /\p{L}.*\p{L}/su,
    oddBetween: /[\p{L}\p{N}].*?([^\p{L}\p{M}\p{N} _-]).*[\p{L}\p{N}]/su,
  };
}

/** `X-Api-Key`, `apiKey` and `api_key` as words, after their mark (`!`, `=`, `_`). */
function wordsOf(name: unknown): string {
  if (typeof name !== "string")
    return refuse("invalid-option", `option keys must be an array of names; it contains ${given(name)}`);
  const shown = JSON.stringify(name);
  if (/[.[\]]/.test(name))
    refuse(
      "invalid-option",
      `keys: ${shown} is a path, not a name; give the last name of the path (in code: or use the option paths)`,
    );
  if (name.includes("*"))
    refuse(
      "invalid-option",
      `keys: ${shown}: patterns are not supported; a name also matches the end of a longer name: "mail" matches "userMail"`,
    );
  const [, mark = "", rest = ""] = /^([!=]*_?)(.*)$/s.exec(name) ?? [];
  const { wordStart, noWord, twoLetters, oddBetween } = [...rest].every((c) => c < "\u0080")
    ? ASCII
    : unicode();
  const words = rest.replace(wordStart, "$1 $2").replace(noWord, " ").trim().toLowerCase();
  const letters = words.replaceAll(" ", "");
  if (letters.length < LETTERS_LEAST || letters.length > LETTERS_MOST || !twoLetters.test(words))
    refuse(
      "invalid-option",
      `keys: ${shown}: a name must have ${LETTERS_LEAST} to ${LETTERS_MOST} letters and digits, at least two of them letters (in code: the option paths takes any name)`,
    );
  const between = oddBetween.exec(rest)?.[1];
  if (between !== undefined)
    refuse(
      "invalid-option",
      `keys: ${shown}: words of a name are separated by "_", "-" or a blank, not by ${JSON.stringify(between)}; its last word is enough (in code: the option paths takes any name)`,
    );
  return mark + words;
}

function namesKnown(): readonly string[] {
  return allRules().flatMap((rule) =>
    "key" in rule ? rule.key.map((name) => name.replace(/^[_=]/, "")) : [],
  );
}

/** Whether it ends in a name of the catalogue. */
function isKnown(name: string): boolean {
  const letters = name.replace(/[ _=]/g, "");
  return allRules().some(
    (rule) => "key" in rule && rule.key.some((key) => letters.endsWith(key.replace(/[ _=]/g, ""))),
  );
}
