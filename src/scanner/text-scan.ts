import { drainHaystack, startHaystack } from "./haystack-scan.ts";
import type { Scanner } from "./scanner.ts";
import { Session, type SpanSink } from "./session.ts";
import type { Watch } from "./watch.ts";

const encoder = new TextEncoder();

/** UTF-16 units that surely fit into a block as UTF-8. */
const UNITS_MOST = 21_000;

/** A call of the encoder takes 50 ns, as much as so many characters one by one: short texts take 70 ns less. */
const SHORT = 16;

/** Makes the sink for a text that was found not to be clean. */
export type SinkFor<S extends SpanSink> = (text: string, isAscii: boolean) => S;

/**
 * Scans a string as UTF-8, written straight into the kernel's memory. Of one that fits into a block, `sinkFor` is
 * asked for a sink only when there is something to tell; returns undefined where it was not asked.
 *
 * A clean string costs no allocation: `sinkFor` gets the text instead of closing over it, so that a
 * caller makes it once and not for every log line.
 */
export function scanString<S extends SpanSink>(
  scanner: Scanner,
  text: string,
  sinkFor: SinkFor<S>,
  watch?: Watch,
): S | undefined {
  if (text.length > UNITS_MOST) return scanLong(scanner, text, sinkFor, watch);
  const written = writeText(text, scanner.haystack);
  if (watch !== undefined) return scanWatched(scanner, text, written, sinkFor, watch);
  const count = startHaystack(scanner, written);
  if (count === 0) return undefined;
  return drainHaystack(scanner, written, count, sinkFor(text, written === text.length));
}

/** Writes a text as UTF-8; returns how many bytes it has. */
function writeText(text: string, bytes: Uint8Array): number {
  const { length } = text;
  if (length > SHORT) return encoder.encodeInto(text, bytes).written;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) return encoder.encodeInto(text, bytes).written;
    bytes[i] = unit;
  }
  return length;
}

/** Apart, as what closes over a text costs memory for each. */
function scanWatched<S extends SpanSink>(
  scanner: Scanner,
  text: string,
  written: number,
  sinkFor: SinkFor<S>,
  watch: Watch,
): S | undefined {
  return watch.scanHaystack(scanner, written, () => sinkFor(text, written === text.length));
}

function scanLong<S extends SpanSink>(
  scanner: Scanner,
  text: string,
  sinkFor: SinkFor<S>,
  watch: Watch | undefined,
): S {
  const sink = sinkFor(text, false);
  const session = new Session(scanner, () => watch);
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
