import * as abi from "../kernel/abi.ts";
import type { AuthScheme, BlockRule, KeyRule, Rule, ShapeRule } from "../rules/rule.ts";
import { ByteWriter } from "./byte-writer.ts";
import { type Compiled, compileShape, type Prepared } from "./compile-shape.ts";
import { buildDfa } from "./dfa.ts";
import { type DfaRecord, encodeDfa, firstBytes } from "./dfa-record.ts";
import type { Fragment } from "./fragments.ts";
import { buildNameTrie, type NameEnds } from "./key-names.ts";
import { buildNibbleTables, type TableLiteral } from "./nibble-tables.ts";
import { parsePattern } from "./pattern.ts";
import { lengthOf } from "./pattern-node.ts";
import { Trie } from "./trie.ts";

export interface ProgramSource {
  /** In order of precedence: of two matches that are the same, the first rule's counts. */
  readonly rules: readonly Rule[];
  /** Rules that match exactly what they say, whatever they say of it: a user's own. */
  readonly exactFrom: number;
  readonly schemes: readonly AuthScheme[];
  /** Patterns of values that are no secret. */
  readonly innocentValues: readonly string[];
}

/** Rules in the form that the kernel runs: one flat, position-independent block. */
export interface Program {
  readonly bytes: Uint8Array;
  /** Rule ids by the numbers that spans bear. */
  readonly ruleIds: readonly string[];
}

/** Sets of nibble tables for the shapes' fragments; the kernel counts on it. */
export const STOP_SETS = 2;

const CHECKS = { "crc32-base62": 1, luhn: 2, entropy: 3, jwt: 4, random: 5 } as const;
const VALUES = { value: 0, credentials: 1, cookies: 2, "set-cookie": 3 } as const;

/** A pattern of values that are no secret, and how long these can be, in bytes. */
export interface Innocent {
  readonly dfa: DfaRecord;
  readonly most: number;
}

/** What a build has compiled: shapes, and the DFAs of innocent values by their patterns. */
export interface PreparedParts {
  readonly shapes: Prepared;
  readonly innocents: ReadonlyMap<string, Innocent>;
  /** The prefilter's nibble tables of the whole catalogue. */
  readonly stopTables: Uint8Array;
  readonly nameTables: Uint8Array;
}

/**
 * Compiles rules into a program.
 *
 * @param prepared Parts that need not be compiled again
 * @throws RedactorConfigError naming the rule, what is wrong with it and how to mend it
 */
export function compileProgram(source: ProgramSource, prepared?: PreparedParts): Program {
  const writer = new ByteWriter();
  writer.reserve(abi.PROGRAM_HEADER);
  const compiled = source.rules.map((rule, i) => compileRule(rule, i >= source.exactFrom, prepared?.shapes));
  const keys = source.rules.flatMap((rule, i) => ("key" in rule ? [[rule, i] as const] : []));
  const { trie, ends } = buildNameTrie(keys);
  writePrefilter(writer, compiled, ends, prepared);
  writeFragments(writer, compiled);
  writer.u32(abi.P_NAMES, trie.write(writer));
  writer.u32(abi.P_SCHEMES, schemeTrie(source.schemes).write(writer));
  writer.u32(abi.P_INNOCENT, writeInnocent(writer, source.innocentValues, prepared?.innocents));
  writeRules(writer, source.rules, compiled);
  return { bytes: writer.finish(), ruleIds: source.rules.map(({ id }) => id) };
}

/** Undefined for a rule that has no shape: one of key names. */
export function compileRule(rule: Rule, isOwn: boolean, prepared?: Prepared): Compiled | undefined {
  if ("key" in rule) return undefined;
  if ("begin" in rule) return compileShape({ id: rule.id, pattern: rule.begin }, true, prepared);
  return compileShape(rule, isOwn || rule.exact === true, prepared);
}

/** @throws RedactorConfigError if the pattern cannot be run in linear time */
export function compileInnocent(pattern: string): Innocent {
  const { whole } = parsePattern(pattern, { ignoreCase: true });
  return {
    dfa: encodeDfa(buildDfa(whole, pattern)),
    most: Math.min(lengthOf(whole).max, abi.DECISION_LIMIT),
  };
}

/** One DFA each: joined into one, bounded repeats multiply (80 patterns needed over 10 million steps). */
function writeInnocent(
  writer: ByteWriter,
  patterns: readonly string[],
  prepared: PreparedParts["innocents"] | undefined,
): number {
  const at = writer.reserve(4 + patterns.length * 4);
  const compiled = patterns.map((pattern) => prepared?.get(pattern) ?? compileInnocent(pattern));
  const most = Math.max(0, ...compiled.map(({ most }) => most));
  writer.u32(abi.P_INNOCENT_MOST, Math.min(most, abi.DECISION_LIMIT - 1));
  writer.u32(at, patterns.length);
  compiled.forEach(({ dfa }, i) => {
    writer.u32(at + 4 + i * 4, writer.append(dfa));
  });
  return at;
}

