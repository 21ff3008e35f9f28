import { BlockSink } from "../redaction/block-sink.ts";
import type { Replacing } from "../redaction/replacing.ts";
import { BLOCK_SIZE, type Scanner } from "../scanner/scanner.ts";
import { Session } from "../scanner/session.ts";
import { noWatch, type Watching } from "../scanner/watch.ts";
import { WithheldMarks, withholdLines } from "./withhold.ts";

const NEWLINE = 0x0a;
const NOTHING = new Uint8Array(0);

/** A kernel that fails so often in one block fails for good; a new one costs some milliseconds. */
const MOST_FAILURES = 16;

/** Where a redactor counts. */
export interface Counts {
  withheld(lines: number): void;
  checkpoint(): void;
  /** Takes back the matches that were counted since the last checkpoint. */
  rollback(): void;
}

/**
 * Redacts bytes as they come. What no match can cover any more comes out at once; what is held back is
 * short, and the same wherever the input was cut. Lines that cannot be redacted are withheld, and the
 * rest of a line that was cut by the chunk's end with them.
 */
export class ByteRedactor {
  readonly #scanner: () => Scanner;
  readonly #sink: BlockSink;
  readonly #counts: Counts;
  readonly #watching: Watching;
  /** Whether it only counts, and hands on what comes. */
  readonly #observes: boolean;
  #session: Session | undefined;
  #space: Uint8Array<ArrayBuffer> = NOTHING;
  #skipping = false;
  #marks = new WithheldMarks();
  #failures = 0;

  /**
   * @param scanner Gives a scanner that works; asked again after a failure
   */
  constructor(scanner: () => Scanner, replacing: Replacing, counts: Counts, watching: Watching = noWatch) {
    this.#watching = watching;
    this.#observes = replacing.observes;
    this.#scanner = scanner;
    this.#sink = new BlockSink(replacing, BLOCK_SIZE);
    this.#counts = counts;
  }

  /** Redacts the next chunk; returns what is final by now, in pieces that the caller owns. */
  push(chunk: Uint8Array): Uint8Array<ArrayBuffer>[] {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for (let done = 0; done < chunk.length; done += BLOCK_SIZE) {
      const block = chunk.subarray(done, done + BLOCK_SIZE);
      this.space().set(block);
      const bytes = this.advance(block.length);
      if (bytes.length > 0) pieces.push(bytes.slice());
    }
    return pieces;
  }

  /** Where the next block goes if it is to be redacted without a copy; holds until `advance`. */
  space(): Uint8Array<ArrayBuffer> {
    try {
      this.#session ??= new Session(this.#scanner(), this.#watching);
      this.#space = this.#session.space();
    } catch {
      this.#space = new Uint8Array(BLOCK_SIZE);
    }
    return this.#space;
  }

  /** Redacts the first `size` bytes of `space()`; returns what is final by now, until the next `space()`. */
  advance(size: number): Uint8Array {
    const block = this.#space.subarray(0, this.#dropSkipped(size));
    if (block.length === 0) return NOTHING;
    const session = this.#session;
    if (session === undefined) return this.#withhold(block);
    if (this.#marks.open !== undefined) return this.#retry(session, block.slice());
    this.#counts.checkpoint();
    try {
      session.advance(block.length, this.#sink);
      return this.#sink.view();
    } catch {
      this.#sink.view();
      this.#counts.rollback();
      const copy = block.slice();
      return this.#retry(session, copy);
    }
  }

  /** Returns what was held back: no more chunks will come. */
  end(): Uint8Array<ArrayBuffer>[] {
    const session = this.#session;
    this.#session = undefined;
    this.#skipping = false;
    this.#marks = new WithheldMarks();
    try {
      session?.end(this.#sink);
      const bytes = this.#sink.view();
      return bytes.length === 0 ? [] : [bytes.slice()];
    } catch {
      this.#sink.view();
      const held = session!.takeHeld();
      const { bytes, lines } = withholdLines(held);
      this.#counts.withheld(lines);
      if (lines === 0) return [];
      return [this.#observes ? held : bytes];
    }
  }

  /**
   * Where the input stands, for another redactor of the same options to go on from: two that stand at the same
   * write the same from there. Undefined where a line was withheld that has not ended, or a block's begin.
   */
  snapshot(): Uint8Array<ArrayBuffer> | undefined {
    if (this.#skipping || this.#marks.open !== undefined) return undefined;
    return this.#session?.snapshot();
  }

  /** Goes on from there. A match that is going on is replaced to its end, but a censor function is not asked. */
  restore(snapshot: Uint8Array): void {
    this.#skipping = false;
    this.#marks = new WithheldMarks();
    this.#session = new Session(this.#scanner(), this.#watching);
    this.#session.restore(snapshot);
  }

  /** Leaves out the rest of a withheld line at the start of the space; returns how many bytes are left. */
  #dropSkipped(size: number): number {
    if (!this.#skipping) return size;
    const end = this.#space.subarray(0, size).indexOf(NEWLINE);
    this.#marks.add(this.#space.subarray(0, end < 0 ? size : end + 1));
    if (end < 0) return 0;
    this.#skipping = false;
    this.#space.copyWithin(0, end, size);
    return size - end;
  }

  /**
   * Line by line after a failure, with a scanner that works; only the failing lines are withheld. The
   * session goes on: a block or value that was open before is still open after the withheld lines.
   */
  #retry(session: Session, block: Uint8Array): Uint8Array {
    const pieces: Uint8Array[] = [];
    this.#failures = 0;
    for (let start = 0; start < block.length; ) {
      const isGivenUp = this.#failures === MOST_FAILURES;
      const newline = isGivenUp ? -1 : block.indexOf(NEWLINE, start);
      const line = block.subarray(start, newline < 0 ? block.length : newline + 1);
      start += line.length;
      const bytes = isGivenUp ? undefined : this.#retryLine(session, line);
      pieces.push(bytes ?? this.#withhold(joined([session.takeHeld(), line])));
    }
    return joined(pieces);
  }

  #retryLine(session: Session, line: Uint8Array): Uint8Array | undefined {
    let scanner: Scanner | undefined;
    this.#counts.checkpoint();
    try {
      scanner = this.#scanner();
      session.useScanner(scanner);
      this.#reopen(session);
      session.space().set(line);
      session.advance(line.length, this.#sink);
      return this.#sink.view().slice();
    } catch {
      this.#sink.view();
      this.#counts.rollback();
      if (scanner?.isBroken !== false) this.#failures++;
      return undefined;
    }
  }

  /** Lets the kernel see the mark of a block that was withheld, so that it knows the body when it comes. */
  #reopen(session: Session): void {
    const { open } = this.#marks;
    if (open === undefined) return;
    session.space().set(open);
    session.advance(open.length, this.#sink);
    this.#sink.view();
    this.#marks.open = undefined;
  }

  #withhold(block: Uint8Array): Uint8Array<ArrayBuffer> {
    const { bytes, lines } = withholdLines(block);
    if (this.#observes) {
      this.#counts.withheld(lines);
      return block.slice() as Uint8Array<ArrayBuffer>;
    }
    this.#marks.add(block);
    this.#skipping = block.at(-1) !== NEWLINE;
    this.#counts.withheld(lines);
    return bytes;
  }
}

/** All of them as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const piece of pieces) {
    bytes.set(piece, end);
    end += piece.length;
  }
  return bytes;
}
