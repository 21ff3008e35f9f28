// The rows of joins and wrappers as the kernel reads them: an automaton each for what stands between, before and
// around, and a record for each row.
import * as abi from "../../kernel/abi.ts";
import type { Join, ValueKind, Wrapper } from "../../rules/joins/join.ts";
import type { ByteWriter } from "../byte-writer.ts";
import { parsePattern } from "../pattern/pattern.ts";
import type { Node } from "../pattern/pattern-node.ts";
import { reversed } from "./reversed.ts";
import { toSymbols } from "./symbols.ts";
import { buildTagged } from "./tagged-automaton.ts";

const KINDS: Readonly<Record<ValueKind, number>> = {
  any: abi.ROW_ANY,
  string: abi.ROW_STRING,
  "own string": abi.ROW_OWN_STRING,
  "double-quoted": abi.ROW_DOUBLE,
  "single-quoted": abi.ROW_SINGLE,
  none: abi.ROW_NONE,
  generated: abi.ROW_GENERATED,
  argument: abi.ROW_ARGUMENT,
  "not code": abi.ROW_NOT_CODE,
  "end of line": abi.ROW_END_OF_LINE,
  present: abi.ROW_PRESENT,
  "own name": abi.ROW_OWN_NAME,
  "other name": abi.ROW_OTHER_NAME,
  object: abi.ROW_OBJECT,
};

const node = (pattern: string, exactCase = false): Node =>
  parsePattern(toSymbols(pattern), { ignoreCase: !exactCase }).whole;

/** Writes all rows. */
export function writeRows(writer: ByteWriter, joins: readonly Join[], wrappers: readonly Wrapper[]): void {
  writeJoins(writer, joins);
  writeWrappers(writer, wrappers);
}

/** The patterns of one kind, each once, and the number that a row has for its own, 0 for none. */
function numbered(rows: readonly Join[], part: "before" | "name") {
  const keyOf = (row: Join): string => JSON.stringify([row[part], row.exactCase ?? false]);
  const keys = [...new Set(rows.filter((row) => row[part] !== undefined).map(keyOf))];
  if (keys.length > 63) throw new RangeError(`joins: more than 63 different patterns in "${part}"`);
  const nodes = keys.map((key) => node(...(JSON.parse(key) as [string, boolean])));
  return { nodes, numberOf: (row: Join): number => keys.indexOf(keyOf(row)) + 1 };
}

function writeJoins(writer: ByteWriter, joins: readonly Join[]): void {
  const befores = numbered(joins, "before");
  const names = numbered(joins, "name");
  const betweens = joins.map(({ between, exactCase }) => node(between, exactCase));
  writer.u32(abi.P_BETWEEN, writeTagged(writer, betweens));
  writer.u32(abi.P_BEFORE, writeTagged(writer, befores.nodes.map(reversed)));
  writer.u32(abi.P_ROW_NAMES, writeTagged(writer, names.nodes));
  const rows = writer.reserve(joins.length * abi.ROW_SIZE);
  writer.u32(abi.P_JOINS, rows);
  joins.forEach((join, i) => {
    const at = rows + i * abi.ROW_SIZE;
    writer.u8(at + abi.ROW_KIND, KINDS[join.value ?? "any"]);
    writer.u8(at + abi.ROW_BEFORE, befores.numberOf(join));
    writer.u8(at + abi.ROW_NAME, names.numberOf(join));
    writer.u8(at + abi.ROW_SEPARATOR, separatorOf(join));
    writer.u8(at + abi.ROW_FLAGS, (join.capitals ? abi.ROW_CAPITALS : 0) | (join.pair ? abi.ROW_PAIR : 0));
  });
}

function writeWrappers(writer: ByteWriter, wrappers: readonly Wrapper[]): void {
  writer.u32(
    abi.P_WRAPS,
    writeTagged(
      writer,
      wrappers.map(({ open }) => node(open, true)),
    ),
  );
  const rows = writer.reserve(wrappers.length * abi.ROW_SIZE);
  writer.u32(abi.P_WRAP_ROWS, rows);
  wrappers.forEach((wrapper, i) => {
    const at = rows + i * abi.ROW_SIZE;
    writer.u8(at + abi.ROW_KIND, KINDS[wrapper.value ?? "any"]);
    writer.u8(at + abi.ROW_SEPARATOR, wrapper.separator?.charCodeAt(0) ?? 0);
    writer.u8(at + abi.ROW_FLAGS, wrapper.list ? abi.ROW_LIST : 0);
  });
}

/** The separator as the value is read by it; a blank where there is none. */
function separatorOf({ separator, between }: Join): number {
  const found = separator ?? /[:=,](?!\])|[:=]/.exec(between.replace(/\(\?:/g, ""))?.[0] ?? " ";
  return found.charCodeAt(0);
}

/** Writes the automaton; its layout is in the abi. A list is its length u8 and the numbers of its rows u8. */
function writeTagged(writer: ByteWriter, patterns: readonly Node[]): number {
  const { classes, classCount, transitions, accepts } = buildTagged(patterns);
  const lists = new Map<string, number>();
  const bytes: number[] = [0];
  const listOf = (tags: readonly number[]): number => {
    if (tags.length === 0) return 0;
    const key = tags.join();
    const known = lists.get(key);
    if (known !== undefined) return known;
    lists.set(key, bytes.length);
    bytes.push(tags.length, ...tags);
    return lists.get(key)!;
  };
  for (const tags of accepts) listOf(tags);
  const listAddress = writer.append(Uint8Array.from(bytes));
  const at = writer.reserve(abi.TAGGED_STATES + accepts.length * (classCount + 1) * 2);
  writer.u32(at, classCount);
  writer.u32(at + 4, listAddress);
  classes.forEach((byteClass, byte) => {
    writer.u8(at + abi.TAGGED_CLASSES + byte, byteClass);
  });
  accepts.forEach((tags, state) => {
    const row = at + abi.TAGGED_STATES + state * (classCount + 1) * 2;
    writer.u16(row, listOf(tags));
    for (let i = 0; i < classCount; i++) writer.u16(row + 2 + i * 2, transitions[state * classCount + i]!);
  });
  return at;
}
