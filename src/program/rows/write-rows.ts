// The rows of joins and wrappers as the kernel reads them: an automaton each for what stands between, before and
// around, and a record for each row.
import * as abi from "../../kernel/abi.ts";
import type { Join, ValueFirst, ValueKind, Wrapper } from "../../rules/joins/join.ts";
import type { ByteWriter } from "../byte-writer.ts";
import { parsePattern } from "../pattern/pattern.ts";
import type { Node } from "../pattern/pattern-node.ts";
import { LOOP_BYTES, loopOf } from "./loops.ts";
import { reversed } from "./reversed.ts";
import { toSymbols } from "./symbols.ts";
import { buildTagged, type TaggedAutomaton } from "./tagged-automaton.ts";

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
};

const node = (pattern: string, exactCase = false): Node =>
  parsePattern(toSymbols(pattern), { ignoreCase: !exactCase }).whole;

/** Patterns that rows share, each with the number that a row has for it; 0: none. */
class Patterns {
  readonly #keys: string[] = [];

  numberOf(pattern: string | undefined, exactCase = false): number {
    if (pattern === undefined) return 0;
    // Without letters of its own, it is the same in either case.
    const hasLetters = /[A-Za-z]/.test(pattern.replace(/\\./g, ""));
    const key = JSON.stringify([pattern, exactCase && hasLetters]);
    const found = this.#keys.indexOf(key);
    if (found >= 0) return found + 1;
    if (this.#keys.length === 63) throw new RangeError("rows: more than 63 different patterns at one place");
    return this.#keys.push(key);
  }

  nodes(): readonly Node[] {
    return this.#keys.map((key) => node(...(JSON.parse(key) as [string, boolean])));
  }
}

/** Writes all rows. */
export function writeRows(
  writer: ByteWriter,
  joins: readonly Join[],
  unordered: readonly Join[],
  wrappers: readonly Wrapper[],
  valuesFirst: readonly ValueFirst[],
): void {
  // Those for names of their own stand together: for other names their automata do not run.
  const harmless = [...unordered].sort((a, b) => Number(a.name !== undefined) - Number(b.name !== undefined));
  const befores = new Patterns();
  const names = new Patterns();
  const aheads = new Patterns();
  writer.u32(
    abi.P_JOINS,
    writeRecords(writer, [...joins, ...harmless], (join, at) => {
      writer.u8(at + abi.ROW_BEFORE, befores.numberOf(join.before, join.exactCase));
      writer.u8(at + abi.ROW_NAME, names.numberOf(join.name, join.exactCase));
      writer.u8(at + abi.ROW_AHEAD, aheads.numberOf(join.ahead, join.exactCase));
      writer.u8(at + abi.ROW_SEPARATOR, separatorOf(join));
      writer.u8(at + abi.ROW_FLAGS, (join.capitals ? abi.ROW_CAPITALS : 0) | (join.pair ? abi.ROW_PAIR : 0));
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
  const betweens = joins.map(betweenOf);
  const opens = wrappers.map(({ open }) => node(open, true));
  writer.u32(abi.P_BETWEEN, writeTagged(writer, betweens));
  writer.u32(abi.P_BEFORE, writeTagged(writer, befores.nodes().map(reversed)));
  writer.u32(abi.P_ROW_NAMES, writeTagged(writer, names.nodes()));
  // One each: a row asks for one, and all of them together had 6,000 states.
  writer.u32(
    abi.P_AHEAD,
    writeTable(
      writer,
      aheads.nodes().map((ahead) => writeTagged(writer, [ahead])),
    ),
  );
  writer.u32(abi.P_WRAPS, writeTagged(writer, opens));
  const fromValue = valuesFirst.map((row) => node(row.between));
  writer.u32(abi.P_VALUE_FIRST, writeTagged(writer, fromValue));
  writeHarmless(writer, harmless, joins.length, (join) => names.numberOf(join.name, join.exactCase));
}

/** So many rows are in an automaton: the states of all of them in one would be their product. */
const ROWS_TOGETHER = 8;

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

/** Writes the automata of rows that say that there is no value; the first row has the number `first`. */
function writeHarmless(
  writer: ByteWriter,
  rows: readonly Join[],
  first: number,
  nameNumber: (row: Join) => number,
): void {
  const groups = togetherInAutomata(rows);
  const built = groups.map((group) => buildTagged(group.map(betweenOf)));
  if (built.length > 32) throw new RangeError("rows: more than 32 automata of harmless rows");
  const table = writer.reserve(abi.HARMLESS_AUTOMATA + built.length * abi.HARMLESS_SIZE);
  writer.u32(table, built.length);
  built.forEach((automaton, i) => {
    const at = writeAutomaton(writer, automaton, first + rows.indexOf(groups[i]![0]!));
    const entry = table + abi.HARMLESS_AUTOMATA + i * abi.HARMLESS_SIZE;
    writer.u32(entry, at);
    const numbers = groups[i]!.map(nameNumber);
    if (numbers.includes(0)) return;
    bytesOfSet(numbers.map((number) => number - 1)).forEach((byte, k) => {
      writer.u8(entry + 8 + k, byte);
    });
  });
  for (let symbol = 0; symbol < 256; symbol++) {
    writer.u32(
      table + abi.HARMLESS_FIRST + symbol * 4,
      setOf(built, (automaton) => goesOn(automaton, 1, symbol)),
    );
    writer.u32(
      table + abi.HARMLESS_SECOND + symbol * 4,
      setOf(built, (automaton) => mayBeSecond(automaton, symbol)),
    );
  }
  writer.u32(abi.P_HARMLESS, table);
}

/** Returns a bit for each of the automata that `has` holds for. */
function setOf(automata: readonly TaggedAutomaton[], has: (automaton: TaggedAutomaton) => boolean): number {
  return automata.reduce((set, automaton, i) => (has(automaton) ? set | (1 << i) : set), 0) >>> 0;
}

function nextOf(
  { classes, classCount, transitions }: TaggedAutomaton,
  state: number,
  symbol: number,
): number {
  return transitions[state * classCount + classes[symbol]!]!;
}

function goesOn(automaton: TaggedAutomaton, state: number, symbol: number): boolean {
  return nextOf(automaton, state, symbol) !== 0;
}

/** Whether something matches behind one symbol, or goes on when `symbol` is the second. */
function mayBeSecond(automaton: TaggedAutomaton, symbol: number): boolean {
  return Array.from(automaton.classes.keys()).some((one) => {
    const state = nextOf(automaton, 1, one);
    return state !== 0 && (automaton.accepts[state]!.length > 0 || goesOn(automaton, state, symbol));
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

const betweenOf = ({ between, exactCase }: Join): Node => node(between, exactCase);

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

function writeTagged(writer: ByteWriter, patterns: readonly Node[]): number {
  return writeAutomaton(writer, buildTagged(patterns));
}

/** Writes the automaton; its layout is in the abi. A list is its length u8 and the numbers of its rows u8. */
function writeAutomaton(writer: ByteWriter, automaton: TaggedAutomaton, first = 0): number {
  const { classes, classCount, transitions, accepts, reach } = automaton;
  const lists = new Blobs([0]);
  const listOf = (tags: readonly number[]): number =>
    tags.length === 0 ? 0 : lists.addressOf([tags.length, ...tags.map((tag) => tag + first)]);
  const hasSets = Math.max(...reach[1]!) < MOST_IN_SET;
  const sets = new Blobs(Array<number>(8).fill(0));
  const setNumber = (tags: readonly number[]): number =>
    tags.length === 0 ? 0 : hasSets ? sets.addressOf(bytesOfSet(tags)) / 8 : 1;
  const width = abi.TAGGED_ROW + classCount;
  const loops = new Blobs(Array<number>(LOOP_BYTES).fill(0));
  const loopNumber = (state: number): number => loops.addressOf(loopOf(automaton, state)) / LOOP_BYTES;
  const rows = accepts.map(
    (tags, state) =>
      [listOf(tags), setNumber(reach[state]!), tags.length === 0 ? loopNumber(state) : 0] as const,
  );
  const listAddress = writer.append(lists.bytes());
  const setAddress = writer.append(sets.bytes());
  const loopAddress = writer.append(loops.bytes(), LOOP_BYTES);
  const at = writer.reserve(abi.TAGGED_STATES + accepts.length * width * 2);
  writer.tell(at, "tagged");
  writer.u32(at, classCount);
  writer.u32(at + 4, listAddress);
  writer.u32(at + 8, setAddress);
  writer.u32(at + 12, loopAddress);
  classes.forEach((byteClass, byte) => {
    writer.u8(at + abi.TAGGED_CLASSES + byte, byteClass);
  });
  rows.forEach(([list, set, loop], state) => {
    const row = at + abi.TAGGED_STATES + state * width * 2;
    writer.u16(row, list);
    writer.u16(row + 2, set);
    writer.u16(row + 4, loop);
    for (let i = 0; i < classCount; i++)
      writer.u16(row + (abi.TAGGED_ROW + i) * 2, transitions[state * classCount + i]!);
  });
  return at;
}

/** A set has 64 bits, of which the first is free. */
const MOST_IN_SET = 63;

function bytesOfSet(tags: readonly number[]): number[] {
  const bytes = Array<number>(8).fill(0);
  for (const tag of tags) bytes[(tag + 1) >> 3]! |= 1 << ((tag + 1) & 7);
  return bytes;
}

/** Byte strings one behind the other, each once. */
class Blobs {
  readonly #addresses = new Map<string, number>();
  readonly #bytes: number[];

  /** @param head Stands before all others */
  constructor(head: readonly number[]) {
    this.#bytes = [...head];
  }

  addressOf(blob: readonly number[]): number {
    const key = blob.join();
    const known = this.#addresses.get(key);
    if (known !== undefined) return known;
    const address = this.#bytes.length;
    this.#addresses.set(key, address);
    this.#bytes.push(...blob);
    return address;
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}
