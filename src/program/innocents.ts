import * as abi from "../kernel/abi.ts";
import { writeByFirst } from "./by-first.ts";
import type { ByteWriter } from "./byte-writer.ts";
import { buildDfa } from "./dfa.ts";
import { type DfaRecord, encodeDfa, goesOver, lastBytes } from "./dfa-record.ts";
import { parsePattern } from "./pattern.ts";
import { lengthOf } from "./pattern-node.ts";

/** A pattern of values that are no secret, and how long these can be, in bytes. */
export interface Innocent {
  readonly dfa: DfaRecord;
  readonly most: number;
}

/** @throws RedactorConfigError if the pattern cannot be run in linear time */
export function compileInnocent(pattern: string): Innocent {
  const { whole } = parsePattern(pattern, { ignoreCase: true });
  return {
    dfa: encodeDfa(buildDfa(whole, pattern)),
    most: Math.min(lengthOf(whole).max, abi.DECISION_LIMIT),
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
  const compiled = patterns.map((pattern) => prepared?.get(pattern) ?? compileInnocent(pattern));
  const most = Math.max(0, ...compiled.map(({ most }) => most));
  writer.u32(abi.P_INNOCENT_MOST, Math.min(most, abi.DECISION_LIMIT - 1));
  const dfas = compiled.map(({ dfa }) => ({ dfa, value: append(writer, dfa) }));
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

function append(writer: ByteWriter, dfa: DfaRecord): number {
  const { last, beforeLast } = lastBytes(dfa);
  const head = writer.reserve(abi.INNOCENT_HEAD);
  writer.u32(head, last);
  writer.u32(head + 4, beforeLast);
  return writer.append(dfa);
}

/** Whether `byte` can end an unquoted value; see `fillClasses` in the kernel. */
function isEnd(byte: number): boolean {
  return (
    byte <= 0x20 ||
    byte === 0x7f ||
    byte >= 0xfe ||
    `${abi.ENDS}${abi.MAYBE_ENDS}`.includes(String.fromCharCode(byte))
  );
}
