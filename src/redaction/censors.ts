import { didYouMean } from "../config/nearest.ts";
import { given, RedactorConfigError } from "../config-error.ts";
import { SPAN_CHECK_FAILED, SPAN_CHECK_PASSED } from "../kernel/abi.ts";
import { claimsOf } from "./claims/claims.ts";
import { makeSafe } from "./notation.ts";
import { createPseudonyms, hasKey } from "./pseudonyms.ts";
import { fixed, isRuleName, maskOf, objectReplacer, ofSecret, REDACTED, type Replacer } from "./replacers.ts";

export { REDACTED, type Replacer };

/**
 * What a censor function gets to know about a match. As an array it is the path to the value, as in pino, if one of
 * `paths` named it; it is empty for what was found by content.
 *
 * @example
 * const censor: Censor = (_secret, { rule }: CensoredMatch) => `(${rule})`;
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
 *
 * @example
 * const censor: CensorFunction = (secret) => `(${secret.length} characters)`;
 */
// biome-ignore lint/suspicious/noExplicitAny: so that the functions that pino takes fit
export type CensorFunction = (secret: any, match: CensoredMatch) => unknown;

/** Names of the built-in censors. */
export const CENSOR_NAMES: readonly CensorName[] = ["redacted", "label", "mask", "hash", "claims", "remove"];
/**
 * A built-in censor, by its name; {@link PlainCensor} says what each writes.
 *
 * @example
 * const censor: CensorName = "label";
 */
export type CensorName = "redacted" | "label" | "mask" | "hash" | "claims" | "remove";

/**
 * What replaces a secret:
 * - `"redacted"`: `[REDACTED]`, the default
 * - `"label"`: with the rule's id, `[REDACTED:github/pat]`
 * - `"mask"`: a `*` for every character; it shows how long the secret was
 * - `"hash"`: with a keyed pseudonym, `[REDACTED:github/pat#6f1c0a9e41d2]`, the same for the same secret (HMAC-SHA-256,
 *   RFC 2104); the key is in the environment variable `SCRUBJAY_HMAC_KEY`
 * - `"claims"`: with what a JSON Web Token (RFC 7519) or a SAML assertion says of itself, `[REDACTED:jwt/jws alg=RS256 iss=https://idp.example
 *   aud=api exp=2026-11-22T12:00:00Z expired=3m]`; any other secret as `"label"` does
 * - `"remove"`: nothing
 * - `{ keepLast: 4 }`: with its last characters, `[REDACTED:...x7Qz]`, if it has 16 or more in all
 * - `{ text }`: a text of your own
 * - a function of the secret
 *
 * @example
 * const censor: PlainCensor = { keepLast: 4 };
 */
export type PlainCensor =
  | CensorName
  | { readonly text: string }
  | { readonly keepLast: number }
  | CensorFunction;

/**
 * A censor for each of some rules, by id (`"jwt/jws"`) or issuer (`"github/*"`), and `"*"` for all others.
 *
 * @example
 * const censor: CensorsByRule = { "jwt/*": "claims", "*": "label" };
 */
export interface CensorsByRule {
  readonly [rule: `${string}/${string}`]: PlainCensor;
  readonly "*"?: PlainCensor;
}

/**
 * The option `censor`: one for all rules, or one for each of some.
 *
 * @example
 * const censor: Censor = { "jwt/*": "claims", "*": { text: "(gone)" } };
 */
export type Censor = PlainCensor | CensorsByRule;

/**
 * @param ruleIds The ids of the rules, as users see them
 * @throws RedactorConfigError for an unknown censor or rule, a text that would break a notation, and a hash without a key
 */
export function createReplacer(censor: Censor, ruleIds: readonly string[]): Replacer {
  const { rest, byRule } = chooseCensors(censor, ruleIds);
  const replacer = plainReplacer(rest, ruleIds);
  if (byRule === undefined) return replacer;
  // Rules that were named together have one.
  const made = new Map([...new Set(byRule.values())].map((own) => [own, plainReplacer(own, ruleIds)]));
  return { ...replacer, byRule: new Map([...byRule].map(([rule, own]) => [rule, made.get(own)!])) };
}

