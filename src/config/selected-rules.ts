import { given } from "../config-error.ts";
import type { Changes } from "../program/extension/extend.ts";
import { ownTexts } from "../redaction/censors.ts";
import type { Rule } from "../rules/rule.ts";
import { type Ruleset, rulesets } from "../rules/rulesets.ts";
import { allRules } from "./all-rules.ts";
import { checkRule } from "./check-rule.ts";
import { didYouMean } from "./nearest.ts";
import { censorOf, type RedactorOptions, refuse } from "./options.ts";
import { isObject, keyRulesOf } from "./own-keys.ts";
import { plainRule } from "./own-rules.ts";

/** What the options change of the catalogue. */
export function changesOf(options: RedactorOptions): Changes {
  const given = options.rules ?? [];
  const own = given.filter((rule) => typeof rule !== "string");
  const ownCensors = own.map((rule) => rule?.censor);
  const keys = keyRulesOf(options.keys ?? []);
  own.forEach(checkRule);
  const censor = censorOf(options);
  const censors = [censor, ...ownCensors, ...(options.keys ?? []).filter(isObject).map((key) => key.censor)];
  const allowed = options.allow ?? [];
  const ids = given.filter((rule) => typeof rule === "string");
  return {
    ...choiceOf(ids),
    own: [...own.map(plainRule), ...ids.flatMap((id) => rulesetOf(id)?.adds ?? []), ...keys],
    allowed: {
      texts: [
        ...allowed.filter(isText),
        // A fixed text of one's own must not be redacted again.
        ...censors.flatMap(ownTexts).flatMap(textsOfCensor),
      ],
      patterns: allowed.filter((entry) => !isText(entry)).map(allowPattern),
    },
  };
}

/** Which rules of the catalogue are turned off and on. */
function choiceOf(ids: readonly string[]): Pick<Changes, "rules" | "off" | "optIn"> {
  if (ids.length === 0) return { rules: [], off: new Set(), optIn: [] };
  const chosen = new Set(rulesOf(ids));
  const rules = allRules().filter(({ optIn }) => !optIn);
  return {
    rules,
    off: new Set(rules.filter((rule) => !chosen.has(rule))),
    optIn: [...chosen].filter(({ optIn }) => optIn),
  };
}

/**
 * The rules of the catalogue that are on with these ids, issuers and rulesets; `!` before one turns it off.
 *
 * @throws RedactorConfigError for one that names no rule, with the nearest that do
 */
export function rulesOf(ids: readonly string[]): readonly Rule[] {
  const catalogue = allRules();
  const chosen = ids.map((id) => {
    const wanted = id.replace(/^!/, "");
    const rules = rulesNamed(wanted, catalogue);
    if (rules.length === 0) refuse("unknown-rule", `unknown rule ${JSON.stringify(wanted)}${known(wanted)}`);
    return { isOff: id.startsWith("!"), rules };
  });
  const on = new Set(chosen.filter(({ isOff }) => !isOff).flatMap(({ rules }) => rules));
  const off = new Set(chosen.filter(({ isOff }) => isOff).flatMap(({ rules }) => rules));
  const onlyNamed = [...on].some(({ optIn }) => !optIn);
  return catalogue.filter((rule) => (onlyNamed || rule.optIn ? on.has(rule) : true) && !off.has(rule));
}

/** The rules of an id, an issuer or a ruleset. */
function rulesNamed(wanted: string, catalogue: readonly Rule[]): readonly Rule[] {
  const rules = rulesetOf(wanted)?.rules ?? [wanted];
  if (rules === "all") return catalogue;
  if (rules === "default") return catalogue.filter(({ optIn }) => !optIn);
  return rules.flatMap((each) => {
    if (!each.endsWith("*")) return catalogue.filter(({ id }) => id === each);
    const start = each.slice(0, -1);
    return catalogue.filter(({ id }) => id.startsWith(start));
  });
}

function rulesetOf(name: string): Ruleset | undefined {
  return rulesets.find((ruleset) => ruleset.name === name);
}

/** What was meant, and the issuer's rules, or the issuers. */
function known(wanted: string): string {
  const ids = allRules().map(({ id }) => id);
  const issuers = [...new Set(ids.map((id) => id.split("/")[0]!))];
  const issuer = wanted.split("/")[0]!;
  const siblings = [...new Set(ids.filter((id) => id.startsWith(`${issuer}/`)))];
  // `password` is a rule of the issuer `key`.
  const ofKind = ids.filter((id) => id.endsWith(`/${wanted}`)).slice(0, 1);
  const meant = ofKind.map((id) => ` (did you mean ${JSON.stringify(id)}?)`)[0];
  return [
    meant ??
      didYouMean(wanted, [
        ...rulesets.map(({ name }) => name),
        ...ids,
        ...issuers.map((each) => `${each}/*`),
      ]),
    siblings.length > 0
      ? `; rules of ${issuer} are ${listed(siblings, 8)}`
      : `; issuers are ${listed(issuers, 12)}; scrubjay rules lists all`,
  ].join("");
}

function listed(names: readonly string[], most: number): string {
  const more = names.length - most;
  return names.slice(0, most).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/** An entry of `allow` that is an exact value. */
function isText(entry: unknown): entry is string {
  return typeof entry === "string" && entry !== "";
}

function allowPattern(entry: unknown): string {
  if (typeof entry === "object" && entry !== null && "pattern" in entry && typeof entry.pattern === "string")
    return entry.pattern;
  return refuse(
    "invalid-option",
    `option allow: an entry must be a string or { pattern: "…" }, not ${given(entry)}`,
  );
}

/** Texts to leave alone where `text` is the censor. Adjacent credentials have adjacent replacements: `-pass (gone)(gone)`. */
export function textsOfCensor(text: string): readonly string[] {
  return typeof text !== "string" || text === "" ? [] : [text, text + text];
}
