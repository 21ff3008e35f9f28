/** The most bytes of a piece: large enough to make the hand-over cheap, small enough to need little memory. */
export const PIECE_BYTES: number = 1 << 18;

/**
 * Bytes before a piece that are redacted to reach the right state; nearly always a line or two are enough. If a block has
 * been open for longer, the piece is redacted again.
 */
export const RUN_UP: number = 16_384;

/** So many pieces are read ahead: the one at work in each thread, and the next one of each. */
export const SLOTS = 4;

/** The helper has so many pieces at a time: what belongs to the others lies in the same places. */
const ASKED = 2;

/** A redactor's state has some 5 KB, a decision that is open 12 KB more; one that has more is not handed over. */
const STATE_BYTES = 32_768;

/** Counts as JSON. */
const COUNTS_BYTES = 32_768;

/** Sizes, which tests make small. */
export interface Sizes {
  readonly pieceBytes: number;
  readonly runUp: number;
}

export const SIZES: Sizes = { pieceBytes: PIECE_BYTES, runUp: RUN_UP };

/** Words that both threads read and write, by `Atomics` where one waits for the other. */
export const ORDERED = 0;
export const ANSWERED = 1;
export const READY = 2;
const RECORDS = 4;
/** A record: what is asked for, and what comes back. */
export const SLOT = 0;
export const FROM = 1;
export const START = 2;
export const END = 3;
/** The number of bytes of the output; -1: the piece could not be redacted ahead. */
export const OUTPUT = 4;
export const BEFORE = 5;
export const AFTER = 6;
export const COUNTS = 7;
const RECORD_WORDS = 8;

const CONTROL_BYTES = 4 * (RECORDS + ASKED * RECORD_WORDS);

/** What of the memory belongs to one piece that is asked for. */
export interface Record {
  /** Offset of the record in the words. */
  readonly at: number;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly counts: Uint8Array;
  /** Takes an output of twice the piece; one that is longer is not handed over. */
  readonly output: Uint8Array;
}

/**
 * The memory of both threads. In it are the text of the pieces, each after its run-up, and what the helper makes of
 * them. What is sent by messages is new memory each time: 60 MB before it is freed, and half a millisecond a piece.
 */
export class SharedPieces {
  readonly buffer: SharedArrayBuffer;
  readonly words: Int32Array<SharedArrayBuffer>;
  readonly #bytes: Uint8Array;
  readonly #sizes: Sizes;

  /** @param buffer The other thread's; untouched memory of a new one takes no space */
  constructor(sizes: Sizes = SIZES, buffer?: SharedArrayBuffer) {
    this.#sizes = sizes;
    this.buffer =
      buffer ?? new SharedArrayBuffer(CONTROL_BYTES + SLOTS * slotBytes(sizes) + ASKED * recordBytes(sizes));
    this.words = new Int32Array(this.buffer, 0, CONTROL_BYTES / 4);
    this.#bytes = new Uint8Array(this.buffer, CONTROL_BYTES);
  }

  /** A slot: room for a run-up, and for a piece after it. */
  slot(index: number): Uint8Array {
    const size = slotBytes(this.#sizes);
    return this.#bytes.subarray(index * size, (index + 1) * size);
  }

  /** @param index How many pieces have been asked for before */
  record(index: number): Record {
    const turn = index % ASKED;
    let start = SLOTS * slotBytes(this.#sizes) + turn * recordBytes(this.#sizes);
    const take = (size: number): Uint8Array => {
      start += size;
      return this.#bytes.subarray(start - size, start);
    };
    return {
      at: RECORDS + turn * RECORD_WORDS,
      before: take(STATE_BYTES),
      after: take(STATE_BYTES),
      counts: take(COUNTS_BYTES),
      output: take(2 * this.#sizes.pieceBytes),
    };
  }
}

const slotBytes = ({ pieceBytes, runUp }: Sizes): number => runUp + pieceBytes;

const recordBytes = ({ pieceBytes }: Sizes): number => 2 * STATE_BYTES + COUNTS_BYTES + 2 * pieceBytes;

/**
 * Copies shared memory into memory of our own, which must be as long. `set` would do that word by word, as it has to
 * expect that another thread writes meanwhile: 5 % of the filter's time.
 */
export function copyShared(shared: Uint8Array, own: Uint8Array): void {
  Buffer.from(own.buffer, own.byteOffset, own.length).fill(shared);
}
