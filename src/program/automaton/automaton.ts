/**
 * On a transition, when a match ended before its byte: one byte late, as `\b` and `$` look at it. So a
 * match that ends with the input shows on the transition for the end of the input.
 */
export const ACCEPT = 0x8000;

/** States and what leads from one to the next. */
export interface Automaton {
  /** Byte classes and one more: the last, `classCount - 1`, is the end of the input. */
  readonly classCount: number;
  /** `[state * classCount + class]`: the next state, with {@link ACCEPT} where a match has ended. */
  readonly transitions: Uint16Array;
  /** State 0 is dead: no match follows, and all its transitions are 0. */
  readonly stateCount: number;
  /**
   * The start by what stands before the match: the start of the input or `\n`; a word byte
   * `[0-9A-Za-z_]`; any other byte; of those, a quote or an escaped line end, after which a string's line starts.
   */
  readonly starts: readonly [lineStart: number, afterWord: number, afterOther: number, stringStart: number];
}
