// Which rule a name belongs to, told word by word: too simple to be wrong, and too slow for a kernel.

import type { KeyRule } from "../../src/rules/rule.ts";
import { nameWords } from "../../src/rules/words/name-words.ts";

/** A word of a name, lower case, and how it stands there. */
interface Word {
  readonly text: string;
  /** Nothing stands between it and the one in front. */
  readonly isGlued: boolean;
  readonly isBehindDot: boolean;
}

interface Entry {
  readonly letters: string;
  readonly place: "any" | "word" | "whole";
  /** Undefined for an innocent name. */
  readonly rule: KeyRule | undefined;
}

const said = (says: string): ReadonlySet<string> =>
  new Set(nameWords.flatMap((row) => (row.says === says ? row.words.split(" ") : [])));
const turns = said("turns");
/** What hosts and files end in: `password.com`. */
const ends = said("ends");
const qualifies = said("qualifies");
const negates = said("negates");

/** `HTTPToken_2` is http, token, 2. */
export function wordsOf(name: string): readonly Word[] {
  const parts =
    name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z\u0080-\uffff]+|[A-Z][a-z]*|\d+|[^A-Za-z\d\u0080-\uffff]+/g) ?? [];
  return parts.flatMap((text, i) =>
    /^[A-Za-z\d\u0080-\uffff]/.test(text)
      ? [
          {
            text: text.toLowerCase(),
            isGlued: /[A-Za-z\d\u0080-\uffff]$/.test(parts[i - 1] ?? "-"),
            isBehindDot: parts[i - 1]?.endsWith(".") ?? false,
          },
        ]
      : [],
  );
}

export function entriesOf(rules: readonly KeyRule[]): readonly Entry[] {
  const entry = (name: string, rule: KeyRule | undefined): Entry => ({
    letters: name.replace(/[=_ ]/g, ""),
    place: name[0] === "=" ? "whole" : name[0] === "_" || rule === undefined ? "word" : "any",
    rule,
  });
  return rules.flatMap((rule) => [
    ...rule.key.map((name) => entry(name, rule)),
    ...[...(rule.not ?? []), ...(rule.phrases ?? [])].map((name) => entry(name, undefined)),
  ]);
}

/** What is decided of a name: its rule, and whether a value has to look like a credential. */
export interface Decision {
  readonly id: string;
  readonly isJudged: boolean;
}

/** The last head that a name has decides, with the words around it; undefined: it is no sensitive name. */
export function decide(name: string, entries: readonly Entry[]): Decision | undefined {
  const words = wordsOf(name);
  for (let end = words.length; end > 0; end--) {
    const head = longestEntry(words.slice(0, end), entries);
    if (head === undefined) continue;
    const { entry, from } = head;
    const behind = words.slice(end).filter(({ text }) => !/\d/.test(text));
    if (entry.rule === undefined || (from > 0 && negates.has(words[from - 1]!.text))) return undefined;
    if (behind.length === 0) return { id: entry.rule.id, isJudged: false };
    if (entry.rule.qualified === undefined || entry.place === "whole") return undefined;
    if (behind.some(({ text, isBehindDot }) => turns.has(text) || (isBehindDot && ends.has(text))))
      return undefined;
    const isKnown = behind.every(({ text }) => qualifies.has(text));
    if (entry.place === "word" && !isKnown) return undefined;
    return { id: entry.rule.id, isJudged: entry.place === "word" || !isKnown };
  }
  return undefined;
}

/** The longest entry that the words end in, and the word at which it begins (0 where it begins inside one). */
function longestEntry(
  words: readonly Word[],
  entries: readonly Entry[],
): { entry: Entry; from: number } | undefined {
  const withNumber = longestEntryOf(words, entries);
  if (withNumber !== undefined || !/^\d+$/.test(words.at(-1)?.text ?? "")) return withNumber;
  return longestEntryOf(words.slice(0, -1), entries);
}

function longestEntryOf(
  words: readonly Word[],
  entries: readonly Entry[],
): { entry: Entry; from: number } | undefined {
  const letters = words.map(({ text }) => text).join("");
  const starts = words.map((_, i) => words.slice(0, i).reduce((sum, { text }) => sum + text.length, 0));
  let best: { entry: Entry; from: number } | undefined;
  for (const entry of entries) {
    const at = letters.length - entry.letters.length;
    if (
      !letters.endsWith(entry.letters) ||
      (best !== undefined && best.entry.letters.length >= entry.letters.length)
    )
      continue;
    const from = starts.indexOf(at);
    if (entry.place === "whole" && at > 0) continue;
    if (entry.place === "word" && (from < 0 || isSplit(words, from))) continue;
    best = { entry, from: Math.max(from, 0) };
  }
  return best;
}

/** An entry of four letters or fewer is one word: `Pu` and `K` are no "puk". */
function isSplit(words: readonly Word[], from: number): boolean {
  const own = words.slice(from);
  const length = own.reduce((sum, { text }) => sum + text.length, 0);
  return length <= 4 && own.some(({ isGlued, text }, i) => i > 0 && isGlued && /[a-z]/.test(text));
}
