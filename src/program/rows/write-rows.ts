// The rows of joins and wrappers as the kernel reads them: an automaton each for what stands between, before and
// around, and a record for each row.
import * as abi from "../../kernel/abi.ts";
import type { Join, ValueFirst, ValueKind, Wrapper } from "../../rules/joins/join.ts";
import type { ByteWriter } from "../byte-writer.ts";
import type { Node } from "../pattern/pattern-node.ts";
import { groupOf, isBeforeWords } from "./groups.ts";
import { inOrder, writeHarmless } from "./harmless-rows.ts";
import { reversed } from "./reversed.ts";
import { betweenOf, node } from "./symbols.ts";
import { buildTagged, type TaggedAutomaton } from "./tagged-automaton.ts";
import { MOST_IN_SET, writeAutomaton, writeTagged } from "./write-automaton.ts";

const KINDS: Readonly<Record<ValueKind, number>> = {
  any: abi.ROW_ANY,
  string: abi.ROW_STRING,
  "own string": abi.ROW_OWN_STRING,
  "double-quoted": abi.ROW_DOUBLE,
  "single-quoted": abi.ROW_SINGLE,
  none: abi.ROW_NONE,
  empty: abi.ROW_EMPTY,
  generated: abi.ROW_GENERATED,
  argument: abi.ROW_ARGUMENT,
  "not code": abi.ROW_NOT_CODE,
  "end of line": abi.ROW_END_OF_LINE,
  present: abi.ROW_PRESENT,
  "own name": abi.ROW_OWN_NAME,
  "other name": abi.ROW_OTHER_NAME,
  object: abi.ROW_OBJECT,
  words: abi.ROW_WORDS,
  "any signs": abi.ROW_ANY_SIGNS,
  random: abi.ROW_RANDOM,
};

/** Patterns that rows share, each with the number that a row has for it; 0: none. */
class Patterns {
  readonly #keys: string[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  numberOf(pattern: string | undefined, exactCase = false): number {
    if (pattern === undefined) return 0;
    // Without letters of its own, it is the same in either case.
    const hasLetters = /[A-Za-z]/.test(pattern.replace(/\\./g, ""));
    const key = JSON.stringify([pattern, exactCase && hasLetters]);
    const found = this.#keys.indexOf(key);
    if (found >= 0) return found + 1;
    if (this.#keys.length === this.#most)
      throw new RangeError(`rows: more than ${this.#most} patterns at one place`);
    return this.#keys.push(key);
  }

  get isEmpty(): boolean {
    return this.#keys.length === 0;
  }

  nodes(): readonly Node[] {
    return this.#keys.map((key) => node(...(JSON.parse(key) as [string, boolean])));
  }

