import { given, RedactorConfigError } from "../config-error.ts";
import type { BlockRule, CheckName, KeyRule, Rule, ShapeRule, ValueKind } from "../rules/rule.ts";
import { didYouMean } from "./nearest.ts";
import type { OwnRuleParts } from "./own-rules.ts";

/** The type of a field: a type, a list of strings, of values that are allowed, a censor, or one of these words. */
type Field = "string" | "boolean" | "bits" | "list" | "allowed" | "censor" | readonly string[];

/** Every field of a kind of rule: with one missing here it does not compile. */
type Fields<Kind> = Readonly<Record<keyof Kind, Field>>;

const CHECKS = Object.keys({
  "crc32-base62": 1,
  luhn: 1,
  "mod-97": 1,
  entropy: 1,
  jwt: 1,
  random: 1,
  mixed: 1,
  "not-uuid": 1,
  issued: 1,
} satisfies Record<CheckName, 1>);
const VALUES = Object.keys({
  value: 1,
  credentials: 1,
  cookies: 1,
  columns: 1,
  named: 1,
  "set-cookie": 1,
} satisfies Record<ValueKind, 1>);

const ANY = { id: "string", name: "string", source: "string", optIn: "boolean" } as const;
const OWN = { censor: "censor" } as const;
const SHAPE: Fields<Omit<ShapeRule, "token"> & OwnRuleParts> = {
  ...ANY,
  ...OWN,
  keywords: "list",
  allow: "allowed",
  entropy: "bits",
  pattern: "string",
  ignoreCase: "boolean",
  check: CHECKS,
  checkDecides: "boolean",
  anyValue: "boolean",
  not: "string",
  toQuote: "boolean",
};
const KEY: Fields<KeyRule & Pick<OwnRuleParts, "censor">> = {
  ...ANY,
  ...OWN,
  key: "list",
  not: "list",
  phrases: "list",
  check: CHECKS,
  qualified: CHECKS,
  vendor: CHECKS,
  indexed: CHECKS,
  joined: "boolean",
  anyWord: "boolean",
  value: VALUES,
};
const BLOCK: Fields<BlockRule & Pick<OwnRuleParts, "censor">> = {
  ...ANY,
  ...OWN,
  begin: "string",
  end: "string",
  body: ["base64", "text"],
};

/** The kinds of rules, by the field that only they have. */
const KINDS = { pattern: SHAPE, key: KEY, begin: BLOCK } as const;

/**
 * Checks a user's rule. A misspelt field would leave secrets in the log silently.
 *
 * @throws RedactorConfigError if it is not a rule, with the wrong field and the allowed values
 */
export function checkRule(rule: unknown): asserts rule is Rule {
  if (typeof rule !== "object" || rule === null) refuse(`a rule must be an object, not ${given(rule)}`);
  if (given(rule) === "a RegExp") refuse('a rule must be { id: "issuer/kind", pattern: "…" }, not a RegExp');
  const said = rule as Readonly<Record<string, unknown>>;
  const { id } = said;
  if (typeof id !== "string" || !/^[a-z0-9-]+\/[a-z0-9-]+$/.test(id))
    refuse(`a rule's id must be "issuer/kind", in lower-case letters, digits and "-", not ${given(id)}`);
  const mark = (["pattern", "key", "begin"] as const).find((name) => said[name] !== undefined);
  if (mark === undefined) {
    const known = ["pattern", "key", "begin"];
    const meant = Object.keys(said).map((name) => didYouMean(name, known));
    refuse(
      `rule ${id} has no pattern, key or begin; it needs one of them${meant.find((each) => each !== "") ?? ""}`,
    );
  }
  const fields: Readonly<Record<string, Field>> = KINDS[mark];
  for (const [name, value] of Object.entries(said)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined) {
      const allowed = Object.keys(fields).join(", ");
      refuse(
        `rule ${id}: unknown field ${JSON.stringify(name)}${didYouMean(name, Object.keys(fields))}; with ${mark}, allowed are ${allowed}`,
      );
    }
    if (value !== undefined && !isOf(field, value))
      refuse(`rule ${id}: ${name} must be ${shown(field)}, not ${wrongOf(value)}`);
  }
  for (const name of [mark === "key" ? "key" : "keywords"])
    if (Array.isArray(said[name]) && said[name].length === 0)
      refuse(`rule ${id}: ${name} must have at least one word`);
  if (said.end === "") refuse(`rule ${id}: end must not be empty`);
  if (said.entropy !== undefined && said.check !== undefined)
    refuse(`rule ${id} has a check and entropy; it can have one of them`);
  if (mark === "begin" && said.end === undefined) refuse(`rule ${id} has a begin but no end`);
}

function isOf(field: Field, value: unknown): boolean {
  // Both have checks of their own.
  if (field === "censor") return true;
  if (field === "bits") return typeof value === "number" && value >= 0.1 && value <= 8;
  if (field === "allowed") return Array.isArray(value) && value.every(isAllowed);
  if (field === "list")
    return Array.isArray(value) && value.every((item) => typeof item === "string" && item !== "");
  return typeof field === "string" ? typeof value === field : field.includes(value as string);
}

function isAllowed(entry: unknown): boolean {
  const text = typeof entry === "object" && entry !== null && "pattern" in entry ? entry.pattern : entry;
  return typeof text === "string" && text !== "";
}

/** Of a list, what is wrong in it. */
function wrongOf(value: unknown): string {
  const list = Array.isArray(value) ? value : [];
  const wrong = list.findIndex((item) => typeof item !== "string");
  return wrong < 0 ? given(value) : `a list with ${given(list[wrong])}`;
}

function shown(field: Field): string {
  if (field === "string") return "a string";
  if (field === "list") return "a list of strings";
  if (field === "bits") return "a number of bits from 0.1 to 8";
  if (field === "allowed") return 'a list of strings and { pattern: "…" }';
  if (field === "censor") return "a censor";
  return field === "boolean" ? "true or false" : `one of ${field.join(", ")}`;
}

function refuse(message: string): never {
  throw new RedactorConfigError("invalid-rule", message);
}
