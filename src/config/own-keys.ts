import { given } from "../config-error.ts";
import { catalogue } from "../rules/catalogue.ts";
import type { KeyRule } from "../rules/rule.ts";
import { type CensoredKey, refuse } from "./options.ts";
import { censoredKeyId, USER_KEY } from "./own-key-ids.ts";

/**
 * The rules of the names that a user gives: sensitive ones, and behind "!" those that are not.
 *
 * @throws RedactorConfigError for what is no name, with what would work
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
    if (!isKnown(name)) refuse("invalid-option", `keys: "!${name}" takes out no name that is known`);
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
      `keys: ${JSON.stringify(unknown)} is not known; an entry is a name or { name, censor }`,
    );
}

function plainWords(name: unknown): string {
  const words = wordsOf(name);
  if (words.startsWith("!"))
    refuse("invalid-option", `keys: ${JSON.stringify(name)} takes a name out, which needs no censor`);
  return words;
}

/** `X-Api-Key`, `apiKey` and `api_key` as words, behind what marks them. */
function wordsOf(name: unknown): string {
  if (typeof name !== "string")
    return refuse("invalid-option", `option keys must be an array of names, not of ${given(name)}`);
  const shown = JSON.stringify(name);
  if (/[.[\]]/.test(name))
    refuse(
      "invalid-option",
      `keys: ${shown} is a place, not a name: \`paths\` take places, \`keys\` the last name of one`,
    );
  if (name.includes("*"))
    refuse(
      "invalid-option",
      `keys: ${shown}: there are no patterns; a name is also the end of a longer one, as "mail" is of "userMail"`,
    );
  const [, mark = "", rest = ""] = /^([!=]*_?)(.*)$/s.exec(name) ?? [];
  const words = rest
    .replace(/([\p{Ll}0-9])(\p{Lu})/gu, "$1 $2")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
  if (words === "") refuse("invalid-option", `keys: ${shown}: a name has letters`);
  return mark + words;
}

/** Whether it ends in a name of the catalogue. */
function isKnown(name: string): boolean {
  const letters = name.replace(/[ _=]/g, "");
  return catalogue.some(
    (rule) => "key" in rule && rule.key.some((key) => letters.endsWith(key.replace(/[ _=]/g, ""))),
  );
}