/** Which censor each rule has. */
export interface ChosenCensors {
  /** Of the rules that have none of their own. */
  readonly rest: PlainCensor;
  /** Undefined where there is one for all. */
  readonly byRule: ReadonlyMap<number, PlainCensor> | undefined;
}

/** @throws RedactorConfigError for a name that is no rule's */
export function chooseCensors(censor: Censor, ruleIds: readonly string[]): ChosenCensors {
  if (!isByRule(censor)) return { rest: censor, byRule: undefined };
  const byRule = new Map<number, PlainCensor>();
  // An id says more than an issuer, and counts whatever comes first.
  const entries = Object.entries(recordOf(censor)).sort(([a], [b]) => a.length - b.length);
  for (const [wanted, own] of entries) {
    const rules = wanted === "*" ? [] : [...ruleIds.keys()].filter((rule) => isNamed(ruleIds[rule]!, wanted));
    if (wanted !== "*" && rules.length === 0)
      throw new RedactorConfigError(
        "unknown-rule",
        `censor: ${JSON.stringify(wanted)} names no rule that is on${didYouMean(wanted, idsAndIssuers(ruleIds))}; write an id ("jwt/jws"), an issuer ("github/*") or "*"`,
      );
    for (const rule of rules) byRule.set(rule, own);
  }
  return { rest: censor["*"] ?? "redacted", byRule };
}

function idsAndIssuers(ruleIds: readonly string[]): readonly string[] {
  return [...ruleIds, ...new Set(ruleIds.map((id) => `${id.split("/")[0]}/*`))];
}

/** The texts of a user's own that a censor writes: they are not to be replaced again. */
export function ownTexts(censor: Censor | undefined): readonly string[] {
  if (typeof censor !== "object" || censor === null) return [];
  if (isByRule(censor)) return Object.values(recordOf(censor)).flatMap(ownTexts);
  return "text" in censor && typeof censor.text === "string" ? [censor.text] : [];
}

/** Whether an id is the one that is wanted, or of the issuer that is: `github/*`. */
export function isNamed(id: string, wanted: string): boolean {
  return wanted.endsWith("*") ? id.startsWith(wanted.slice(0, -1)) : id === wanted;
}

function isByRule(censor: Censor): censor is CensorsByRule {
  if (typeof censor !== "object" || censor === null || Array.isArray(censor)) return false;
  const names = Object.keys(censor);
  return names.length > 0 && names.every(isRuleName);
}

const recordOf = (censor: CensorsByRule): Readonly<Record<string, PlainCensor>> =>
  censor as Readonly<Record<string, PlainCensor>>;

function plainReplacer(censor: PlainCensor, ruleIds: readonly string[]): Replacer {
  if (typeof censor === "function") return functionReplacer(censor, ruleIds);
  if (typeof censor === "object" && censor !== null && !Array.isArray(censor)) return objectReplacer(censor);
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
    case "remove":
      return fixed(() => "");
    case "claims": {
      const pseudonym = hasKey() ? createPseudonyms() : undefined;
      return ofSecret((rule, secret) => {
        const claims = claimsOf(secret, pseudonym, Date.now());
        return claims ? `[REDACTED:${ruleIds[rule]} ${claims}]` : `[REDACTED:${ruleIds[rule]}]`;
      });
    }
    case "hash": {
      const pseudonym = createPseudonyms();
      return ofSecret((rule, secret) => `[REDACTED:${ruleIds[rule]}#${pseudonym(secret)}]`);
    }
  }
  return refuseCensor(censor);
}

function refuseCensor(censor: unknown): never {
  throw new RedactorConfigError(
    "unknown-censor",
    `${typeof censor === "string" ? `unknown censor ${given(censor)}${didYouMean(censor, CENSOR_NAMES)}` : `censor cannot be ${given(censor)}`}; allowed are ${CENSOR_NAMES.map((name) => JSON.stringify(name)).join(", ")}, { text: "…" }, { keepLast: 4 }, a function, or one of these for each of some rules, { "github/*": "label" }`,
  );
}

/** Whether a span's check passed; undefined where it has none. */
export function checkOf(flags: number): boolean | undefined {
  if (flags & SPAN_CHECK_PASSED) return true;
  return flags & SPAN_CHECK_FAILED ? false : undefined;
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
