import type { Stats } from "../../redactor/byte-redactor-with.ts";
import type { ByteRedactor } from "../input/redacting.ts";
import {
  AFTER,
  ANSWERED,
  BEFORE,
  COUNTS,
  copyShared,
  END,
  FROM,
  ORDERED,
  OUTPUT,
  READY,
  type Record,
  type SharedPieces,
  SLOT,
  START,
} from "./piece.ts";

/** Redacts what is ordered, in the helper's thread, as long as `goesOn` says so. */
export function answerOrders(redactor: ByteRedactor, pieces: SharedPieces, goesOn: () => boolean): void {
  const { words } = pieces;
  Atomics.store(words, READY, 1);
  for (let done = Atomics.load(words, ANSWERED); goesOn(); done++) {
    while (Atomics.load(words, ORDERED) === done) Atomics.wait(words, ORDERED, done);
    const record = pieces.record(done);
    const [slot, from, start, end] = [SLOT, FROM, START, END].map((word) => words[record.at + word]!);
    const text = pieces.slot(slot!);
    const isDone = redactAhead(
      redactor,
      text.subarray(from, start),
      text.subarray(start, end),
      record,
      words,
    );
    if (!isDone) words[record.at + OUTPUT] = -1;
    Atomics.store(words, ANSWERED, done + 1);
    Atomics.notify(words, ANSWERED);
  }
}

/** Returns whether the piece could be redacted, and what comes of it fits into the record. */
function redactAhead(
  redactor: ByteRedactor,
  runUp: Uint8Array,
  piece: Uint8Array,
  record: Record,
  words: Int32Array,
): boolean {
  let size = 0;
  const feed = (text: Uint8Array, output: Uint8Array | undefined): boolean => {
    for (let at = 0; at < text.length; ) {
      const block = redactor.space();
      const part = text.subarray(at, at + block.length);
      copyShared(part, block.subarray(0, part.length));
      const bytes = redactor.advance(part.length);
      at += part.length;
      if (output === undefined) continue;
      if (size + bytes.length > output.length) return false;
      output.set(bytes, size);
      size += bytes.length;
    }
    return true;
  };
  const put = (bytes: Uint8Array | undefined, place: Uint8Array, word: number): boolean => {
    if (bytes === undefined || bytes.length > place.length) return false;
    place.set(bytes);
    words[record.at + word] = bytes.length;
    return true;
  };
  redactor.end();
  feed(runUp, undefined);
  const counted = redactor.stats();
  if (!put(redactor.snapshot(), record.before, BEFORE) || !feed(piece, record.output)) return false;
  const stats = difference(redactor.stats(), counted);
  if (stats.withheld > 0 || !put(redactor.snapshot(), record.after, AFTER)) return false;
  words[record.at + OUTPUT] = size;
  return put(Buffer.from(JSON.stringify(stats)), record.counts, COUNTS);
}

function difference(now: Stats, then: Stats): Stats {
  const byRule = Object.entries(now.byRule)
    .map(([rule, count]) => [rule, count - (then.byRule[rule] ?? 0)] as const)
    .filter(([, count]) => count > 0);
  return {
    ...now,
    bytes: now.bytes - then.bytes,
    replaced: now.replaced - then.replaced,
    matches: now.matches - then.matches,
    byRule: Object.fromEntries(byRule),
    withheld: now.withheld - then.withheld,
    milliseconds: now.milliseconds - then.milliseconds,
  };
}
