import * as abi from "../../kernel/abi.ts";
import type { Join, Wrapper } from "../../rules/joins/join.ts";
import type {
  AuthScheme,
  BlockRule,
  KeyRule,
  NameWords,
  Rule,
  ShapeRule,
  TextWords,
} from "../../rules/rule.ts";
import { buildDfa } from "../automaton/dfa.ts";
import {
  crossesLines,
  encodeDfa,
  firstBytes,
  needsAt,
  needsLine,
  needsQuote,
} from "../automaton/dfa-record.ts";
import { ByteWriter } from "../byte-writer.ts";
import { parsePattern } from "../pattern/pattern.ts";
import { copyRows, writeRows } from "../rows/write-rows.ts";
import { writeByFirst } from "./by-first.ts";
import { type Compiled, compileShape, type Prepared } from "./compile-shape.ts";
import { buildNameTrie } from "./key-names.ts";
import { CHECKS, variantsOf, wordTrie, writeKeyRule } from "./key-rules.ts";
import { type Innocent, writeInnocents } from "./placeholders.ts";
import { writePrefilter } from "./prefilter.ts";
import { Trie } from "./trie.ts";

export interface ProgramSource {
  /** In order of precedence: of two matches that are the same, the first rule's counts. */
  readonly rules: readonly Rule[];
  /** Rules that match exactly what they say, whatever they say of it: a user's own. */
  readonly exactFrom: number;
  readonly schemes: readonly AuthScheme[];
  readonly nameWords: readonly NameWords[];
  readonly textWords: readonly TextWords[];
  readonly joins: readonly Join[];
  readonly wrappers: readonly Wrapper[];
  /** Patterns of values that are no secret. */
  readonly innocentValues: readonly string[];
  /** Index of the first of them that holds for a user's own rules, too. */
  readonly innocentOwnFrom: number;
}

/** Rules in the form that the kernel runs: one flat, position-independent block. */
export interface Program {
  /** In bytes. */
  readonly size: number;
  /** Rule ids by the numbers that spans bear. */
  readonly ruleIds: readonly string[];
  /** Writes it into `space`, which has its size. */
  load(space: Uint8Array): void;
}

/** A program that is at hand. */
export interface CompiledProgram extends Program {
  readonly bytes: Uint8Array;
}

export function programOf(bytes: Uint8Array, ruleIds: readonly string[]): CompiledProgram {
  return { bytes, size: bytes.length, ruleIds, load: (space) => space.set(bytes) };
}

/** What a build has compiled: shapes, and the DFAs of innocent values by their patterns. */
export interface PreparedParts {
  /** The program they are of. */
  readonly program: Uint8Array;
  readonly shapes: Prepared;
  readonly innocents: ReadonlyMap<string, Innocent>;
}

/** Each takes some milliseconds; of sixteen the best has half the collisions of the average. */
const TRIES = 16;

/**
 * Compiles rules into a program.
 *
 * @param prepared Parts that need not be compiled again
 * @param tries How many multipliers are tried for the prefilter's hash
 * @throws RedactorConfigError naming the rule, what is wrong with it and how to mend it
 */
export function compileProgram(
  source: ProgramSource,
  prepared?: PreparedParts,
  tries: number = TRIES,
): CompiledProgram {
  const writer = new ByteWriter();
  writer.reserve(abi.PROGRAM_HEADER);
  if (prepared === undefined) writeRows(writer, source.joins, source.wrappers);
  else copyRows(writer, prepared.program);
  const compiled = source.rules.map((rule, i) => compileRule(rule, i >= source.exactFrom, prepared?.shapes));
  const keys = source.rules.flatMap((rule, i) => ("key" in rule ? [[rule, i] as const] : []));
  const { trie, ends } = buildNameTrie(keys);
  writePrefilter(writer, compiled, ends, tries);
  writer.u32(abi.P_NAMES, trie.write(writer));
  writer.u32(abi.P_WORDS, wordTrie(source.nameWords, source.textWords).write(writer));
  writer.u32(abi.P_SCHEMES, schemeTrie(source.schemes).write(writer));
  writeInnocents(writer, source.innocentValues, source.innocentOwnFrom, prepared?.innocents);
  writeRuleRecords(writer, source, compiled);
  return programOf(
    writer.finish(),
    [...source.rules, ...variantsOf(source.rules).map(({ record }) => record)].map(({ id }) => id),
  );
}

/** Undefined for a rule that has no shape: one of key names. */
export function compileRule(rule: Rule, isOwn: boolean, prepared?: Prepared): Compiled | undefined {
  if ("key" in rule) return undefined;
  if ("begin" in rule) return compileShape(beginOf(rule), isOwn, prepared);
  return compileShape(rule, isOwn, prepared);
}

