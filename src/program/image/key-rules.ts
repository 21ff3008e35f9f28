// The records of key rules, and what words say of a name.
import * as abi from "../../kernel/abi.ts";
import type { CheckName, KeyRule, NameWords, Rule, TextList, TextWords } from "../../rules/rule.ts";
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

const LISTS: Readonly<Record<TextList, number>> = {
  "headers of key blocks": abi.LIST_KEY_HEADER,
  "constants of SQL": abi.LIST_SQL_CONSTANT,
  "begin of rows in SQL": abi.LIST_SQL_ROWS,
  "settings of cookies": abi.LIST_COOKIE_SETTING,
  "dates of cookies": abi.LIST_COOKIE_DATE,
  "elements around a value": abi.LIST_VALUE_ELEMENT,
  "types in a schema": abi.LIST_TYPE,
  "names of types in a schema": abi.LIST_SCHEMA_TYPE,
  "references in a schema": abi.LIST_SCHEMA_REFERENCE,
  "verbs of setters": abi.LIST_SETTER,
};

/** Words, and the bits of all that is said of each: of a name's in the first place, of a text's in the second. */
export function wordTrie(ofNames: readonly NameWords[], ofTexts: readonly TextWords[]): Trie {
  const trie = new Trie();
  addWords(
    trie,
    0,
    ofNames.map(({ says, words }) => [words, SAYS[says]]),
  );
  addWords(
    trie,
    1,
    ofTexts.map(({ list, words }) => [words, LISTS[list]]),
  );
  return trie;
}

function addWords(
  trie: Trie,
  place: 0 | 1,
  groups: readonly (readonly [words: string, bit: number])[],
): void {
  const bits = new Map<string, number>();
  for (const [words, bit] of groups) {
    for (const word of words.split(" ")) bits.set(word, (bits.get(word) ?? 0) | bit);
  }
  for (const [word, value] of bits) trie.add(word, place, value);
}
