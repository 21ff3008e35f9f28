import { SPAN_FIRST, SPAN_GAVE_UP, SPAN_LAST, SPAN_QUOTE } from "../kernel/abi.ts";
import { checkOf, REDACTED, type Replacer } from "./censors.ts";
import { quoteMark } from "./notation.ts";

/**
 * A credential that was found. It never contains the credential.
 *
 * @example
 * const lengthOf = ({ start, end }: Match) => end - start;
 */
export interface Match {
  /** Id of the rule. */
  readonly rule: string;
  /** Offsets `[start, end)`: UTF-16 units of a string, bytes of anything else. */
  readonly start: number;
  readonly end: number;
}

/**
 * A match as `onMatch` gets it.
 *
 * @example
 * const onMatch = ({ rule, checked }: MatchEvent) => console.error(rule, checked);
 */
export interface MatchEvent extends Match {
  /** Whether the rule's check (a checksum) passed; undefined if the rule has no check. */
  readonly checked: boolean | undefined;
}

/** Written before the first line that stays in a block with too many lines. */
export const GAVE_UP = "[scrubjay: block not ended] ";

/** The most characters of a secret for a censor function. A longer secret is replaced by the fixed text. */
export const SECRET_MOST = 65_536;

/** Counts and reports matches. */
export interface Ledger {
  record(rule: number): void;
  /** Counts what a piece of a match takes. */
  cover?(size: number): void;
  tell?(event: MatchEvent): void;
  readonly ruleIds: readonly string[];
}

/** Turns the spans of matches, of which one may come in pieces, into replacements. */
export class Replacing {
  readonly observes: boolean;
  readonly #replacer: Replacer;
  readonly #ledger: Ledger;
  #start = 0;
  #secret: string[] = [];
  #length = 0;

  /** @param observes Whether matches are only counted: who writes text writes what was there */
  constructor(replacer: Replacer, ledger: Ledger, observes = false) {
    this.#replacer = replacer;
    this.#ledger = ledger;
    this.observes = observes;
  }

  /**
   * What to write for a piece [start, end) with its flags.
   *
   * @param characters How many characters the piece has, for a mask
   * @param text The piece's text, asked for where the censor needs it
   */
  piece(
    start: number,
    end: number,
    rule: number,
    flags: number,
    characters: () => number,
    text: () => string,
  ): string {
    if (flags & SPAN_GAVE_UP) return GAVE_UP;
    const replacer = this.#replacer.byRule?.get(rule) ?? this.#replacer;
    const { isMask, needsText } = replacer;
    const first = (flags & SPAN_FIRST) !== 0;
    const last = (flags & SPAN_LAST) !== 0;
    this.#ledger.cover?.(end - start);
    if (first) {
      this.#start = start;
      this.#ledger.record(rule);
    }
    if (last) this.#tell(rule, end, flags);
    const quote = flags & SPAN_QUOTE ? quoteMark(flags) : "";
    if (isMask) return (first ? quote : "") + "*".repeat(characters()) + (last ? quote : "");
    if (!needsText) return first ? quote + replacer.replacement(rule, flags, "") + quote : "";
    this.#remember(first, text);
    if (!last) return "";
    const whole = this.#length <= SECRET_MOST;
    const replacement = whole ? replacer.replacement(rule, flags, this.#secret.join("")) : REDACTED;
    this.#secret = [];
    return quote + replacement + quote;
  }

  /** What to write for `text`, of which a match is all. */
  whole(rule: number, text: string): string {
    return this.piece(
      0,
      text.length,
      rule,
      SPAN_FIRST | SPAN_LAST,
      () => text.length,
      () => text,
    );
  }

  #remember(first: boolean, text: () => string): void {
    if (first) {
      this.#secret = [];
      this.#length = 0;
    }
    if (this.#length > SECRET_MOST) return;
    const piece = text();
    this.#length += piece.length;
    if (this.#length <= SECRET_MOST) this.#secret.push(piece);
    else this.#secret = [];
  }

  #tell(rule: number, end: number, flags: number): void {
    const { tell, ruleIds } = this.#ledger;
    if (tell === undefined) return;
    tell({ rule: ruleIds[rule]!, start: this.#start, end, checked: checkOf(flags) });
  }
}
