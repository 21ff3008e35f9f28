import { catalogue } from "../../../src/rules/catalogue.ts";
import type { ShapeRule } from "../../../src/rules/rule.ts";
import { sampleOfRule } from "../../samples/generate.ts";
import { createRandom } from "../../samples/random.ts";
import type { Choices } from "../choices.ts";

/** What the kernel looks for, taken from the rules. The simplest stands first: there cases are shrunk to. */

const keyRules = catalogue.filter((rule) => "key" in rule);
const shapeRules = catalogue.filter((rule): rule is ShapeRule => "pattern" in rule && !rule.optIn);

/** Every name of the rules as it is listed: `api key`. */
const listed: readonly string[] = [
  ...["password", "token", "secret", "authorization", "cookie", "set cookie", "api key", "credentials"],
  ...new Set(
    keyRules.flatMap(({ key, not = [] }) => [...key, ...not]).map((name) => name.replace(/^[=_]/, "")),
  ),
];

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** Ways in which a name of words is spelt. */
const spellings: readonly ((words: readonly string[]) => string)[] = [
  (words) => words.join("_"),
  ([first = "", ...rest]) => first + rest.map(capital).join(""),
  (words) => words.join("-"),
  (words) => words.map(capital).join("-"),
  (words) => words.join("_").toUpperCase(),
  (words) => words.map(capital).join(""),
  (words) => words.join(" "),
  (words) => `db_${words.join("_")}`,
  (words) => `x-${words.join("-")}`,
  (words) => `user[${words.join("_")}]`,
  (words) => `user.${words.join(".")}`,
  (words) => `${words.map(capital).join("")}Test`,
];

/** The name of a credential, or an innocent one that ends like it. */
export function sensitiveName(choices: Choices): string {
  return choices.pick(spellings)(choices.pick(listed).split(" "));
}

// biome-ignore format: a table of words
const innocentNames: readonly string[] = [
  "msg", "id", "n", "ok", "level", "time", "ua", "ip", "user", "path", "url", "status", "type", "label", "text",
  "name", "value", "key", "field", "headers", "params", "query", "body", "data", "items", "argv", "env", "args",
  "cookies", "schema", "required", "default", "example", "description", "title", "Name", "Value", "Key", "state",
  "oldValue", "newValue", "error", "stack", "code", "request", "response", "auth", "pass", "spf", "cmd", "sql",
  "provided", "location", "in", "option", "prompt", "expires", "path ", "a b", "", "0", "é", "日本", "__proto__", "constructor", "length", "toString", "\\", "\"", "'", "{", "}", "a:b", "a=b",
];

export function innocentName(choices: Choices): string {
  return choices.pick(innocentNames);
}

/** The values that a name stands in front of; some say nothing. */
// biome-ignore format: a table of words
export const plainValues: readonly string[] = [
  "hunter22x", "marzipan-otter-4", "Zq8Lw2Xk9Vb4", "swordfish", "correct horse battery", "it's", 'say "x"', "a\\b",
  "x", "", "null", "true", "none", "***", "[REDACTED]", "string", "changeme", "7", "1234", "3306", "$1", "?", "%s",
  "$" + "{TOKEN}", "{{ token }}", "<token>", "process.env.TOKEN", "a=b", "a=b; c=d", "sid=Zq8Lw2Xk9Vb4; Path=/", "ann:hunter22x",
  "Bearer Zq8Lw2Xk9Vb4", "Basic YW5uOmh1bnRlcjIy", 'Digest username="ann", response="5d672d79c15b131"', "{hunter two 123}",
  "[hunter22x]", "(hunter22x)", "hunter,22x", "hunter;22x", "hunter&22x", "<hunter22x>", "пароль1", "hunter22x…", "--y",
  "c265b64d-b8b2-4c8f-912b-a346f34fc63a", "2c4dadbd96776b3579435565a6567476", "Wed, 21 Oct 2026 07:28:00 GMT", "https://a.example/b?c=d",
];

export function plainValue(choices: Choices): string {
  return choices.pick(plainValues);
}

/** A credential of each vendor, the same in every run of the same rules. */
const samples: readonly { readonly rule: ShapeRule; readonly text: string }[] = (() => {
  const random = createRandom(5);
  return shapeRules.map((rule) => ({ rule, text: sampleOfRule(rule, random) }));
})();

/** What some rule's pattern matches, whole. */
export function sample(choices: Choices): string {
  return choices.pick(samples).text;
}

/** The beginning of what a pattern matches: a head without the rest. */
export function head(choices: Choices): string {
  const { text } = choices.pick(samples);
  return text.slice(0, 1 + choices.below(Math.min(text.length, 40)));
}
