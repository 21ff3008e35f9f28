import type { PlainCensor } from "../redaction/censors.ts";
import type { Rule, ShapeRule } from "../rules/rule.ts";

/**
 * What a user can say of a rule besides what it looks for.
 *
 * @example
 * const parts: OwnRuleParts = { keywords: ["door"], allow: ["00c0ffee"], censor: "mask" };
 */
export interface OwnRuleParts {
  /**
   * Words of which one stands before a match on its line, with nothing but other words and punctuation between; case does
   * not count. A pattern that has one of them itself needs no other.
   */
  readonly keywords?: readonly string[];
  /** Values that this rule leaves: an exact string, or a pattern for the whole value. */
  readonly allow?: readonly (string | { readonly pattern: string })[];
  /** What replaces what this rule finds; otherwise the option `censor` does. */
  readonly censor?: PlainCensor;
}

/**
 * A rule of a user's own.
 *
 * @example
 * const rule: OwnRule = { id: "acme/hex", pattern: "[0-9a-f]{16}", keywords: ["door"] };
 */
export type OwnRule = Rule & OwnRuleParts;

/**
 * What may stand between a keyword and a match: letters and what is no character of a token, which is also its end. A
 * token with a digit is none of it, so that the first one after a keyword is found and not the last.
 */
const NO_TOKEN = "[^\\n\\w+/=.-]|=\\b";
const BETWEEN = `(?:[A-Za-z_]|${NO_TOKEN})*(?:${NO_TOKEN})`;

/** The rule as the compiler takes it: keywords and allowed values are parts of its pattern then. */
export function plainRule(own: OwnRule): Rule {
  const { keywords, allow, censor: _, ...rule } = own;
  if (!("pattern" in rule)) return rule;
  const shape = keywords === undefined || keywords.length === 0 ? rule : withKeywords(rule, keywords);
  return allow === undefined || allow.length === 0 ? shape : { ...shape, not: exceptions(shape, allow) };
}

/** What `not` says, and the pattern with an allowed value where its own stands. */
function exceptions({ pattern, not }: ShapeRule, allow: NonNullable<OwnRuleParts["allow"]>): string {
  const values = allow.map((entry) => (typeof entry === "string" ? escaped(entry) : entry.pattern));
  const allowed = `(?:${values.join("|")})`;
  const group = captureGroup(pattern);
  const whole =
    group === undefined ? allowed : pattern.slice(0, group[0]) + allowed + pattern.slice(group[1]);
  return not === undefined ? whole : `(?:${not})|${whole}`;
}

function withKeywords(rule: ShapeRule, keywords: readonly string[]): ShapeRule {
  // A pattern that has a keyword itself asks for it.
  if (keywords.some((word) => rule.pattern.toLowerCase().includes(escaped(word.toLowerCase())))) return rule;
  const near = `(?:${keywords.map(inEitherCase).join("|")})${BETWEEN}`;
  const group = captureGroup(rule.pattern);
  const pattern = group === undefined ? `${near}(${rule.pattern})` : near + rule.pattern;
  return { ...rule, pattern };
}

/** Where the capture group of a pattern begins and ends, brackets included; undefined if it has none. */
export function captureGroup(pattern: string): readonly [start: number, end: number] | undefined {
  let start = -1;
  let depth = 0;
  let isClass = false;
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i];
    if (character === "\\") i++;
    else if (isClass) isClass = character !== "]";
    else if (character === "[") {
      isClass = true;
      // The first one is a character of the class.
      if (pattern[i + 1] === "^") i++;
      if (pattern[i + 1] === "]") i++;
    } else if (character === "(") {
      if (start < 0 && pattern[i + 1] !== "?") start = i;
      else if (start >= 0) depth++;
    } else if (character === ")" && start >= 0 && depth-- === 0) return [start, i + 1];
  }
  return undefined;
}

export const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

function inEitherCase(word: string): string {
  return [...word]
    .map((letter) =>
      letter.toLowerCase() === letter.toUpperCase()
        ? escaped(letter)
        : `[${letter.toLowerCase()}${letter.toUpperCase()}]`,
    )
    .join("");
}
