import type { Stats } from "../../redactor/byte-redactor-with.ts";
import type { Source } from "../input/intake.ts";
import type { ByteRedactor, RedactingIntake } from "../input/redacting.ts";
import { turn } from "../input/turn.ts";
import type { Helper } from "./helper-thread.ts";
import { copyShared, SIZES, type Sizes, SLOTS } from "./piece.ts";

/** So much is read at once. */
const READ_BYTES = 65_536;

/** So much is redacted here between two reads: half of what a pipe holds, so that the other half is there for the helper. */
const STEP_BYTES = 32_768;

/** A step ends with a line if one ends in its last bytes: the kernel then looks for less that the cut may have split. */
const LAST_BYTES = 1024;
const NEWLINE = 0x0a;
const NOTHING = new Uint8Array(0);

/** The number of steps between two turns of the event loop, for signals: a few milliseconds. */
const STEPS_IN_A_ROW = 32;

interface Piece {
  readonly slot: number;
  /** The slot's memory: a run-up, and the piece's text. */
  readonly memory: Uint8Array;
  /** Where the run-up starts. */
  readonly from: number;
  end: number;
  /** How much of it has been redacted here. */
  done: number;
  /** Whether the helper is asked for it, if we are not there before it is full. */
  readonly isForHelper: boolean;
  /** Where it is full. */
  readonly limit: number;
  /** Whether the helper was asked for it. */
  isAsked: boolean;
}

/** The parts of {@link drainShared}. */
export interface Sharing {
  readonly source: Source;
  readonly intake: RedactingIntake;
  /** The redactor of the intake. */
  readonly redactor: ByteRedactor;
  readonly helper: Helper;
  /** Gets the counts of the helper. */
  count(stats: Stats): void;
}

/**
 * Drains a source with a helper, which redacts every other piece ahead of its turn. Its result is used only if it started
 * in exactly the state that we have when its turn comes; otherwise the piece is redacted here. So the output is the same as
 * without the helper. What is read is redacted at once where no more is there: nothing waits for a piece to be full.
 */
export async function drainShared(sharing: Sharing, sizes: Sizes = SIZES): Promise<void> {
  const { source } = sharing;
  const pieces = new Pieces(sharing, sizes);
  let isEnded = false;
  /** What was waited for. */
  let arrived: Uint8Array = NOTHING;
  for (let steps = 1; ; steps++) {
    const space = pieces.space();
    if (space !== undefined && arrived.length > 0) {
      const part = arrived.subarray(0, space.length);
      space.set(part);
      pieces.add(part.length);
      arrived = arrived.subarray(part.length);
    } else if (space !== undefined && !isEnded) {
      const size = source.read(space);
      if (size === 0) isEnded = true;
      else pieces.add(size ?? 0);
    }
    const wait = pieces.step();
    if (wait === "nothing") {
      if (isEnded && arrived.length === 0) return;
      if (arrived.length > 0) continue;
      arrived = await source.wait();
      if (arrived.length === 0) isEnded = true;
    } else if (wait !== undefined) await wait;
    else if (steps % STEPS_IN_A_ROW === 0) await turn(0);
  }
}

/** What has been read and not written yet. */
class Pieces {
  readonly #sharing: Sharing;
  readonly #sizes: Sizes;
  readonly #pieces: Piece[] = [];
  readonly #free: number[] = Array.from({ length: SLOTS }, (_, i) => i);
  /** The end of the text that was added last, for a run-up. */
  #last: Piece | undefined;
  /** So long is a piece that is redacted here, so that both threads are busy. */
  #ownBytes: number;
  #asked = 0;
  #taken = 0;

  constructor(sharing: Sharing, sizes: Sizes) {
    this.#sharing = sharing;
    this.#sizes = sizes;
    this.#ownBytes = sizes.pieceBytes;
  }

  /** Where the next bytes go; undefined while there is no room. */
  space(): Uint8Array | undefined {
    const piece = this.#open();
    if (piece === undefined) return undefined;
    return piece.memory.subarray(piece.end, Math.min(piece.limit, piece.end + READ_BYTES));
  }

