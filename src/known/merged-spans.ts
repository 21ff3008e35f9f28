import {
  FORM_BACKSLASH,
  SPAN_COUNT_SHIFT,
  SPAN_FIRST,
  SPAN_FORM_SHIFT,
  SPAN_GAVE_UP,
  SPAN_LAST,
  SPAN_QUOTE,
} from "../kernel/abi.ts";
import type { SpanSink } from "../scanner/span-sink.ts";
import type { MergeState } from "../scanner/watch.ts";

const WHOLE = SPAN_FIRST | SPAN_LAST;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** A place where a known value stands. */
export interface KnownSpan {
  readonly start: number;
  readonly end: number;
  readonly rule: number;
  /** Whether the kernel's match counts where both begin together: it says more. */
  readonly yields: boolean;
}

/** Looks for known values; see `ValueWatch`. */
export interface ValueFinder {
  readonly learns: boolean;
  /** What the last look found, in order. */
  readonly found: readonly KnownSpan[];
  /**
   * Looks at [from, limit) of `memory`; bytes from `begin` on are context.
   *
   * @returns Up to where it is final what was found
   */
  look(memory: Uint8Array, begin: number, from: number, limit: number, final: boolean): number;
  /** Shows it a match; returns whether it will look for that value from now on, and did not before. */
  learn(rule: number, value: Uint8Array): boolean;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly rule: number;
  readonly flags: number;
}

/**
 * Makes one list of the kernel's spans and the known ones. What overlaps is replaced as a whole, by the replacement of what
 * begins first, and that of a known value if both begin together: its remainder is written as a part of the match, which
 * has neither a first nor a last piece.
 */
export class MergedSpans implements SpanSink {
  readonly #spans: Span[] = [];

  keep(): void {}

  /** Takes a span of the kernel, in order. */
  span(_memory: Uint8Array, start: number, end: number, rule: number, flags: number): void {
    this.#spans.push({ start, end, rule, flags });
  }

  get spans(): readonly Span[] {
    return this.#spans;
  }

  /** Where the last one ends. */
  get end(): number {
    return this.#spans.at(-1)?.end ?? 0;
  }

