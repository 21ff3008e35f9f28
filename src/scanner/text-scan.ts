import { scanHaystack } from "./haystack-scan.ts";
import type { Scanner } from "./scanner.ts";
import { Session, type SpanSink } from "./session.ts";

const encoder = new TextEncoder();

/** UTF-16 units that surely fit into a block as UTF-8. */
const UNITS_MOST = 21_000;

/**
 * Scans a string as UTF-8, written straight into the kernel's memory. `sinkFor` is asked for a sink
 * only when there is something to tell, so that a clean string costs no allocation; it gets whether the
 * string is ASCII. Returns undefined for a clean string.
 */
export function scanString<S extends SpanSink>(
  scanner: Scanner,
  text: string,
  sinkFor: (isAscii: boolean) => S,
): S | undefined {
  return text.length <= UNITS_MOST ? scanShort(scanner, text, sinkFor) : scanLong(scanner, text, sinkFor);
}

function scanShort<S extends SpanSink>(
  scanner: Scanner,
  text: string,
  sinkFor: (isAscii: boolean) => S,
): S | undefined {
  const { written } = encoder.encodeInto(text, scanner.haystack);
  return scanHaystack(scanner, written, () => sinkFor(written === text.length));
}

function scanLong<S extends SpanSink>(scanner: Scanner, text: string, sinkFor: (isAscii: boolean) => S): S {
  const sink = sinkFor(false);
  const session = new Session(scanner);
  for (let i = 0; i < text.length; ) {
    let end = Math.min(text.length, i + UNITS_MOST);
    // A surrogate pair is one character: it must not be cut in two.
    const unit = text.charCodeAt(end - 1);
    if (end < text.length && unit >= 0xd800 && unit < 0xdc00) end--;
    const piece = text.slice(i, end);
    session.read(
      (memory, start, size) => encoder.encodeInto(piece, memory.subarray(start, start + size)).written,
      sink,
    );
    i = end;
  }
  session.end(sink);
  return sink;
}
