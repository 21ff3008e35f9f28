import * as abi from "../../kernel/abi.ts";
import { kindsIn } from "../automaton/dfa-kinds.ts";
import { type DfaRecord, encodeDfa, firstBytes, goesOver, lastBytes } from "../automaton/dfa-record.ts";
import { literalsDfa } from "../automaton/literals.ts";
import { type FirstLists, listByFirst } from "./by-first.ts";
import type { Innocent } from "./compile-shape.ts";

/**
 * Texts that are each a whole value.
 *
 * @throws RangeError for more than fit into an automaton
 */
export function innocentTexts(texts: readonly string[]): Innocent {
  const longest = texts.reduce((most, text) => Math.max(most, new TextEncoder().encode(text).length), 0);
  return { dfa: encodeDfa(literalsDfa(texts)), most: Math.min(longest, abi.DECISION_LIMIT - 1) };
}

/** Lists of all of them, and of those that can hold what ends a value. */
export function innocentLists(dfas: readonly { readonly dfa: DfaRecord; readonly value: number }[]): {
  readonly all: FirstLists;
  readonly phrases: FirstLists;
} {
  const lists = dfas.map(({ dfa, value }) => ({ starts: firstBytes(dfa), value, dfa }));
  return {
    all: listByFirst(lists),
    phrases: listByFirst(lists.filter(({ dfa }) => goesOver(dfa, isEnd))),
  };
}

/** Its DFA behind what the kernel asks first. */
export function encodeInnocent({ dfa, most }: Innocent): Uint8Array<ArrayBuffer> {
  const { last, beforeLast } = lastBytes(dfa);
  const { allowed, needed, neededFirst } = kindsIn(dfa, KINDS, isEnd);
  const bytes = new Uint8Array(abi.INNOCENT_HEAD + dfa.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, last, true);
  view.setUint32(4, beforeLast, true);
  view.setUint32(8, most, true);
  [...allowed, ...needed, ...neededFirst].forEach((word, i) => {
    view.setUint32(12 + i * 4, word, true);
  });
  bytes.set(dfa, abi.INNOCENT_HEAD);
  return bytes;
}

/** Punctuation that tells patterns apart; what is no letter, no digit and not here is of three kinds more. */
const SIGNS = "._-/ (){}[]$%<>*:,='\"\\#@+";

/** A bit number for each byte, of 64: letters in either case, digits, signs; `P_KINDS` in the kernel's abi. */
export const KINDS: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => {
  const letter = byte | 0x20;
  if (letter >= 0x61 && letter <= 0x7a) return letter - 0x61;
  if (byte >= 0x30 && byte <= 0x39) return 26 + byte - 0x30;
  const sign = SIGNS.indexOf(String.fromCharCode(byte));
  if (sign >= 0) return 36 + sign;
  return byte < 0x20 ? 62 : byte < 0x80 ? 61 : 63;
});

/** Whether `byte` can end an unquoted value; see `fillClasses` in the kernel. */
function isEnd(byte: number): boolean {
  return (
    byte <= 0x20 ||
    byte === 0x7f ||
    byte === abi.WIDE_STOP ||
    byte === abi.WIDE_SIGN ||
    `${abi.ENDS}${abi.MAYBE_ENDS}`.includes(String.fromCharCode(byte))
  );
}
