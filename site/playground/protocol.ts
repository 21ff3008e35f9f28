// What the page and its workers say to each other. Each request gets one answer, in order.
import type { JsonOptions } from "./settings.ts";

export type Request =
  | { readonly kind: "options"; readonly options: JsonOptions }
  | { readonly kind: "redact"; readonly text: string }
  /** `at` is a place in `text`; the text is a window of the whole one. */
  | { readonly kind: "explain"; readonly text: string; readonly at: number };

/** A redacted text, and what was found in it: `rules[which[i]]` from `starts[i]` to before `ends[i]`. */
export interface Redacted {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly which: Uint16Array;
  readonly rules: readonly string[];
}

export interface Explained {
  /** What replaces the text at the place; undefined if nothing does. */
  readonly match: { readonly rule: string; readonly start: number; readonly end: number } | undefined;
  /** Reasons, in sentences. */
  readonly reasons: readonly string[];
  /** Rules that are off and would take it. */
  readonly offRules: readonly string[];
}

/** A rule's name and source. */
export type Notes = Readonly<Record<string, readonly [name: string, source: string]>>;

export type Answer =
  | { readonly kind: "options"; readonly error: string | undefined; readonly notes: Notes }
  | { readonly kind: "redact"; readonly redacted: Redacted }
  | { readonly kind: "explain"; readonly explained: Explained };
