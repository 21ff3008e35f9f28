import { writtenMarks } from "../../src/rules/values/innocent-values.ts";

/** A match of one of the rules, in characters of a text of one byte each. */
export interface OracleMatch {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

export interface OracleRule {
  readonly id: string;
  readonly pattern: string;
}

/** `.`, `^` and `$` know one line end, "\n"; JavaScript's know four. */
export function toJavaScript(pattern: string): string {
  return pattern.replace(/\\.|\[(?:\\.|[^\]\\])*\]|[.^$]/gs, (part) => {
    if (part === ".") return "[^\\n]";
    if (part === "^") return "(?<![^\\n])";
    return part === "$" ? "(?![^\\n])" : part;
  });
}

const compiled = new Map<string, RegExp>();

function compile(source: string, flags: string): RegExp {
  const known = compiled.get(flags + source) ?? new RegExp(source, flags);
  compiled.set(flags + source, known);
  return known;
}

/** Whether the whole of `pattern` matches `[start, end)` of the text, with what stands around it. */
function matches(pattern: string, text: string, start: number, end: number): boolean {
  const regex = compile(`(?:${toJavaScript(pattern)})(?=[^]{${text.length - end}}(?![^]))`, "y");
  regex.lastIndex = start;
  return regex.test(text);
}

function isInnocent(value: string): boolean {
  return writtenMarks.some((pattern) => compile(`^(?:${toJavaScript(pattern)})(?![^])`, "i").test(value));
}

/** The longest match that starts at `start`. */
function longestAt(rule: OracleRule, text: string, start: number): OracleMatch | undefined {
  for (let end = text.length; end > start; end--) {
    if (matches(rule.pattern, text, start, end)) return { rule: rule.id, start, end };
  }
  return undefined;
}

/**
 * What the kernel must find: leftmost, then longest, then by the rules' order, without overlap. Placeholders
 * are none. By trying every substring, so for small texts without line ends in a match.
 */
export function findShapes(rules: readonly OracleRule[], text: string): readonly OracleMatch[] {
  const found: OracleMatch[] = [];
  for (let start = 0; start < text.length; ) {
    // A placeholder leaves the place to the other rules.
    const best = rules
      .map((rule) => longestAt(rule, text, start))
      .filter((match) => match !== undefined && !isInnocent(text.slice(match.start, match.end)))
      .reduce((a, b) => (a === undefined || (b !== undefined && b.end > a.end) ? b : a), undefined);
    if (best === undefined) start += 1;
    else {
      found.push(best);
      start = best.end;
    }
  }
  return found;
}
