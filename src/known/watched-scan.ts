import { DECISION_LIMIT, PAD } from "../kernel/abi.ts";
import { drainHaystack, startHaystack } from "../scanner/haystack-scan.ts";
import type { Scanner } from "../scanner/scanner.ts";
import type { SpanSink } from "../scanner/span-sink.ts";
import { type Cursor, NOTHING_MERGED } from "../scanner/watch.ts";
import { MergedSpans, type ValueFinder } from "./merged-spans.ts";

const LINE_FEED = 10;

/** As `Watch.scanHaystack`. */
export function scanHaystack<S extends SpanSink>(
  scanner: Scanner,
  length: number,
  finder: ValueFinder,
  sinkFor: () => S,
): S | undefined {
  const { memory, base } = scanner;
  const count = startHaystack(scanner, length);
  const spans = count > 0 ? drainHaystack(scanner, length, count, new MergedSpans()) : undefined;
  if (finder.learns) spans?.teach(memory, finder);
  finder.look(memory, base, base, base + length, true);
  const { found } = finder;
  if (found.length === 0 && spans === undefined) return undefined;
  const sink = sinkFor();
  scanner.isBusy = true;
  try {
    const merged = spans ?? new MergedSpans();
    merged.emit(memory, base, base + length, found, NOTHING_MERGED, sink, -base);
    return sink;
  } finally {
    scanner.isBusy = false;
  }
}

/**
 * Scans up to `limit` for the kernel's matches and for known values. The kernel sees no more than what is decided of the
 * latter, so what is held back for one is held back for both.
 *
 * With what learns, it goes line by line, so that what it has learnt when a line begins does not depend on how the
 * input was cut: the last line waits for its end, unless it is long.
 */
export function scanWatched(
  scanner: Scanner,
  finder: ValueFinder,
  start: Cursor,
  limit: number,
  final: boolean,
  sink: SpanSink,
  shift: number,
): Cursor {
  const { memory, base } = scanner;
  let { from, floor, released, merged } = start;
  const { learns } = finder;
  const look = (): number => Math.max(finder.look(memory, base, released, limit, final), from, released);
  let decided = look();
  let known = finder.found;
  for (;;) {
    const end = learns ? lineEnd(memory, Math.max(from, released), decided, limit, final) : decided;
    const spans = new MergedSpans();
    // The kernel overwrites what follows its limit.
    const after = memory.slice(end, Math.min(limit, end + PAD));
    do {
      scanner.deliver(scanner.scan(base, floor, from, end, final && end === limit), spans, shift);
      ({ floor, resume: from } = scanner);
    } while (scanner.isFull);
    memory.set(after, end);
    const frontier = Math.max(released, scanner.frontier, spans.end);
    if (learns && spans.teach(memory, finder)) {
      decided = look();
      known = finder.found;
    }
    merged = spans.emit(memory, released, frontier, known, merged, sink, shift);
    released = frontier;
    if (end >= decided || end >= limit || !learns) return { from, floor, released, merged };
    if (lineEnd(memory, Math.max(from, released, end), decided, limit, final) <= end)
      return { from, floor, released, merged };
  }
}

/** The end of the first line after `from`, or of what is decided where that line is the last one and need not be waited for. */
function lineEnd(memory: Uint8Array, from: number, decided: number, limit: number, final: boolean): number {
  const at = memory.subarray(from, decided).indexOf(LINE_FEED);
  if (at >= 0) return from + at + 1;
  return final || limit - from > DECISION_LIMIT ? decided : from;
}
