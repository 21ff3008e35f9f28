import * as abi from "../../kernel/abi.ts";
import { buildDfa } from "../automaton/dfa.ts";
import { type DfaRecord, encodeDfa, goesOver, lastBytes } from "../automaton/dfa-record.ts";
import type { ByteWriter } from "../byte-writer.ts";
import { parsePattern } from "../pattern/pattern.ts";
import { lengthOf } from "../pattern/pattern-node.ts";
import { writeByFirst } from "./by-first.ts";

/** A pattern of values that are no secret, and how long these can be, in bytes. */
export interface Innocent {
  readonly dfa: DfaRecord;
  readonly most: number;
}

/**
 * @param isOwn What a user allows, or what stands for a secret: it may be as long as can be decided
 * @throws RedactorConfigError if the pattern cannot be run in linear time
 */
export function compileInnocent(pattern: string, isOwn: boolean): Innocent {
  const { whole } = parsePattern(pattern, { ignoreCase: true });
  const limit = isOwn ? abi.DECISION_LIMIT - 1 : abi.PLACEHOLDER_LIMIT;
  return {
    dfa: encodeDfa(buildDfa(whole, pattern)),
    most: Math.min(lengthOf(whole).max, limit),
  };
}

/**
 * One DFA each: joined into one, bounded repeats multiply (80 patterns needed over 10 million steps). Instead, their
 * first two bytes and their last two say which can be meant: for a random value, none of a hundred.
 */
export function writeInnocents(
  writer: ByteWriter,
  patterns: readonly string[],
  ownFrom: number,
  prepared?: ReadonlyMap<string, Innocent>,
): void {
  const compiled = patterns.map(
    (pattern, i) => prepared?.get(pattern) ?? compileInnocent(pattern, i >= ownFrom),
  );
  writer.u32(abi.P_INNOCENT_MOST, Math.max(0, ...compiled.map(({ most }) => most)));
  const dfas = compiled.map((innocent) => ({ dfa: innocent.dfa, value: append(writer, innocent) }));
  writer.u32(abi.P_INNOCENT_OWN, dfas[ownFrom]?.value ?? 0xffffffff);
  writer.u32(abi.P_INNOCENT, writeByFirst(writer, dfas));
  writer.u32(
    abi.P_INNOCENT_PHRASES,
    writeByFirst(
      writer,
      dfas.filter(({ dfa }) => goesOver(dfa, isEnd)),
    ),
  );
}

function append(writer: ByteWriter, { dfa, most }: Innocent): number {
  const { last, beforeLast } = lastBytes(dfa);
  const head = writer.reserve(abi.INNOCENT_HEAD);
  writer.u32(head, last);
  writer.u32(head + 4, beforeLast);
  writer.u32(head + 8, most);
  return writer.append(dfa);
}

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
