import { RedactorConfigError } from "../config-error.ts";
import { INNOCENT } from "../kernel/abi.ts";
import type { KeyRule } from "../rules/rule.ts";
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
  readonly ends: readonly string[];
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
  return { trie, ends: [...new Set(sensitive.flatMap(endsOf))] };
}

/**
 * How a name can end: its last four characters as they may be written, `_key`, `-key`, `.key` and `ikey`
 * for "api key". Of a name of one short word there are fewer. A last digit is left out: the kernel passes
 * over it.
 */
function endsOf({ words }: NameEntry): readonly string[] {
  const last = words.findLastIndex((word) => !/^[0-9]$/.test(word));
  const word = words[last] ?? "";
  const previous = words[last - 1];
  if (word.length >= 4 || previous === undefined) {
    if (word.length >= 2) return [word.slice(-4)];
    throw new RedactorConfigError(
      "invalid-rule",
      `key name ${JSON.stringify(words.join(" "))}: its last word needs two letters or more`,
    );
  }
  return ["", "_", "-", "."].map((separator) => (previous + separator + word).slice(-4));
}
