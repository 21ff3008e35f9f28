import { readFileSync } from "node:fs";
import { join } from "node:path";

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
}

/** What people read of the rules: it is in a file next to the code (`build/prepare-catalogue.ts`). */
export function readCatalogue(): readonly ListedRule[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, "catalogue.json"), "utf8"));
}
