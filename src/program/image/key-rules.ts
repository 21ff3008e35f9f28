// The records of key rules, and what words say of a name.
import * as abi from "../../kernel/abi.ts";
import type { CheckName, KeyRule, NameWords, Rule } from "../../rules/rule.ts";
import type { ByteWriter } from "../byte-writer.ts";
import { Trie } from "./trie.ts";

export const CHECKS: Readonly<Record<CheckName, number>> = {
  "crc32-base62": abi.CHECK_CRC32_BASE62,
  luhn: abi.CHECK_LUHN,
  entropy: abi.CHECK_ENTROPY,
  jwt: abi.CHECK_JWT,
  random: abi.CHECK_RANDOM,
  mixed: abi.CHECK_MIXED,
  "not-uuid": abi.CHECK_NOT_UUID,
  "mod-97": abi.CHECK_MOD_97,
};
const VALUES = { value: 0, credentials: 1, cookies: 2, "set-cookie": 3, columns: 5 } as const;

/** What a key rule can say of what stands around its names, and where its record has the rule that holds then. */
const VARIANTS = {
  qualified: abi.R_QUALIFIED,
  vendor: abi.R_VENDOR,
  indexed: abi.R_INDEXED,
} as const;

/** A key rule with another check. */
export interface Variant {
  /** Of the rule that it is a variant of. */
  readonly rule: number;
  readonly field: number;
  readonly record: KeyRule;
}

/** The variants of all key rules, in the order in which their records follow those of the rules. */
export function variantsOf(rules: readonly Rule[]): readonly Variant[] {
  return rules.flatMap((rule, i) => {
    if (!("key" in rule)) return [];
    return (["qualified", "vendor", "indexed"] as const).flatMap((name): Variant[] => {
      const check = rule[name];
      return check === undefined ? [] : [{ rule: i, field: VARIANTS[name], record: { ...rule, check } }];
    });
  });
}

export function writeKeyRule(writer: ByteWriter, at: number, rule: KeyRule): void {
  writer.u8(at + abi.R_KIND, abi.KIND_KEY);
  writer.u8(at + abi.R_VALUE, VALUES[rule.value ?? "value"]);
  writer.u8(at + abi.R_CHECK, rule.check === undefined ? abi.CHECK_NONE : CHECKS[rule.check]);
}

const SAYS = {
  turns: abi.WORD_TURNS,
  qualifies: abi.WORD_QUALIFIES,
  negates: abi.WORD_NEGATES,
  issues: abi.WORD_VENDOR,
  stays: abi.WORD_MEMBER,
  describes: abi.WORD_DESCRIBES,
  shows: abi.WORD_SHOWS,
} as const;

/** Words, and the bits of all that is said of each. */
export function wordTrie(groups: readonly NameWords[]): Trie {
  const bits = new Map<string, number>();
  for (const { says, words } of groups) {
    for (const word of words.split(" ")) bits.set(word, (bits.get(word) ?? 0) | SAYS[says]);
  }
  const trie = new Trie();
  for (const [word, value] of bits) trie.add(word, 0, value);
  return trie;
}
