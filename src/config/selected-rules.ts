import { given } from "../config-error.ts";
import type { Changes } from "../program/extension/extend.ts";
import { catalogue } from "../rules/catalogue.ts";
import type { Rule } from "../rules/rule.ts";
import { checkRule } from "./check-rule.ts";
import { censorOf, type RedactorOptions, refuse } from "./options.ts";
import { isObject, keyRulesOf } from "./own-keys.ts";

/** What the options change of it. */
export function changesOf(options: RedactorOptions): Changes {
  const own = (options.rules ?? []).filter((rule) => typeof rule !== "string");
  const chosen = new Set(chooseRules((options.rules ?? []).filter((rule) => typeof rule === "string")));
  const keys = keyRulesOf(options.keys ?? []);
  own.forEach(checkRule);
  const rules = catalogue.filter(({ optIn }) => !optIn);
  const censor = censorOf(options);
  return {
    rules,
    off: new Set(rules.filter((rule) => !chosen.has(rule))),
    optIn: [...chosen].filter(({ optIn }) => optIn),
    own: [...own, ...keys],
    allowed: {
      texts: (options.allow ?? []).filter(isText),
      patterns: [
        ...(options.allow ?? []).filter((entry) => !isText(entry)).map(allowPattern),
        ...[censor, ...(options.keys ?? []).filter(isObject).map((key) => key.censor)].flatMap((each) =>
          typeof each === "object" && each !== null ? censorPatterns(each.text) : [],
        ),
      ],
    },
  };
}

function chooseRules(ids: readonly string[]): readonly Rule[] {
  for (const id of ids) {
    const wanted = id.replace(/^!/, "");
    if (!catalogue.some((rule) => isNamed(rule.id, wanted))) {
      refuse("unknown-rule", `unknown rule ${JSON.stringify(wanted)}; ${nearest(wanted)}`);
    }
  }
  const off = ids.filter((id) => id.startsWith("!")).map((id) => id.slice(1));
  const on = ids.filter((id) => !id.startsWith("!"));
  const optsIn = (rule: Rule) => on.some((id) => isNamed(rule.id, id));
  const onlyNamed = on.some((id) => catalogue.some((rule) => isNamed(rule.id, id) && !rule.optIn));
  return catalogue.filter(
    (rule) => (onlyNamed || rule.optIn ? optsIn(rule) : true) && !off.some((id) => isNamed(rule.id, id)),
  );
}

function isNamed(id: string, wanted: string): boolean {
  return wanted.endsWith("*") ? id.startsWith(wanted.slice(0, -1)) : id === wanted;
}

function nearest(wanted: string): string {
  const issuer = wanted.split("/")[0]!;
  const near = catalogue.map(({ id }) => id).filter((id) => id.startsWith(`${issuer}/`));
  if (near.length > 0) return `rules of ${issuer} are ${near.slice(0, 8).join(", ")}`;
  const issuers = [...new Set(catalogue.map(({ id }) => id.split("/")[0]!))];
  return `issuers are ${issuers.slice(0, 12).join(", ")} and ${issuers.length - 12} more`;
}

/** An entry of `allow` that is an exact value. */
function isText(entry: unknown): entry is string {
  return typeof entry === "string" && entry !== "";
}

function allowPattern(entry: unknown): string {
  if (typeof entry === "object" && entry !== null && "pattern" in entry && typeof entry.pattern === "string")
    return `(?:${entry.pattern})`;
  return refuse(
    "invalid-option",
    `option allow: an entry must be a string or { pattern: "…" }, not ${given(entry)}`,
  );
}

/** Patterns of the replacement text, so that it is not redacted again. */
export function censorPatterns(text: string): readonly string[] {
  if (text === "" || typeof text !== "string") return [];
  // Adjacent credentials have adjacent replacements: `-pass (gone)(gone)`.
  return [`(?:${escapePattern(text)}){1,2}`];
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
