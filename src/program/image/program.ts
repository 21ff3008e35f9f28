import * as abi from "../../kernel/abi.ts";
import type { Join, ValueFirst, Wrapper } from "../../rules/joins/join.ts";
import type { AuthScheme, NameWords, Rule, TextWords } from "../../rules/rule.ts";
import { ByteWriter } from "../byte-writer.ts";
import type { Part } from "../parts.ts";
import { writeRows } from "../rows/write-rows.ts";
import { encodeLists, firstLists } from "./by-first.ts";
import { type Compiled, compileInnocent, compileRule } from "./compile-shape.ts";
import { issuersOf, writeIssuers } from "./issuers.ts";
import { addNames } from "./key-names.ts";
import { encodeInnocent, innocentLists, KINDS } from "./placeholders.ts";
import { writePrefilter } from "./prefilter.ts";
import { encodeRules, isOpen, variantsOf } from "./rule-records.ts";
import { Trie } from "./trie.ts";
import { schemeTrie, wordTrie } from "./word-tries.ts";

export interface ProgramSource {
  /** In order of precedence: of two matches that are the same, the first rule's counts. */
  readonly rules: readonly Rule[];
  readonly schemes: readonly AuthScheme[];
  readonly nameWords: readonly NameWords[];
  readonly textWords: readonly TextWords[];
  readonly joins: readonly Join[];
  /** Those that say that there is no value, whatever another row says. */
  readonly harmless: readonly Join[];
  readonly wrappers: readonly Wrapper[];
  readonly valuesFirst: readonly ValueFirst[];
  /** Patterns of values that are not secrets. */
  readonly innocentValues: readonly string[];
  /** Index of the first of them that holds in quotes, too, under a name whose value needs no judging. */
  readonly innocentQuotedFrom: number;
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
  /** Set where it is another program with changes. */
  readonly change?: ProgramChange;
}

/** What makes a program of another one, whose bytes stay as they are but for the header. */
export interface ProgramChange {
  readonly of: CompiledProgram;
  /** The bytes that stand in place of the other's first ones. */
  readonly header: Uint8Array;
  /** Writes what lies after the other's bytes into `space`, which begins where they do. */
  lay(space: Uint8Array): void;
}

/** A program that is at hand. */
export interface CompiledProgram extends Program {
  readonly bytes: Uint8Array;
  /** A copy of the bytes [at, at + size): where all are in a file, only these are read. */
  slice(at: number, size: number): Uint8Array<ArrayBuffer>;
}

/** A program that was compiled whole, with what it is put together from. */
export interface BuiltProgram extends CompiledProgram {
  readonly parts: readonly Part[];
}

export function programOf(bytes: Uint8Array, ruleIds: readonly string[]): CompiledProgram {
  return {
    bytes,
    size: bytes.length,
    ruleIds,
    load: (space) => space.set(bytes),
    slice: (at, size) => Uint8Array.from(bytes.subarray(at, at + size)),
  };
}

/**
 * Compiles the catalogue's rules into a program.
 *
 * @param tries How many multipliers are tried for the prefilter's hash, some milliseconds each: of sixteen the best has
 *   half the collisions of the average
 * @param exactFrom Rules from here on are a user's own: they match exactly what they say
 * @throws RedactorConfigError naming the rule, what is wrong with it and how to mend it
 */
export function compileProgram(
  source: ProgramSource,
  tries: number,
  { exactFrom = source.rules.length }: { readonly exactFrom?: number } = {},
): BuiltProgram {
  const { rules } = source;
  const writer = new ByteWriter();
  writer.reserve(abi.PROGRAM_HEADER);
  writeRows(writer, source.joins, source.harmless, source.wrappers, source.valuesFirst);
  const compiled = rules.map((rule, i) => compileRule(rule, i >= exactFrom));
  const names = new Trie();
  const keys = rules.flatMap((rule, i) => ("key" in rule ? [[rule, i] as const] : []));
  writePrefilter(writer, compiled, addNames(names, keys), tries);
  writer.u32(abi.P_NAMES, names.write(writer));
  writer.u32(abi.P_NAME_NODES, names.size);
  writer.u32(abi.P_WORDS, wordTrie(source.nameWords, source.textWords).write(writer));
  writer.u32(abi.P_ISSUERS, writeIssuers(writer, issuersOf(source.nameWords)));
  writer.u32(abi.P_SCHEMES, schemeTrie(source.schemes).write(writer));
  writeInnocents(writer, source.innocentValues, source.innocentQuotedFrom, source.innocentOwnFrom);
  writer.u32(
    abi.P_RULES,
    writer.append(encodeRules(writer, rules, compiled, (rule, i) => i >= exactFrom || isOpen(rule))),
  );
  writeFirstBytes(writer, compiled);
  return { ...programOf(writer.finish(), idsOf(rules)), parts: writer.parts };
}

/** The ids of the records that a program has for rules. */
export function idsOf(rules: readonly Rule[]): readonly string[] {
  return [...rules, ...variantsOf(rules).map(({ record }) => record)].map(({ id }) => id);
}

/**
 * One DFA each: joined into one, bounded repeats multiply (80 patterns needed over 10 million steps). Instead, their
 * first two bytes and their last two say which can be meant: for a random value, none of a hundred.
 */
function writeInnocents(
  writer: ByteWriter,
  patterns: readonly string[],
  quotedFrom: number,
  ownFrom: number,
): void {
  const compiled = patterns.map((pattern) => compileInnocent(pattern, false));
  writer.u32(abi.P_KINDS, writer.append(KINDS));
  writer.u32(abi.P_INNOCENT_MOST, Math.max(0, ...compiled.map(({ most }) => most)));
  const dfas = compiled.map((innocent) => {
    const value = writer.append(encodeInnocent(innocent)) + abi.INNOCENT_HEAD;
    writer.tell(value, "dfa");
    return { dfa: innocent.dfa, value };
  });
  writer.u32(abi.P_INNOCENT_OWN, dfas[ownFrom]?.value ?? 0xffffffff);
  writer.u32(abi.P_INNOCENT_QUOTED, dfas[quotedFrom]?.value ?? 0xffffffff);
  const { all, phrases } = innocentLists(dfas);
  writer.u32(abi.P_INNOCENT, writer.append(encodeLists(all)));
  writer.u32(abi.P_INNOCENT_PHRASES, writer.append(encodeLists(phrases)));
}

function writeFirstBytes(writer: ByteWriter, compiled: readonly (Compiled | undefined)[]): void {
  const { all, lines, slow } = firstLists(compiled);
  writer.u32(
    abi.P_TAIL,
    compiled.reduce((most, shape) => Math.max(most, shape?.fragmentEnd ?? 0), 0),
  );
  writer.u32(abi.P_FIRST, writer.append(encodeLists(all)));
  writer.u32(abi.P_FIRST_LINES, writer.append(encodeLists(lines)));
  if (slow.length > 0) writer.u32(abi.P_SLOW, writer.append(encodeLists(slow)));
}