  /** Shows the kernel's whole matches to what learns; whether it has learnt something. */
  teach(memory: Uint8Array, finder: ValueFinder): boolean {
    let hasLearnt = false;
    for (const { start, end, rule, flags } of this.#spans)
      if ((flags & WHOLE) === WHOLE && finder.learn(rule, memory.subarray(start, end))) hasLearnt = true;
    return hasLearnt;
  }

  /**
   * Hands on what lies in [from, frontier), with the text in between.
   *
   * @param known In order, none overlapping another
   */
  emit(
    memory: Uint8Array,
    from: number,
    frontier: number,
    known: readonly KnownSpan[],
    before: MergeState,
    sink: SpanSink,
    shift: number,
  ): MergeState {
    let { covered, isOwn, isSwallowed, rule } = before;
    let [done, next] = [from, 0];
    const put = (start: number, end: number, flags: number): void => {
      if (start > done) sink.keep(memory, done, start, shift);
      sink.span(memory, start, end, rule, flags, shift);
      done = end;
    };
    const cover = (start: number, end: number, flags: number): void => {
      covered = end;
      const isLast = isOwn && end <= frontier;
      const lines = linesOf(memory, start, Math.min(end, frontier), (flags & SPAN_FIRST) === 0);
      for (const [i, line] of lines.entries()) {
        const first = i === 0 ? flags : flags & ~SPAN_FIRST;
        put(line.start, line.end, isLast && i === lines.length - 1 ? first | SPAN_LAST : first);
      }
    };
    /** @param isTied Whether to take one that begins right there, too */
    const takeKnown = (limit: number, isTied: (value: KnownSpan) => boolean): void => {
      for (let value = known[next]; value !== undefined; value = known[++next]) {
        if (value.start > limit || (value.start === limit && !isTied(value))) return;
        if (value.start >= frontier) return;
        if (value.end <= done) continue;
        isOwn = value.start >= done;
        if (isOwn) ({ rule } = value);
        cover(Math.max(value.start, done), value.end, isOwn ? SPAN_FIRST | quotesAround(memory, value) : 0);
      }
    };
    const takeSpan = (span: Span): void => {
      const start = Math.max(span.start, done);
      if (span.flags & SPAN_FIRST) isSwallowed = span.start < done;
      if (isSwallowed && (span.flags & SPAN_GAVE_UP) === 0) {
        if (start < span.end) put(start, span.end, 0);
      } else if (start < span.end || (span.flags & (SPAN_LAST | SPAN_GAVE_UP)) !== 0) {
        ({ rule } = span);
        put(start, Math.max(start, span.end), span.flags);
      }
    };
    const isBegun = (span: Span): boolean => (span.flags & SPAN_FIRST) === 0;
    let taken = 0;
    if (covered > from) {
      // Where a value's remainder stands for a part of a match, the match comes first.
      const goesOn = (span: Span): boolean => !isOwn && isBegun(span) && span.start <= done;
      while (taken < this.#spans.length && goesOn(this.#spans[taken]!)) takeSpan(this.#spans[taken++]!);
      let end = covered;
      for (; next < known.length && known[next]!.start < end; next++) end = Math.max(end, known[next]!.end);
      if (end > done) cover(done, end, 0);
    }
    for (const span of this.#spans.slice(taken)) {
      // A match that goes on began before all that is known of here.
      takeKnown(span.start, ({ yields }) => !isBegun(span) && !yields);
      takeSpan(span);
    }
    takeKnown(frontier, () => false);
    if (frontier > done) sink.keep(memory, done, frontier, shift);
    return { covered, isOwn, isSwallowed, rule };
  }
}

const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09;

/** [start, end) without line ends and without what lines are indented by. */
function linesOf(
  memory: Uint8Array,
  start: number,
  end: number,
  goesOn: boolean,
): { readonly start: number; readonly end: number }[] {
  const lines: { start: number; end: number }[] = [];
  let from = start;
  let indent = start;
  if (goesOn) while (isBlank(memory[indent - 1])) indent--;
  let isIndent = goesOn && memory[indent - 1] === LINE_FEED;
  while (from < end) {
    while (isIndent && from < end && isBlank(memory[from])) from++;
    const at = memory.subarray(from, end).indexOf(LINE_FEED);
    let to = at < 0 ? end : from + at;
    const next = at < 0 ? end : to + 1;
    if (at >= 0 && to > from && memory[to - 1] === CARRIAGE_RETURN) to--;
    if (to > from) lines.push({ start: from, end: to });
    from = next;
    isIndent = true;
  }
  return lines;
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const NUMBER_MOST = 40;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** The quotes that a replacement needs which stands for a number of JSON. */
function quotesAround(memory: Uint8Array, { start, end }: KnownSpan): number {
  if (end - start > NUMBER_MOST || !isOneOf(",}]\r\n", skipBlanks(memory, end, 1))) return 0;
  if (!NUMBER.test(String.fromCharCode(...memory.subarray(start, end)))) return 0;
  const before = skipBlanks(memory, start - 1, -1);
  if (!isOneOf(":,[", before)) return 0;
  const quote = skipBlanks(memory, before - 1, -1);
  let count = 0;
  if (memory[before] === 0x3a) {
    if (memory[quote] !== QUOTE) return 0;
    while (memory[quote - 1 - count] === BACKSLASH) count++;
  }
  return SPAN_QUOTE | (FORM_BACKSLASH << SPAN_FORM_SHIFT) | (count << SPAN_COUNT_SHIFT);

  function isOneOf(characters: string, at: number): boolean {
    return characters.includes(String.fromCharCode(memory[at]!));
  }
}

function skipBlanks(memory: Uint8Array, at: number, step: number): number {
  let p = at;
  while (memory[p] === 0x20) p += step;
  return p;
}
