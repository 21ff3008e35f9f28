import { given } from "../config-error.ts";
import type { KeyRule, ValueKind } from "../rules/rule.ts";
import { allRules } from "./all-rules.ts";
import { didYouMean } from "./nearest.ts";
import { type CensoredKey, refuse } from "./options.ts";
import { censoredKeyId, USER_KEY } from "./own-key-ids.ts";

/** The trie of names holds fewer; to find that out takes seconds. */
const NAMES_MOST = 20_000;

/**
 * The rules of a user's names. `!` before a name takes it out of the catalogue.
 *
 * @throws RedactorConfigError for what is not a name, with what would work
 */
export function keyRulesOf(names: readonly unknown[]): readonly KeyRule[] {
  if (names.length > NAMES_MOST)
    refuse("invalid-option", `keys: too many names, ${names.length}; at most ${NAMES_MOST} are possible`);
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
  const added = words.filter((name) => !name.startsWith("!"));
  return [...byReading(added, not), ...censored];
}

/** Values of which a part is secret. Of `named` and `columns` other names say which, so a user's name is not read so. */
const IN_PARTS: readonly (ValueKind | undefined)[] = ["credentials", "cookies", "set-cookie"];

/** What the catalogue says of a name besides that it is one. */
type Reading = Pick<KeyRule, "value" | "qualified" | "vendor" | "indexed">;

function readingOf({ value, qualified, vendor, indexed }: KeyRule): Reading {
  return {
    ...(IN_PARTS.includes(value) && { value: value! }),
    ...(qualified && { qualified }),
    ...(vendor && { vendor }),
    ...(indexed && { indexed }),
  };
}

/**
 * A name that ends in one of the catalogue is read as that is: unquoted, `authorization` has a scheme before what is
 * secret, and words may follow `api key`. The rule of a user's name wins over that of the catalogue, so that any
 * other reading would let through what was found without it.
 */
function byReading(added: readonly string[], not: readonly string[]): readonly KeyRule[] {
  const known = new Map<string, Reading>();
  for (const rule of keyRules()) {
    const reading = readingOf(rule);
    // Most rules say nothing more, and have most of the names.
    if (Object.keys(reading).length === 0) continue;
    for (const name of rule.key.map(lettersOf)) known.set(name, { ...known.get(name), ...reading });
  }
  const rules = new Map<string, { readonly reading: Reading; readonly key: string[] }>();
  rules.set("{}", { reading: {}, key: [] });
  for (const name of added) {
    const letters = lettersOf(name);
    const end = [...letters].findIndex((_, at) => known.has(letters.slice(at)));
    const reading = end < 0 ? {} : known.get(letters.slice(end))!;
    const said = JSON.stringify(reading);
    if (!rules.has(said)) rules.set(said, { reading, key: [] });
    rules.get(said)!.key.push(name);
  }
  return [...rules.values()].map(({ reading, key }, i) => ({
    id: USER_KEY,
    key,
    ...(i === 0 && { not }),
    ...reading,
  }));
}

/**
 * What the catalogue says of exactly this name: it finds every value after it (`all`), or other names and values by it
 * (`others`).
 */
export function catalogueHas(name: string): "all" | "others" | undefined {
  const letters = lettersOf(wordsOf(name));
  const rules = keyRules().filter(
    ({ key, optIn }) => !optIn && key.some((each) => lettersOf(each) === letters),
  );
  if (rules.some(({ value }) => value !== undefined && !IN_PARTS.includes(value))) return "others";
  return rules.some(({ check, joined }) => check === undefined && !joined) ? "all" : undefined;
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

const keyRules = (): readonly KeyRule[] => allRules().filter((rule) => "key" in rule);

const lettersOf = (name: string): string => name.replace(/[ _=!]/g, "");

function namesKnown(): readonly string[] {
  return keyRules().flatMap((rule) => rule.key.map((name) => name.replace(/^[_=]/, "")));
}

/** Whether it ends in a name of the catalogue. */
function isKnown(name: string): boolean {
  const letters = lettersOf(name);
  return keyRules().some((rule) => rule.key.some((key) => letters.endsWith(lettersOf(key))));
}
