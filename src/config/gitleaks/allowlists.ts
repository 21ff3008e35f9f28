// Allowlists of gitleaks, as far as they have a meaning where there is a stream and no file.
import { parseGoPattern } from "./go-pattern.ts";
import { write } from "./own-pattern.ts";

export interface Allowlist {
  readonly condition?: string;
  readonly regexTarget?: string;
  readonly regexes?: readonly string[];
  readonly stopwords?: readonly string[];
  readonly paths?: readonly string[];
  readonly commits?: readonly string[];
  readonly targetRules?: readonly string[];
}

/** What a list allows. */
export interface Allowed {
  /** Patterns of whole values. */
  readonly values: readonly string[];
  /** Patterns of whole matches, with what stands before and after the value. */
  readonly within: readonly string[];
  /** Why it allows less than in gitleaks. */
  readonly notes: readonly string[];
}

/** More words in an allowlist take longer than they are worth: each is a part of each state. */
const STOPWORDS_MOST = 40;

/**
 * What a list allows. Of one about the match or its line, what stands in the match counts: a stream goes on before the line
 * has ended.
 */
export function allowedBy(list: Allowlist): Allowed {
  const { regexes = [], stopwords = [], paths = [], commits = [], regexTarget = "secret" } = list;
  const isInFile = paths.length + commits.length > 0;
  const isAnd = list.condition?.toUpperCase() === "AND";
  if (isAnd && isInFile) return nothing("an allowlist also asks for a path or a commit, which no stream has");
  if (isAnd && regexes.length > 0 && stopwords.length > 0)
    return nothing("an allowlist asks for several things at once");
  const notes = isInFile ? ["an allowlist's paths and commits count for nothing in a stream"] : [];
  const hasTooMany = stopwords.length > STOPWORDS_MOST;
  if (hasTooMany) notes.push(`an allowlist has ${stopwords.length} words`);
  const isOfValue = regexTarget === "secret" || regexes.length === 0;
  if (!isOfValue) notes.push(`of an allowlist about the ${regexTarget}, only what stands in a match counts`);
  return {
    values: [
      ...(isOfValue ? regexes.map((regex) => anywhere(regex)) : []),
      ...(hasTooMany ? [] : stopwordPatterns(stopwords)),
    ],
    within: isOfValue ? [] : regexes.map((regex) => anywhere(regex, "[\\x00-\\xff]*")),
    notes,
  };
}

const nothing = (note: string): Allowed => ({ values: [], within: [], notes: [note] });

/**
 * A pattern that is looked for in a value, as one of the whole value.
 *
 * @param any What may stand around it
 */
function anywhere(regex: string, any = ".*"): string {
  const node = parseGoPattern(regex);
  const nodes = node.kind === "cat" ? [...node.nodes] : [node];
  const [first, last] = [nodes[0], nodes.at(-1)];
  const isStart = first?.kind === "look" && first.text === "^";
  const isEnd = last?.kind === "look" && last.text === "$";
  const inner = nodes.slice(isStart ? 1 : 0, isEnd ? -1 : undefined);
  return `${isStart ? "" : any}(?:${write({ kind: "cat", nodes: inner }, 0)})${isEnd ? "" : any}`;
}

function stopwordPatterns(words: readonly string[]): readonly string[] {
  if (words.length === 0) return [];
  const escaped = words.map((word) =>
    word.replace(/[^A-Za-z0-9]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, "0")}`),
  );
  return [anywhere(`(?i)${escaped.join("|")}`)];
}
