import type { Scanner } from "./scanner.ts";
import { Session, type SpanSink } from "./session.ts";

/**
 * Scans what lies in the scanner's haystack, `length` bytes that are a whole input. `sinkFor` is asked for
 * a sink only when there is something to tell; it gets the spans, but not the text that stays. Returns
 * undefined where nothing was found.
 */
export function scanHaystack<S extends SpanSink>(
  scanner: Scanner,
  length: number,
  sinkFor: () => S,
): S | undefined {
  const { memory, base } = scanner;
  const limit = base + length;
  scanner.clearState();
  let count = scanner.scan(base, base, base, limit, true);
  if (count === 0 && !scanner.isFull) return undefined;
  const sink = sinkFor();
  for (;;) {
    for (let i = 0; i < count; i++) {
      sink.span(
        memory,
        scanner.spanStart(i),
        scanner.spanEnd(i),
        scanner.spanRule(i),
        scanner.spanFlags(i),
        -base,
      );
    }
    if (!scanner.isFull) return sink;
    count = scanner.scan(base, scanner.floor, scanner.resume, limit, true);
  }
}

/** The same for bytes of any length. */
export function scanBytes<S extends SpanSink>(
  scanner: Scanner,
  bytes: Uint8Array,
  sinkFor: () => S,
): S | undefined {
  if (bytes.length <= scanner.capacity) {
    scanner.haystack.set(bytes);
    return scanHaystack(scanner, bytes.length, sinkFor);
  }
  const sink = sinkFor();
  const session = new Session(scanner);
  session.write(bytes, sink);
  session.end(sink);
  return sink;
}
