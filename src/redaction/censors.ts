import { given, RedactorConfigError } from "../config-error.ts";
import { SPAN_CHECK_FAILED, SPAN_CHECK_PASSED } from "../kernel/abi.ts";
import { isSafe, makeSafe } from "./notation.ts";

/**
 * What a censor function gets to know about a match. As an array it is the path to the value, as in pino, if one of
 * `paths` named it; it is empty for what was found by content.
 */
export interface CensoredMatch extends Array<string> {
  /** Id of the rule that matched. */
  readonly rule: string;
  /** Whether the rule's check (a checksum) passed; undefined if the rule has no check. */
  readonly checked: boolean | undefined;
}

/**
 * Returns the replacement for a secret. The secret is a string, unless one of `paths` named it. The replacement must
 * not contain the secret. It must be a string, except for a value in an object that a path named: there it can be
 * anything, as in pino.
 */
// biome-ignore lint/suspicious/noExplicitAny: so that the functions that pino takes fit
export type CensorFunction = (secret: any, match: CensoredMatch) => unknown;

/** Names of the built-in censors. */
export const CENSOR_NAMES = ["redacted", "label", "mask"] as const;
export type CensorName = (typeof CENSOR_NAMES)[number];

/**
 * What replaces a secret:
 * - `"redacted"`: `[REDACTED]`, the default
 * - `"label"`: with the rule's id, `[REDACTED:github/pat]`
 * - `"mask"`: a `*` for every character; it shows how long the secret was
 * - `{ text }`: a text of your own
 * - a function of the secret
 */
export type Censor = CensorName | { readonly text: string } | CensorFunction;

/** A censor, ready for use. It gets a secret only where `needsText`; elsewhere an empty text. */
export interface Replacer {
  readonly needsText: boolean;
  /** `*` for each character instead of one text for the match. */
  readonly isMask: boolean;
  replacement(rule: number, flags: number, secret: string): string;
  /** Rules that have one of their own. */
  readonly byRule?: ReadonlyMap<number, Replacer>;
  /** The replacement of a value of any type that a path names; it may be undefined, as in pino. */
  ofPath(rule: number, value: () => unknown, path: readonly string[]): unknown;
}

export const REDACTED = "[REDACTED]";

/** @throws RedactorConfigError for an unknown censor, or a text that would break a notation */
export function createReplacer(censor: Censor, ruleIds: readonly string[]): Replacer {
  if (typeof censor === "function") return functionReplacer(censor, ruleIds);
  if (typeof censor === "object" && censor !== null && typeof censor.text === "string") {
    checkText(censor.text);
    return fixed(() => censor.text);
  }
  switch (censor) {
    case "redacted":
      return fixed(() => REDACTED);
    case "mask":
      return { needsText: false, isMask: true, replacement: () => "", ofPath: (_, value) => maskOf(value()) };
    case "label": {
      // Made when they are needed: there may be a thousand redactors, and as many rules.
      const labels = new Map<number, string>();
      return fixed((rule) => {
        const label = labels.get(rule) ?? `[REDACTED:${ruleIds[rule]}]`;
        labels.set(rule, label);
        return label;
      });
    }
  }
  throw new RedactorConfigError(
    "unknown-censor",
    `unknown censor ${given(censor)}; allowed are ${CENSOR_NAMES.map((name) => JSON.stringify(name)).join(", ")}, { text: "…" } or a function`,
  );
}

/** Whether a span's check passed; undefined where it has none. */
export function checkOf(flags: number): boolean | undefined {
  if (flags & SPAN_CHECK_PASSED) return true;
  return flags & SPAN_CHECK_FAILED ? false : undefined;
}

function fixed(replacement: (rule: number) => string): Replacer {
  return { needsText: false, isMask: false, replacement, ofPath: replacement };
}

function maskOf(value: unknown): string {
  return typeof value === "string" ? "*".repeat([...value].length) : REDACTED;
}

function checkText(text: string): void {
  if (isSafe(text)) return;
  throw new RedactorConfigError(
    "invalid-option",
    `censor text ${JSON.stringify(text)} has a quote, a backslash or a control character, which would break JSON and other notations; remove them`,
  );
}

function functionReplacer(censor: CensorFunction, ruleIds: readonly string[]): Replacer {
  // Not enumerable: what is compared or printed is the path, as pino gives it.
  const matchOf = (path: readonly string[], rule: number, checked: boolean | undefined): CensoredMatch =>
    Object.defineProperties([...path], {
      rule: { value: ruleIds[rule] },
      checked: { value: checked },
    }) as CensoredMatch;
  return {
    needsText: true,
    isMask: false,
    replacement(rule, flags, secret) {
      const text = censor(secret, matchOf([], rule, checkOf(flags)));
      if (typeof text !== "string") throw new TypeError("a censor function must return a string");
      return makeSafe(text);
    },
    // The replacement of a whole value needs no care for quotes: it is written as JSON.
    ofPath: (rule, value, path) => censor(value(), matchOf(path, rule, undefined)),
  };
}
