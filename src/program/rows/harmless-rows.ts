// The automata of rows that say that there is no value, and what tells of a text that they need not run over it.
import * as abi from "../../kernel/abi.ts";
import type { Join } from "../../rules/joins/join.ts";
import type { ByteWriter } from "../byte-writer.ts";
import { betweenOf } from "./symbols.ts";
import { buildTagged, type TaggedAutomaton } from "./tagged-automaton.ts";
import { bytesOfSet, writeAutomaton } from "./write-automaton.ts";

/** So many rows are in an automaton: the states of all of them in one would be their product. */
const ROWS_TOGETHER = 8;
/** Bits of a set of rows. */
const MOST_ROWS = 128;

/** Those for names of their own stand together: for other names their automata do not run. */
export function inOrder(rows: readonly Join[]): readonly Join[] {
  return [...rows].sort((a, b) => Number(a.name !== undefined) - Number(b.name !== undefined));
}

/** Rows that follow each other, none that asks for a letter's case beside one that does not: both have few classes. */
function togetherInAutomata(rows: readonly Join[]): (readonly Join[])[] {
  const groups: Join[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && last.length < ROWS_TOGETHER && last[0]!.exactCase === row.exactCase) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

/**
 * Writes the automata and, for the first two symbols and the one after the first word, which rows go on over it.
 *
 * @param first The number of the first row
 * @throws RangeError if there are more rows than a set has bits
 */
export function writeHarmless(
  writer: ByteWriter,
  rows: readonly Join[],
  first: number,
  nameNumber: (row: Join) => number,
): void {
  if (rows.length > MOST_ROWS) throw new RangeError("rows: more than 128 harmless rows");
  const groups = togetherInAutomata(rows);
  const table = writer.reserve(abi.HARMLESS_AUTOMATA + groups.length * abi.HARMLESS_SIZE);
  writer.u32(table, groups.length);
  groups.forEach((group, i) => {
    const firstOfGroup = rows.indexOf(group[0]!);
    const at = writeAutomaton(writer, buildTagged(group.map(betweenOf)), first + firstOfGroup);
    const entry = table + abi.HARMLESS_AUTOMATA + i * abi.HARMLESS_SIZE;
    writer.u32(entry, at);
    writeSet(
      writer,
      entry + abi.HARMLESS_ROWS,
      [...group.keys()].map((k) => firstOfGroup + k),
    );
    const numbers = group.map(nameNumber);
    if (numbers.includes(0)) return;
    bytesOfSet(numbers.map((number) => number - 1)).forEach((byte, k) => {
      writer.u8(entry + 8 + k, byte);
    });
  });
  const tests = rows.map((row) => testsOf(buildTagged([betweenOf(row)])));
  for (let symbol = 0; symbol < 256; symbol++) {
    const write = (mask: number, test: keyof Tests): void =>
      writeSet(
        writer,
        table + mask + symbol * 16,
        [...rows.keys()].filter((row) => tests[row]![test](symbol)),
      );
    write(abi.HARMLESS_FIRST, "mayBeFirst");
    write(abi.HARMLESS_SECOND, "mayBeSecond");
    write(abi.HARMLESS_BREAK, "mayBreak");
  }
  writer.u32(abi.P_HARMLESS, table);
}

function writeSet(writer: ByteWriter, at: number, numbers: readonly number[]): void {
  const bytes = Array<number>(MOST_ROWS / 8).fill(0);
  for (const number of numbers) bytes[number >>> 3]! |= 1 << (number & 7);
  bytes.forEach((byte, i) => {
    writer.u8(at + i, byte);
  });
}

interface Tests {
  /** Whether the row goes on after the symbol as the first one. */
  readonly mayBeFirst: (symbol: number) => boolean;
  /** Whether it has matched after one symbol, or goes on when this is the second. */
  readonly mayBeSecond: (symbol: number) => boolean;
  /** Whether it has matched before the first word is over, or goes on where this symbol ends it. */
  readonly mayBreak: (symbol: number) => boolean;
}

/** Of the eighty rows, two dozen go on over `: key`, and a few of them over what stands after the word. */
function testsOf({ classes, classCount, transitions, accepts }: TaggedAutomaton): Tests {
  const next = (state: number, symbol: number): number => transitions[state * classCount + classes[symbol]!]!;
  const nextsOf = (states: Iterable<number>, has: (symbol: number) => boolean): Set<number> => {
    const symbols = [...classes.keys()].filter(has);
    const found = new Set([...states].flatMap((state) => symbols.map((symbol) => next(state, symbol))));
    found.delete(0);
    return found;
  };
  /** The states, and those that are reached from them by symbols for which `has` holds. */
  const reached = (states: Iterable<number>, has: (symbol: number) => boolean): Set<number> => {
    const found = new Set(states);
    for (const state of found) for (const other of nextsOf([state], has)) found.add(other);
    return found;
  };
  const hasMatched = (states: Iterable<number>): boolean =>
    [...states].some((state) => accepts[state]!.length > 0);
  const seconds = [...nextsOf([1], () => true)];
  const before = reached([1], isSeparating);
  const words = [before];
  for (let length = 0; length < abi.HARMLESS_WORD; length++) words.push(nextsOf(words.at(-1)!, isOfWord));
  const inWord = reached(words.at(-1)!, isOfWord);
  const isOver = [...words, inWord].some(hasMatched);
  return {
    mayBeFirst: (symbol) => next(1, symbol) !== 0,
    mayBeSecond: (symbol) => hasMatched(seconds) || seconds.some((state) => next(state, symbol) !== 0),
    mayBreak: (symbol) => isOver || [...inWord].some((state) => next(state, symbol) !== 0),
  };
}

/** What stands in front of most values: blanks, a separator, a quote. */
const isSeparating = (symbol: number): boolean =>
  " :=,>".includes(String.fromCharCode(symbol)) ||
  symbol === abi.SYMBOL_OWN_QUOTE ||
  symbol === abi.SYMBOL_OTHER_QUOTE;

const isOfWord = (symbol: number): boolean => /[\w$]/.test(String.fromCharCode(symbol));
