// Tries of words: what they say of a name or in a text, and schemes of authentication.
import * as abi from "../../kernel/abi.ts";
import type { AuthScheme, NameWords, TextList, TextWords } from "../../rules/rule.ts";
import { Trie } from "./trie.ts";

const SAYS = {
  turns: abi.WORD_TURNS,
  qualifies: abi.WORD_QUALIFIES,
  negates: abi.WORD_NEGATES,
  opens: abi.WORD_OPEN,
  tells: abi.WORD_TELLS,
  proves: abi.WORD_PROVES,
  stays: abi.WORD_MEMBER,
  describes: abi.WORD_DESCRIBES,
  shows: abi.WORD_SHOWS,
  ends: abi.WORD_ENDS,
} as const;

const LISTS: Readonly<Record<TextList, number>> = {
  "headers of key blocks": abi.LIST_KEY_HEADER,
  "constants of SQL": abi.LIST_SQL_CONSTANT,
  "begin of rows in SQL": abi.LIST_SQL_ROWS,
  "settings of cookies": abi.LIST_COOKIE_SETTING,
  "dates of cookies": abi.LIST_COOKIE_DATE,
  "elements of a name": abi.LIST_NAME_ELEMENT,
  "types in a schema": abi.LIST_TYPE,
  "names of types in a schema": abi.LIST_SCHEMA_TYPE,
  "references in a schema": abi.LIST_SCHEMA_REFERENCE,
  nothing: abi.LIST_NOTHING,
  "verbs of setters": abi.LIST_SETTER,
  "values of pairs": abi.LIST_PAIR_VALUE,
  "sides of changes": abi.LIST_CHANGE,
  "lists of bindings": abi.LIST_SQL_BINDINGS,
  "verbs of SQL": abi.LIST_SQL_VERB,
  "words of sentences": abi.LIST_SENTENCE,
  "streams of programs": abi.LIST_STREAM,
  "members of records": abi.LIST_RECORD,
};

/**
 * Words, and the bits of all that is said of each: of a name's in the first place, of a text's in the second, and from
 * the 17th bit on in the third. Those that name issuers are in `issuers.ts`.
 */
export function wordTrie(ofNames: readonly NameWords[], ofTexts: readonly TextWords[]): Trie {
  const trie = new Trie();
  addWords(
    trie,
    0,
    ofNames.flatMap(({ says, words }) => (says === "issues" ? [] : [[words, SAYS[says]] as const])),
  );
  addWords(
    trie,
    1,
    ofTexts.map(({ list, words }) => [words, LISTS[list] & 0xffff]),
  );
  addWords(
    trie,
    2,
    ofTexts.map(({ list, words }) => [words, LISTS[list] >>> 16]),
  );
  return trie;
}

function addWords(
  trie: Trie,
  place: 0 | 1 | 2,
  groups: readonly (readonly [words: string, bit: number])[],
): void {
  const bits = new Map<string, number>();
  for (const [words, bit] of groups) {
    for (const word of words.split(" ")) bits.set(word, (bits.get(word) ?? 0) | bit);
  }
  for (const [word, value] of bits) trie.add(word, place, value);
}

/** Scheme words, and behind each and "=" its secret parameters. */
export function schemeTrie(schemes: readonly AuthScheme[]): Trie {
  const trie = new Trie();
  for (const { word, secretParams } of schemes) {
    trie.add(word.toLowerCase(), 0, secretParams === undefined ? abi.SCHEME_OPAQUE : abi.SCHEME_PARAMS);
    for (const name of secretParams ?? []) trie.add(`${word.toLowerCase()}=${name}`, 0, abi.SCHEME_PARAMS);
  }
  return trie;
}