  /** The tags of the patterns that ask for a letter's case, or of the others. */
  tags(isExact: boolean): readonly number[] {
    return [...this.#keys.keys()].filter((i) => JSON.parse(this.#keys[i]!)[1] === isExact);
  }
}

function flagsOf({ capitals, pair, overLines, bareName }: Join): number {
  const first = (capitals ? abi.ROW_CAPITALS : 0) | (pair ? abi.ROW_PAIR : 0);
  return first | (overLines ? abi.ROW_OVER_LINES : 0) | (bareName ? abi.ROW_BARE_NAME : 0);
}

/** Writes all rows. */
export function writeRows(
  writer: ByteWriter,
  rows: readonly Join[],
  unordered: readonly Join[],
  wrappers: readonly Wrapper[],
  valuesFirst: readonly ValueFirst[],
): void {
  const harmless = inOrder(unordered);
  const beforeWords = rows.filter(isBeforeWords);
  const others = rows.filter((row) => !beforeWords.includes(row));
  const joins = [...others, ...beforeWords];
  const befores = Array.from({ length: abi.BEFORE_GROUPS }, () => new Patterns(MOST_IN_SET));
  const names = new Patterns(MOST_IN_SET);
  const aheads = new Patterns(255);
  /** The number of a row's pattern, and its group in the upper bits. */
  const beforeOf = (join: Join): number => {
    if (join.before === undefined) return 0;
    const group = groupOf(join);
    return (group << abi.BEFORE_SHIFT) | befores[group]!.numberOf(join.before, join.exactCase);
  };
  writer.u32(
    abi.P_JOINS,
    writeRecords(writer, [...joins, ...harmless], (join, at) => {
      writer.u8(at + abi.ROW_BEFORE, beforeOf(join));
      writer.u8(at + abi.ROW_NAME, names.numberOf(join.name, join.exactCase));
      writer.u8(at + abi.ROW_AHEAD, aheads.numberOf(join.ahead, join.exactCase));
      writer.u8(at + abi.ROW_SEPARATOR, separatorOf(join));
      writer.u8(at + abi.ROW_FLAGS, flagsOf(join));
    }),
  );
  writer.u32(
    abi.P_WRAP_ROWS,
    writeRecords(writer, wrappers, (wrapper, at) => {
      writer.u8(at + abi.ROW_AHEAD, aheads.numberOf(wrapper.ahead, true));
      writer.u8(at + abi.ROW_SEPARATOR, wrapper.separator?.charCodeAt(0) ?? 0);
      writer.u8(at + abi.ROW_FLAGS, wrapper.list ? abi.ROW_LIST : 0);
    }),
  );
  const opens = wrappers.map(({ open }) => node(open, true));
  writer.u32(abi.P_BETWEEN, writeTagged(writer, others.map(betweenOf)));
  if (beforeWords.length > 0) {
    const words = buildTagged(beforeWords.map(betweenOf));
    writer.u32(abi.P_BETWEEN_WORDS, writeAutomaton(writer, words, others.length));
  }
  writer.u32(
    abi.P_BEFORE,
    writeTable(
      writer,
      befores.map((group) => (group.isEmpty ? 0 : writeTagged(writer, group.nodes().map(reversed)))),
    ),
  );
  // Together, those that ask for a letter's case split every class of letters in two: 180 KB in place of 52.
  writer.u32(abi.P_ROW_NAMES, writeNames(writer, names, false));
  writer.u32(abi.P_ROW_NAMES_EXACT, writeNames(writer, names, true));
  // One each: a row asks for one, and all of them together had 6,000 states.
  writer.u32(
    abi.P_AHEAD,
    writeTable(
      writer,
      aheads.nodes().map((ahead) => writeTagged(writer, [ahead])),
    ),
  );
  writer.u32(
    abi.P_WRAPS,
    writeTagged(writer, opens, (i) => wrappers[i]!.ahead !== undefined),
  );
  const fromValue = valuesFirst.map((row) => node(row.between));
  writer.u32(abi.P_VALUE_FIRST, writeTagged(writer, fromValue));
  writeHarmless(writer, harmless, joins.length, (join) => names.numberOf(join.name, join.exactCase));
}

/** Writes the automaton of names that ask for a letter's case, or of those that do not; 0: there are none. */
function writeNames(writer: ByteWriter, names: Patterns, isExact: boolean): number {
  const tags = names.tags(isExact);
  if (tags.length === 0) return 0;
  const nodes = names.nodes();
  const automaton = buildTagged(tags.map((tag) => nodes[tag]!));
  const asNumbered = (lists: TaggedAutomaton["accepts"]): TaggedAutomaton["accepts"] =>
    lists.map((list) => list.map((tag) => tags[tag]!));
  return writeAutomaton(writer, {
    ...automaton,
    accepts: asNumbered(automaton.accepts),
    reach: asNumbered(automaton.reach),
  });
}

/** Writes addresses, u32 each; returns where they are. */
function writeTable(writer: ByteWriter, addresses: readonly number[]): number {
  const table = writer.reserve(addresses.length * 4);
  addresses.forEach((address, i) => {
    writer.u32(table + i * 4, address);
  });
  return table;
}

/** Writes a record for each row, what all rows have and what `write` adds; returns where they are. */
function writeRecords<Row extends Join | Wrapper>(
  writer: ByteWriter,
  rows: readonly Row[],
  write: (row: Row, at: number) => void,
): number {
  const records = writer.reserve(rows.length * abi.ROW_SIZE);
  rows.forEach((row, i) => {
    const at = records + i * abi.ROW_SIZE;
    writer.u8(at + abi.ROW_KIND, KINDS[row.value ?? "any"]);
    writer.u8(at + abi.ROW_CLOSE, row.close === undefined ? 0 : row.close.charCodeAt(0));
    write(row, at);
  });
  return records;
}

/** The separator as the value is read by it; a blank where there is none. */
function separatorOf({ separator, between }: Join): number {
  const found = separator ?? /[:=,](?!\])|[:=]/.exec(between.replace(/\(\?:/g, ""))?.[0] ?? " ";
  return found.charCodeAt(0);
}
