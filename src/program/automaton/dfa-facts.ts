import {
  crossesLines,
  type DfaRecord,
  firstBytes,
  needsAt,
  needsLine,
  needsQuote,
  type Starts,
  startsLine,
} from "./dfa-record.ts";

/**
 * What a program has to know of a shape's automata. It follows from their bytes, but takes as long to find out as all else
 * that an option does: of the rules that options turn on, the build writes it beside the automata.
 */
export interface DfaFacts {
  readonly starts: Starts;
  readonly crossesLines: boolean;
  readonly startsLine: boolean;
  readonly needsAt: boolean;
  /** Of what stands before the capture group. */
  readonly headNeedsLine: boolean;
  readonly headNeedsQuote: boolean;
}

export function factsOf(dfa: DfaRecord, headDfa?: DfaRecord): DfaFacts {
  return {
    starts: firstBytes(dfa),
    crossesLines: crossesLines(dfa),
    startsLine: startsLine(dfa),
    needsAt: needsAt(dfa),
    headNeedsLine: headDfa !== undefined && needsLine(headDfa),
    headNeedsQuote: headDfa !== undefined && needsQuote(headDfa),
  };
}