/** A block's begin mark as a shape. */
export function beginOf({ id, begin }: BlockRule): ShapeRule {
  return { id, pattern: begin, exact: true };
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

function writeRuleRecords(
  writer: ByteWriter,
  { rules, exactFrom }: ProgramSource,
  compiled: readonly (Compiled | undefined)[],
): void {
  const variants = variantsOf(rules);
  const start = writer.reserve((rules.length + variants.length) * abi.RULE_SIZE);
  writer.u32(abi.P_RULES, start);
  rules.forEach((rule, i) => {
    const at = start + i * abi.RULE_SIZE;
    const shape = compiled[i];
    if (shape === undefined) writeKeyRule(writer, at, rule as KeyRule);
    else
      writeShapeRule(
        writer,
        at,
        rule as ShapeRule | BlockRule,
        shape,
        i >= exactFrom || ("anyValue" in rule && rule.anyValue === true),
      );
  });
  variants.forEach(({ rule, field, record }, i) => {
    const number = rules.length + i;
    writeKeyRule(writer, start + number * abi.RULE_SIZE, record);
    writer.u16(start + rule * abi.RULE_SIZE + field, number);
  });
  const reach = compiled.reduce((most, shape) => Math.max(most, shape?.fragmentEnd ?? 0), 0);
  writer.u32(abi.P_TAIL, reach);
  writer.u32(
    abi.P_FIRST,
    writeFirstBytes(writer, compiled, () => true),
  );
  writer.u32(
    abi.P_FIRST_LINES,
    writeFirstBytes(writer, compiled, ({ dfa }) => crossesLines(dfa)),
  );
  if (compiled.some((shape) => shape?.fragments === undefined && shape !== undefined)) {
    writer.u32(
      abi.P_SLOW,
      writeFirstBytes(writer, compiled, ({ fragments }) => fragments === undefined),
    );
  }
}

function writeShapeRule(
  writer: ByteWriter,
  at: number,
  rule: ShapeRule | BlockRule,
  shape: Compiled,
  isOwn: boolean,
): void {
  const isBlock = "begin" in rule;
  const check = isBlock ? undefined : rule.check;
  const flags =
    (shape.relaxed ? abi.FLAG_RELAXED : 0) |
    (!isBlock && rule.checkDecides ? abi.FLAG_CHECK_DECIDES : 0) |
    (shape.headDfa ? abi.FLAG_CAPTURE : 0) |
    (shape.headDfa && needsLine(shape.headDfa) ? abi.FLAG_LINE : 0) |
    (shape.headDfa && needsQuote(shape.headDfa) ? abi.FLAG_QUOTE : 0) |
    (isOwn ? abi.FLAG_OWN : 0) |
    (isBlock && rule.body === "text" ? abi.FLAG_TEXT : 0) |
    (!isBlock && rule.toQuote ? abi.FLAG_TO_QUOTE : 0) |
    (needsAt(shape.dfa) ? abi.FLAG_AT : 0);
  writer.u8(at + abi.R_KIND, isBlock ? abi.KIND_BLOCK : abi.KIND_SHAPE);
  writer.u8(at + abi.R_FLAGS, flags);
  writer.u8(at + abi.R_CHECK, check === undefined ? abi.CHECK_NONE : CHECKS[check]);
  writer.u32(at + abi.R_DFA, writer.append(shape.dfa));
  if (shape.headDfa) writer.u32(at + abi.R_HEAD_DFA, writer.append(shape.headDfa));
  writer.u16(at + abi.R_TAIL_LENGTH, shape.tailLength);
  writer.u16(at + abi.R_HEAD_LENGTH, shape.headLength);
  writer.u16(at + abi.R_BODY_LENGTH, Math.min(shape.bodyLength, 0xffff));
  writer.u16(at + abi.R_FRAGMENT_END, shape.fragmentEnd);
  const starts = firstBytes(shape.dfa);
  writer.u32(at + abi.R_FIRST, starts.reduce((set, [byte]) => set | (1 << (byte & 31)), 0) >>> 0);
  writer.u32(at + abi.R_SECOND, starts.reduce((set, [, seconds]) => set | seconds, 0) >>> 0);
  if (isBlock) {
    const end = parsePattern(rule.end, { ignoreCase: false }).whole;
    writer.u32(at + abi.R_END_DFA, writer.append(encodeDfa(buildDfa(end, rule.end))));
  }
}

/** The rules that are wanted by the bytes that their matches can start with, the farthest fragment first. */
function writeFirstBytes(
  writer: ByteWriter,
  compiled: readonly (Compiled | undefined)[],
  wanted: (shape: Compiled) => boolean,
): number {
  const shapes = compiled.flatMap((shape, value) => (shape && wanted(shape) ? [{ ...shape, value }] : []));
  return writeByFirst(
    writer,
    shapes.sort((a, b) => b.fragmentEnd - a.fragmentEnd),
  );
}
