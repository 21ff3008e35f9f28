// Tries of words: what they say of a name or in a text, and schemes of authentication.
import * as abi from "../../kernel/abi.ts";
import * as words from "../../kernel/abi-words.ts";
import type { AuthScheme, NameWords, TextList, TextWords } from "../../rules/rule.ts";
import { Trie } from "./trie.ts";

const SAYS = {
  turns: words.WORD_TURNS,
  qualifies: words.WORD_QUALIFIES,
  negates: words.WORD_NEGATES,
  opens: words.WORD_OPEN,
  tells: words.WORD_TELLS,
  proves: words.WORD_PROVES,
  stays: words.WORD_MEMBER,
  describes: words.WORD_DESCRIBES,
  shows: words.WORD_SHOWS,
  ends: words.WORD_ENDS,
} as const;

const LISTS: Readonly<Record<TextList, number>> = {
  "headers of key blocks": words.LIST_KEY_HEADER,
  "constants of SQL": words.LIST_SQL_CONSTANT,
  "begin of rows in SQL": words.LIST_SQL_ROWS,
  "settings of cookies": words.LIST_COOKIE_SETTING,
  "dates of cookies": words.LIST_COOKIE_DATE,
  "elements of a name": words.LIST_NAME_ELEMENT,
  "types in a schema": words.LIST_TYPE,
  "names of types in a schema": words.LIST_SCHEMA_TYPE,
  "references in a schema": words.LIST_SCHEMA_REFERENCE,
  nothing: words.LIST_NOTHING,
  "verbs of setters": words.LIST_SETTER,
  "values of pairs": words.LIST_PAIR_VALUE,
  "sides of changes": words.LIST_CHANGE,
  "lists of bindings": words.LIST_SQL_BINDINGS,
  "verbs of SQL": words.LIST_SQL_VERB,
  "words of sentences": words.LIST_SENTENCE,
  "streams of programs": words.LIST_STREAM,
  "members of records": words.LIST_RECORD,
  "names under a vendor": words.LIST_UNDER_VENDOR,
  "dumps of bytes": words.LIST_BYTES,
  "names of resources": words.LIST_RESOURCE,
  "verbs of changes": words.LIST_CHANGED,
  "before what was": words.LIST_WAS,
  "before what is": words.LIST_NOW,
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

/** Scheme words, and after each and "=" its secret parameters. */
export function schemeTrie(schemes: readonly AuthScheme[]): Trie {
  const trie = new Trie();
  for (const { word, secretParams } of schemes) {
    trie.add(word.toLowerCase(), 0, secretParams === undefined ? abi.SCHEME_OPAQUE : abi.SCHEME_PARAMS);
    for (const name of secretParams ?? []) trie.add(`${word.toLowerCase()}=${name}`, 0, abi.SCHEME_PARAMS);
  }
  return trie;
}
