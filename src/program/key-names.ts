import { INNOCENT } from "../kernel/abi.ts";
import type { KeyRule } from "../rules/rule.ts";
import { RedactorConfigError } from "./config-error.ts";
import { foldedFrequencyOf } from "./rarity.ts";
import { Trie } from "./trie.ts";

/** A sensitive or innocent name, taken apart. */
interface NameEntry {
  readonly letters: string;
  readonly words: readonly string[];
  /** Which of a trie node's three places: 0 anywhere, 1 at a word's start, 2 the whole name. */
  readonly place: 0 | 1 | 2;
  readonly value: number;
}

function parseName(name: string, rule: string, value: number): NameEntry {
  const place = name.startsWith("=") ? 2 : name.startsWith("_") ? 1 : 0;
  const words = (place === 0 ? name : name.slice(1)).split(" ");
  const letters = words.join("");
  if (!/^[a-z0-9]{2,60}$/.test(letters)) {
    throw new RedactorConfigError(
      "invalid-rule",
      `rule ${rule}: key name ${JSON.stringify(name)}: a name is 2 to 60 lower-case letters and digits, words separated by one space, optionally behind "_" or "="`,
    );
  }
  return { letters, words, place, value };
}

/** The names of `rules` (pairs of rule and its index) as a trie over their letters, last letter first. */
export function buildNameTrie(rules: readonly (readonly [KeyRule, number])[]): {
  readonly trie: Trie;
  readonly fragments: readonly string[];
} {
  const trie = new Trie();
  const sensitive: NameEntry[] = [];
  for (const [rule, index] of rules) {
    for (const name of rule.key) {
      const entry = parseName(name, rule.id, index + 1);
      sensitive.push(entry);
      trie.add([...entry.letters].reverse().join(""), entry.place, entry.value);
    }
    for (const name of rule.not ?? []) {
      const entry = parseName(name, rule.id, INNOCENT);
      trie.add([...entry.letters].reverse().join(""), entry.place, entry.value);
    }
  }
  return { trie, fragments: chooseNameFragments(sensitive) };
}

/**
 * A small set of rare fragments of two to four letters such that every sensitive name holds one. A
 * fragment lies within one word, because anything may separate the words in a log.
 */
function chooseNameFragments(names: readonly NameEntry[]): string[] {
  const options = new Map<NameEntry, readonly string[]>();
  for (const name of names) {
    const fragments = name.words.flatMap(fragmentsOf);
    if (fragments.length === 0) {
      throw new RedactorConfigError(
        "invalid-rule",
        `key name ${JSON.stringify(name.words.join(" "))}: one of its words needs two letters or more`,
      );
    }
    options.set(name, fragments);
  }
  const chosen: string[] = [];
  let open = [...options];
  while (open.length > 0) {
    const covered = new Map<string, number>();
    for (const [, fragments] of open) {
      for (const fragment of new Set(fragments)) covered.set(fragment, (covered.get(fragment) ?? 0) + 1);
    }
    let best = "";
    let bestWorth = -1;
    for (const [fragment, count] of covered) {
      // A stop costs what it costs however many names it serves; each fragment more fills the tables.
      const worth = count / (shareOf(fragment) + 2e-6);
      if (worth > bestWorth) [best, bestWorth] = [fragment, worth];
    }
    chosen.push(best);
    open = open.filter(([, fragments]) => !fragments.includes(best));
  }
  return chosen;
}

function fragmentsOf(word: string): string[] {
  if (word.length < 2) return [];
  if (word.length < 4) return [word];
  return Array.from({ length: word.length - 3 }, (_, i) => word.slice(i, i + 4));
}

function shareOf(fragment: string): number {
  return [...fragment].reduce((share, c) => share * foldedFrequencyOf(c.charCodeAt(0)), 1);
}
