import type { Scanner } from "./scanner.ts";
import { Session, type SpanSink } from "./session.ts";
import type { Watch } from "./watch.ts";

/**
 * Scans what lies in the scanner's haystack, `length` bytes that are a whole input. Returns the number of spans that
 * {@link drainHaystack} begins with; 0: nothing was found.
 */
export function startHaystack(scanner: Scanner, length: number): number {
  const { base } = scanner;
  scanner.clearState();
  return scanner.scan(base, base, base, base + length, true);
}

/** Gives the sink all spans of the haystack, but not the text that stays. */
export function drainHaystack<S extends SpanSink>(
  scanner: Scanner,
  length: number,
  first: number,
  sink: S,
): S {
  const { base } = scanner;
  scanner.isBusy = true;
  try {
    for (
      let count = first;
      ;
      count = scanner.scan(base, scanner.floor, scanner.resume, base + length, true)
    ) {
      scanner.deliver(count, sink, -base);
      if (!scanner.isFull) return sink;
    }
  } finally {
    scanner.isBusy = false;
  }
}

/**
 * Scans bytes of any length that are a whole input. Of what fits into the haystack, `sinkFor` is asked for a sink
 * only when there is something to tell; returns undefined where it was not asked.
 */
export function scanBytes<S extends SpanSink>(
  scanner: Scanner,
  bytes: Uint8Array,
  sinkFor: () => S,
  watch?: Watch,
): S | undefined {
  if (bytes.length <= scanner.capacity) {
    scanner.haystack.set(bytes);
    if (watch !== undefined) return watch.scanHaystack(scanner, bytes.length, sinkFor);
    const count = startHaystack(scanner, bytes.length);
    return count === 0 ? undefined : drainHaystack(scanner, bytes.length, count, sinkFor());
  }
  const sink = sinkFor();
  const session = sessionOf(scanner, watch);
  session.write(bytes, sink);
  session.end(sink);
  return sink;
}

/** Apart, as what closes over a watch costs memory for each input. */
const sessionOf = (scanner: Scanner, watch: Watch | undefined): Session => new Session(scanner, () => watch);
