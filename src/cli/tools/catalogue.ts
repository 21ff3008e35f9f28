import { readFileSync } from "node:fs";
import { join } from "node:path";
import { allRules } from "../../config/all-rules.ts";
import type { RedactorOptions } from "../../config/options.ts";

/** A rule, as `scrubjay rules` lists it. */
export interface ListedRule {
  readonly id: string;
  /** What a person calls it. */
  readonly name: string;
  /** The issuer, or what such rules have in common: the id up to its "/". */
  readonly family: string;
  /** Whether it is on unless options turn it off; otherwise it has to be asked for. */
  readonly default: boolean;
  /** What it is known by: its shape, the name in front of it, or the marks around it. */
  readonly kind: "shape" | "key" | "block";
  /** The page or RFC that describes the format; `""` if there is none. */
  readonly source: string;
  /** Whether it is of a configuration. */
  readonly own?: true;
}

/** What people read of a rule; `[name, source]`, and for a block's marks a third item. */
export type RuleNote = readonly [name: string, source: string, isBlock?: 1];

/** The rules as users know them: those with one id are one. What people read of them is in a file next to the code. */
export function readCatalogue(): readonly ListedRule[] {
  const notes: readonly RuleNote[] = JSON.parse(
    readFileSync(join(import.meta.dirname, "catalogue.json"), "utf8"),
  );
  const rules = new Map(
    allRules()
      .toReversed()
      .map((rule) => [rule.id, rule]),
  );
  const ids = new Set(allRules().map(({ id }) => id));
  return [...ids].map((id, i) => {
    const [name, source, isBlock] = notes[i]!;
    const rule = rules.get(id)!;
    return {
      id,
      name,
      family: id.split("/")[0]!,
      default: !rule.optIn,
      kind: "key" in rule ? "key" : isBlock ? "block" : "shape",
      source,
    };
  });
}

/** The rules of a configuration, as the catalogue's. */
export function ownRules({ rules = [] }: RedactorOptions): readonly ListedRule[] {
  const own = rules.filter((rule) => typeof rule !== "string");
  // One of gitleaks may be of several patterns.
  const byId = new Map(own.map((rule) => [rule.id, rule]));
  return [...byId.values()].map((rule) => ({
    id: rule.id,
    name: rule.name ?? "",
    family: rule.id.split("/")[0]!,
    default: true,
    kind: "key" in rule ? "key" : "begin" in rule ? "block" : "shape",
    source: rule.source ?? "",
    own: true,
  }));
}
