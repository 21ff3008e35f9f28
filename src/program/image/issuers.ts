import { HASH } from "../../kernel/abi.ts";
import type { NameWords } from "../../rules/rule.ts";
import type { ByteWriter } from "../byte-writer.ts";

export function issuersOf(nameWords: readonly NameWords[]): readonly string[] {
  return nameWords.flatMap(({ says, words }) => (says === "issues" ? words.split(" ") : []));
}

/**
 * Writes which words name issuers of keys: how many there are, and the hash of each, sorted. Of a thousand, one other
 * word in four million has the hash of one; as a trie they took seventy bytes each.
 *
 * @returns The address
 */
export function writeIssuers(writer: ByteWriter, words: readonly string[]): number {
  const hashes = [...new Set(words.map(hashOf))].sort((a, b) => a - b);
  const start = writer.reserve(4 + hashes.length * 4);
  writer.u32(start, hashes.length);
  hashes.forEach((hash, i) => {
    writer.u32(start + 4 + i * 4, hash);
  });
  return start;
}

function hashOf(word: string): number {
  let hash = HASH;
  for (const c of word) hash = Math.imul(hash ^ c.charCodeAt(0), HASH);
  return hash >>> 0;
}
