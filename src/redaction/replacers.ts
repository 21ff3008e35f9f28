// What censors are made of.
import { given, RedactorConfigError } from "../config-error.ts";
import { isSafe } from "./notation.ts";
import { plainSecret } from "./plain-secret.ts";

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

export const isRuleName = (name: string): boolean => name === "*" || name.includes("/");

export function fixed(replacement: (rule: number) => string): Replacer {
  return { needsText: false, isMask: false, replacement, ofPath: replacement };
}

/** A replacement that is made of the secret, whatever notation it stands in; it is safe in each. */
export function ofSecret(replacement: (rule: number, secret: string) => string): Replacer {
  return {
    needsText: true,
    isMask: false,
    replacement: (rule, _, secret) => replacement(rule, plainSecret(secret)),
    ofPath(rule, value) {
      const secret = value();
      return replacement(rule, typeof secret === "string" ? secret : (JSON.stringify(secret) ?? ""));
    },
  };
}

/**
 * Of `{ text }` and `{ keepLast }`.
 *
 * @throws RedactorConfigError for any other object, or a text or number that cannot be used
 */
export function objectReplacer(
  censor: { readonly text: string } | { readonly keepLast: number } | object,
): Replacer {
  const names = Object.keys(censor);
  const [name] = names;
  if (names.length !== 1 || !("text" in censor || "keepLast" in censor)) {
    const isOfRules = names.some(isRuleName);
    const odd = names.find((each) =>
      isOfRules ? !isRuleName(each) : each !== "text" && each !== "keepLast",
    );
    // Only a rule's own censor comes here with nothing but names of rules.
    const others = isOfRules ? `${JSON.stringify(name)} in a rule's own censor` : "both";
    const found = names.length === 0 ? "none" : odd === undefined ? others : JSON.stringify(odd);
    throw new RedactorConfigError(
      "unknown-censor",
      `censor: an object has one field, text or keepLast, or only names of rules ("github/*", "*"); this one has ${found}`,
    );
  }
  if (name === "keepLast") return keepLast((censor as { readonly keepLast: unknown }).keepLast);
  const { text } = censor as { readonly text: unknown };
  if (typeof text !== "string")
    throw new RedactorConfigError("unknown-censor", `censor: text must be a string, not ${given(text)}`);
  checkText(text);
  return fixed(() => text);
}

/** More of a secret is never shown, nor anything of one that is shorter than this. */
const KEEP_MOST = 8;
const KEEP_LEAST_LENGTH = 16;

function keepLast(count: unknown): Replacer {
  if (typeof count !== "number" || !Number.isInteger(count) || count < 1 || count > KEEP_MOST)
    throw new RedactorConfigError(
      "invalid-option",
      `censor: keepLast must be a number from 1 to ${KEEP_MOST}, not ${given(count)}`,
    );
  return ofSecret((_, secret) => {
    const characters = [...secret];
    if (characters.length < KEEP_LEAST_LENGTH) return REDACTED;
    return `[REDACTED:...${characters
      .slice(-count)
      .join("")
      .replace(/[^A-Za-z0-9]/gu, "_")}]`;
  });
}

export function maskOf(value: unknown): string {
  return typeof value === "string" ? "*".repeat([...value].length) : REDACTED;
}

function checkText(text: string): void {
  if (isSafe(text)) return;
  throw new RedactorConfigError(
    "invalid-option",
    `censor text ${JSON.stringify(text)} has a quote, a backslash or a control character, which would break JSON and other notations; remove them`,
  );
}
