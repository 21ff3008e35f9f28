import type { Replacer } from "../../redaction/censors.ts";
import type { Ledger } from "../../redaction/replacing.ts";
import type { Cut } from "../../redaction/string-sink.ts";
import { findJsonHits, type JsonHit } from "./json-paths.ts";
import { type Paths, parsePaths } from "./paths.ts";

/** Stands for a value that is to be gone with its name. */
export const REMOVED: unique symbol = Symbol("removed");

export interface PathOptions {
  readonly paths: readonly string[];
  /** Take what is named away instead of replacing it. */
  readonly remove: boolean;
  /** The rule under which a path's matches are counted. */
  readonly rule: number;
}

/** What is redacted because of where it stands, whatever it holds. */
export class PathRedactor {
  readonly paths: Paths;
  readonly #replacer: Replacer;
  readonly #ledger: Ledger;
  readonly #remove: boolean;
  readonly #rule: number;

  /** @throws RedactorConfigError for a malformed path */
  constructor({ paths, remove, rule }: PathOptions, replacer: Replacer, ledger: Ledger) {
    this.paths = parsePaths(paths);
    this.#remove = remove;
    this.#rule = rule;
    this.#replacer = replacer;
    this.#ledger = ledger;
  }

  /** What stands for `value`, or {@link REMOVED}. */
  replace(value: unknown, path: readonly string[]): unknown {
    this.#count(0, typeof value === "string" ? value.length : 0);
    return this.#replacement(() => value, path);
  }

  /** The changes to a JSON text; none in any other text. In order; none overlaps another. */
  cuts(text: string): readonly Cut[] {
    return findJsonHits(text, this.paths).map((hit) => {
      this.#count(hit.start, hit.end);
      let literal: string | undefined;
      try {
        literal = this.#literal(text, hit);
      } catch {
        return { start: hit.start, end: hit.end, text: "", isFailed: true };
      }
      if (literal !== undefined) return { start: hit.start, end: hit.end, text: literal };
      const [start, end] = hit.member ?? [hit.start, hit.end];
      return { start, end, text: hit.member === undefined ? "null" : "" };
    });
  }

  #literal(text: string, { path, start, end }: JsonHit): string | undefined {
    const replacement = this.#replacement(() => parse(text.slice(start, end)), path);
    return replacement === REMOVED ? undefined : JSON.stringify(replacement);
  }

  #replacement(value: () => unknown, path: readonly string[]): unknown {
    if (this.#remove) return REMOVED;
    const replacement = this.#replacer.ofPath(this.#rule, value, path);
    return replacement === undefined ? REMOVED : replacement;
  }

  #count(start: number, end: number): void {
    this.#ledger.record(this.#rule);
    this.#ledger.tell?.({ rule: this.#ledger.ruleIds[this.#rule]!, start, end, checked: undefined });
  }
}

/** A value in a text that is cut is its text. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}