/** Scheme words, and behind each and "=" its secret parameters. */
function schemeTrie(schemes: readonly AuthScheme[]): Trie {
  const trie = new Trie();
  for (const { word, secretParams } of schemes) {
    trie.add(word.toLowerCase(), 0, secretParams === undefined ? abi.SCHEME_OPAQUE : abi.SCHEME_PARAMS);
    for (const name of secretParams ?? []) trie.add(`${word.toLowerCase()}=${name}`, 0, abi.SCHEME_PARAMS);
  }
  return trie;
}

/** What the prefilter stops at: nibble tables, byte classes, and the ends of sensitive names. */
function writePrefilter(
  writer: ByteWriter,
  compiled: readonly (Compiled | undefined)[],
  nameEnds: NameEnds,
  prepared: PreparedParts | undefined,
): void {
  const inTables = compiled.flatMap((rule) => rule?.fragments ?? []).filter(({ stop }) => stop === "table");
  const windows = new Set(inTables.map(({ window }) => window));
  const tables = writer.append(buildNibbleTables([...windows], STOP_SETS, prepared?.stopTables), 16);
  writer.append(buildNibbleTables(nameEnds.short.map(windowOf), 1, prepared?.nameTables), 16);
  writer.u32(abi.P_TEDDY, tables);
  writer.u32(abi.P_CLASSES, writer.append(byteClassTables(), 16));
  const three = newSet();
  const four = newSet();
  for (const end of nameEnds.short) addEnd(end.length < 4 ? three : four, end);
  const sure = newSet();
  for (const end of nameEnds.sure) addEnd(sure, end);
  writer.u32(abi.P_KEY3_SET, writer.append(three));
  writer.u32(abi.P_KEY4_SET, writer.append(four));
  writer.u32(abi.P_KEY6_SET, writer.append(sure));
}

function newSet(): Uint8Array {
  return new Uint8Array(1 << (abi.SET_BITS - 3));
}

/** The end of a name, folded; of six bytes the first two are folded into the others. */
function addEnd(set: Uint8Array, end: string): void {
  const bytes = [...end].map((c) => c.charCodeAt(0) | 0x20);
  if (bytes.length === 2) {
    for (let first = 0; first < 256; first++) addToSet(set, pack([first | 0x20, ...bytes]));
  } else if (bytes.length === 6) {
    addToSet(set, (pack(bytes.slice(2)) ^ Math.imul(pack(bytes.slice(0, 2)), abi.HASH)) >>> 0);
  } else {
    addToSet(set, pack(bytes));
  }
}

/** A name's end in either case; of a short one, the bytes in front may be any. */
function windowOf(end: string): TableLiteral {
  const bytes = [...end].map((c) => (c >= "a" ? [c.charCodeAt(0), c.charCodeAt(0) - 32] : [c.charCodeAt(0)]));
  return [[], [], ...bytes].slice(-4) as unknown as TableLiteral;
}

/**
 * Class bits by low and high nibble; a byte has a class where both nibbles allow it: token characters
 * (1 digits, 2 and 4 letters, 8 "_", 16 "-") and punctuation that ends fragments (8, 16, 32 ".", 64 "$").
 */
function byteClassTables(): Uint8Array {
  const tables = new Uint8Array(32);
  const allow = (bit: number, high: readonly number[], from: number, to: number) => {
    for (let low = from; low <= to; low++) tables[low]! |= bit;
    for (const nibble of high) tables[16 + nibble]! |= bit;
  };
  allow(1, [3], 0, 9);
  allow(2, [4, 6], 1, 15);
  allow(4, [5, 7], 0, 10);
  allow(8, [5], 15, 15);
  allow(16, [2], 13, 13);
  allow(32, [2], 14, 14);
  allow(64, [2], 4, 4);
  return tables;
}

function pack(bytes: readonly number[]): number {
  return bytes.reduce((word, byte, i) => word + byte * 2 ** (8 * i), 0);
}

function hash(fragment: number, bits: number): number {
  return Math.imul(fragment, abi.HASH) >>> (32 - bits);
}

function addToSet(set: Uint8Array, fragment: number): void {
  const h = hash(fragment, abi.SET_BITS);
  set[h >> 3]! |= 1 << (h & 7);
}

