import * as abi from "../../kernel/abi.ts";
import { ACCEPT } from "../automaton/automaton.ts";
import { kindsIn } from "../automaton/dfa-kinds.ts";
import { type DfaRecord, encodeDfa, firstBytes, goesOver, lastBytes } from "../automaton/dfa-record.ts";
import { literalsDfa } from "../automaton/literals.ts";
import { type FirstLists, listByFirst } from "./by-first.ts";
import type { Innocent } from "./compile-shape.ts";

/** Bytes of allowed texts that have an automaton in common, whose states have numbers up to this one. */
const TOGETHER = ACCEPT - 2;
/** Bytes of all allowed texts: their automata take some forty times as much memory. */
const BYTES_MOST = 8 * TOGETHER;

/**
 * Texts that are each a whole value. Those that begin alike are together, so that of several automata most values are asked
 * of one.
 *
 * @throws RangeError for a text that is longer than can be decided, and for more than fit into memory
 */
export function innocentTexts(texts: readonly string[]): readonly Innocent[] {
  const encoder = new TextEncoder();
  const sized = [...new Set(texts)].sort().map((text) => ({ text, size: encoder.encode(text).length }));
  const groups: { text: string; size: number }[][] = [];
  let [left, all] = [0, 0];
  for (const entry of sized) {
    const { size } = entry;
    if (size >= abi.DECISION_LIMIT)
      throw new RangeError(`allow: a text has ${size} bytes; ${abi.DECISION_LIMIT - 1} are possible`);
    if (size > left) {
      groups.push([]);
      left = TOGETHER;
    }
    groups.at(-1)!.push(entry);
    left -= size;
    all += size;
  }
  if (all > BYTES_MOST)
    throw new RangeError(
      `allow: ${sized.length} texts have ${all} bytes together; ${BYTES_MOST} are possible`,
    );
  return groups.map((group) => ({
    dfa: encodeDfa(literalsDfa(group.map(({ text }) => text))),
    most: group.reduce((most, { size }) => Math.max(most, size), 0),
  }));
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

/** Its DFA after what the kernel asks first. */
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