  /** Adds the first `size` bytes of `space()`. */
  add(size: number): void {
    const piece = this.#pieces.at(-1)!;
    piece.end += size;
    if (size > 0 && piece.end === piece.limit && piece.isForHelper && this.#pieces.length > 1)
      this.#ask(piece);
  }

  /** Redacts and writes some of it. */
  step(): Promise<void> | undefined | "nothing" {
    const piece = this.#pieces[0];
    if (piece === undefined) return "nothing";
    if (piece.isAsked) return this.#take(piece);
    if (piece.done === piece.end) {
      if (piece.end < piece.limit) return "nothing";
      this.#drop();
      return undefined;
    }
    const { intake } = this.#sharing;
    const space = intake.space();
    const part = stepOf(piece.memory.subarray(piece.done, piece.end), Math.min(STEP_BYTES, space.length));
    copyShared(part, space.subarray(0, part.length));
    piece.done += part.length;
    return intake.take(part.length);
  }

  /** The piece that bytes are added to. */
  #open(): Piece | undefined {
    const last = this.#pieces.at(-1);
    if (last !== undefined && last.end < last.limit) return last;
    const slot = this.#free.shift();
    if (slot === undefined) return undefined;
    const { runUp } = this.#sizes;
    const memory = this.#sharing.helper.pieces.slot(slot);
    const before = this.#last;
    const run = before?.memory.subarray(Math.max(before.from, before.end - runUp), before.end);
    const from = runUp - (run?.length ?? 0);
    if (run !== undefined) memory.set(run, from);
    const isForHelper = this.#sharing.helper.isReady && last?.isForHelper === false;
    const limit = runUp + (isForHelper ? this.#sizes.pieceBytes : this.#ownBytes);
    const start = { from, end: runUp, done: runUp };
    const piece: Piece = { slot, memory, ...start, isForHelper, limit, isAsked: false };
    this.#last = piece;
    this.#pieces.push(piece);
    return piece;
  }

  #ask(piece: Piece): void {
    const { slot, from, end } = piece;
    this.#sharing.helper.ask({ slot, from, start: this.#sizes.runUp, end });
    piece.isAsked = true;
    this.#asked++;
  }

  /** Writes the helper's result; if it started in another state, the piece is left for us. */
  async #take(piece: Piece): Promise<void> {
    const { redactor, intake, helper, count } = this.#sharing;
    this.#balance();
    this.#taken++;
    const ahead = await helper.answer();
    piece.isAsked = false;
    const here = redactor.snapshot();
    if (ahead === undefined || here === undefined || Buffer.compare(ahead.before, here) !== 0) return;
    const wait = intake.pass(ahead.output);
    if (wait !== undefined) await wait;
    redactor.restore(ahead.after);
    count(ahead.stats);
    this.#drop();
  }

  /** The next piece here is longer where we wait for the helper, and shorter where the helper waits for us. */
  #balance(): void {
    const { helper } = this.#sharing;
    const change = helper.hasDone(this.#asked)
      ? -STEP_BYTES
      : helper.hasDone(this.#taken + 1)
        ? 0
        : STEP_BYTES;
    const { pieceBytes } = this.#sizes;
    const least = Math.min(2 * STEP_BYTES, pieceBytes);
    this.#ownBytes = Math.max(least, Math.min(pieceBytes, this.#ownBytes + change));
  }

  #drop(): void {
    this.#free.push(this.#pieces.shift()!.slot);
  }
}

/** At most `most` bytes of the text, up to a line's end if there is one in the last of them. */
function stepOf(text: Uint8Array, most: number): Uint8Array {
  if (text.length <= most) return text;
  const line = text.subarray(Math.max(0, most - LAST_BYTES), most).lastIndexOf(NEWLINE);
  return text.subarray(0, line < 0 ? most : Math.max(0, most - LAST_BYTES) + line + 1);
}