/** From a fragment to the rules that have it: a bit set, a slot table and chains of entries. */
function writeFragments(writer: ByteWriter, compiled: readonly (Compiled | undefined)[]): void {
  const entries: { fragment: Fragment; rule: number }[] = compiled.flatMap((shape, rule) =>
    (shape?.fragments ?? []).map((fragment) => ({ fragment, rule })),
  );
  const start = writer.reserve(entries.length * abi.ENTRY_SIZE);
  const tables = { stop: newTable(), run: newTable() };
  entries.forEach(({ fragment, rule }, i) => {
    const { set, slots } = fragment.stop === "run" ? tables.run : tables.stop;
    const packed = pack(fragment.bytes);
    const slot = hash(packed, abi.SLOT_BITS);
    addToSet(set, packed);
    const at = start + i * abi.ENTRY_SIZE;
    writer.u32(at, packed);
    writer.u16(at + 4, rule);
    writer.u16(at + 6, slots[slot]!);
    writer.u16(at + 8, fragment.nearest);
    writer.u16(at + 10, fragment.farthest);
    slots[slot] = i + 1;
  });
  writer.u32(abi.P_ENTRIES, start);
  writer.u32(abi.P_STOP_SET, writer.append(tables.stop.set));
  writer.u32(abi.P_RUN_SET, writer.append(tables.run.set));
  writer.u32(abi.P_STOP_SLOTS, writer.append(new Uint8Array(tables.stop.slots.buffer)));
  writer.u32(abi.P_RUN_SLOTS, writer.append(new Uint8Array(tables.run.slots.buffer)));
}

function newTable(): { set: Uint8Array; slots: Uint16Array } {
  return { set: newSet(), slots: new Uint16Array(1 << abi.SLOT_BITS) };
}

function writeRules(
  writer: ByteWriter,
  rules: readonly Rule[],
  compiled: readonly (Compiled | undefined)[],
): void {
  const start = writer.reserve(rules.length * abi.RULE_SIZE);
  writer.u32(abi.P_RULES, start);
  rules.forEach((rule, i) => {
    const at = start + i * abi.RULE_SIZE;
    const shape = compiled[i];
    if (shape === undefined) writeKeyRule(writer, at, rule as KeyRule);
    else writeShapeRule(writer, at, rule as ShapeRule | BlockRule, shape);
  });
  const reach = compiled.reduce((most, shape) => Math.max(most, shape?.fragmentEnd ?? 0), 0);
  writer.u32(abi.P_TAIL, reach);
  writer.u32(
    abi.P_FIRST,
    writeFirstBytes(writer, compiled, () => true),
  );
  if (compiled.some((shape) => shape?.fragments === undefined && shape !== undefined)) {
    writer.u32(
      abi.P_SLOW,
      writeFirstBytes(writer, compiled, ({ fragments }) => fragments === undefined),
    );
  }
}

function writeKeyRule(writer: ByteWriter, at: number, rule: KeyRule): void {
  writer.u8(at + abi.R_KIND, abi.KIND_KEY);
  writer.u8(at + abi.R_VALUE, VALUES[rule.value ?? "value"]);
  writer.u8(at + abi.R_CHECK, rule.check === undefined ? abi.CHECK_NONE : CHECKS[rule.check]);
}

function writeShapeRule(writer: ByteWriter, at: number, rule: ShapeRule | BlockRule, shape: Compiled): void {
  const isBlock = "begin" in rule;
  const check = isBlock ? undefined : rule.check;
  const flags =
    (shape.relaxed ? abi.FLAG_RELAXED : 0) |
    (!isBlock && rule.checkDecides ? abi.FLAG_CHECK_DECIDES : 0) |
    (shape.headDfa ? abi.FLAG_CAPTURE : 0) |
    (isBlock && rule.body === "text" ? abi.FLAG_TEXT : 0);
  writer.u8(at + abi.R_KIND, isBlock ? abi.KIND_BLOCK : abi.KIND_SHAPE);
  writer.u8(at + abi.R_FLAGS, flags);
  writer.u8(at + abi.R_CHECK, check === undefined ? abi.CHECK_NONE : CHECKS[check]);
  writer.u32(at + abi.R_DFA, writer.append(shape.dfa));
  if (shape.headDfa) writer.u32(at + abi.R_HEAD_DFA, writer.append(shape.headDfa));
  writer.u16(at + abi.R_TAIL_LENGTH, shape.tailLength);
  writer.u16(at + abi.R_HEAD_LENGTH, shape.headLength);
  writer.u16(at + abi.R_BODY_LENGTH, Math.min(shape.bodyLength, 0xffff));
  writer.u16(at + abi.R_FRAGMENT_END, shape.fragmentEnd);
  if (isBlock) {
    const end = parsePattern(rule.end, { ignoreCase: false }).whole;
    writer.u32(at + abi.R_END_DFA, writer.append(encodeDfa(buildDfa(end, rule.end))));
  }
}

/** For each byte, the rules whose matches can start with it. */
function writeFirstBytes(
  writer: ByteWriter,
  compiled: readonly (Compiled | undefined)[],
  wanted: (shape: Compiled) => boolean,
): number {
  const lists: number[][] = Array.from({ length: 256 }, () => []);
  compiled.forEach((shape, rule) => {
    if (shape === undefined || !wanted(shape)) return;
    for (const byte of firstBytes(shape.dfa)) lists[byte]!.push(rule);
  });
  const at = writer.reserve(514 + lists.reduce((sum, { length }) => sum + length * 2, 0));
  let next = 0;
  lists.forEach((list, byte) => {
    writer.u16(at + byte * 2, next);
    for (const rule of list) writer.u16(at + 514 + next++ * 2, rule);
  });
  writer.u16(at + 512, next);
  return at;
}
