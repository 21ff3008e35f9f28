import { STATE_SIZE } from "../kernel/abi";
import { STREAMS_MOST } from "./abi";
import { Bytes } from "./bytes";
import { CARRY_MOST } from "./memory";
import { Key } from "./secret/keys";

/** One input: what is held back of it, what the kernel is inside of, and the match that goes on. */
export class Stream {
  state: usize = heap.alloc(STATE_SIZE);
  carry: usize = heap.alloc(CARRY_MOST);
  carried: u32 = 0;
  /** Offsets into the carried bytes. */
  from: u32 = 0;
  floor: u32 = 0;
  released: u32 = 0;
  /** Offset of the first carried byte in the input. */
  offset: u64 = 0;
  /** Offset in the input where the match that goes on begins. */
  matchStart: u64 = 0;
  /** What has come of its secret, where its censor needs it. */
  secret: Bytes = new Bytes();
  isTooLong: bool = false;
  key: Key = new Key();
  hasKey: bool = false;
  /** Milliseconds since 1970; negative: not known. */
  time: i64 = -1;

  constructor() {
    memory.fill(this.state, 0, STATE_SIZE);
  }

  /** Whether nothing has come of an input yet. */
  get isFresh(): bool {
    return this.carried == 0 && this.offset == 0;
  }

  /** Forgets the input. */
  reset(): void {
    memory.fill(this.state, 0, STATE_SIZE);
    this.carried = 0;
    this.from = 0;
    this.floor = 0;
    this.released = 0;
    this.offset = 0;
    this.matchStart = 0;
    this.forgetSecret();
  }

  forgetSecret(): void {
    if (this.secret.length > 0) memory.fill(this.secret.address, 0, this.secret.length);
    this.secret.length = 0;
    this.isTooLong = false;
  }

  free(): void {
    memory.fill(this.carry, 0, CARRY_MOST);
    this.forgetSecret();
    this.secret.free();
    this.key.free();
    heap.free(this.state);
    heap.free(this.carry);
  }
}

const streams = new StaticArray<Stream | null>(STREAMS_MOST);

/** Opens a stream; returns its handle, which is never 0, or 0 where there is no room. */
export function openStream(): i32 {
  for (let i = 0; i < STREAMS_MOST; i++) {
    if (streams[i] !== null) continue;
    streams[i] = new Stream();
    return i + 1;
  }
  return 0;
}

/** Null for what is no handle of an open stream. */
export function streamOf(handle: i32): Stream | null {
  return handle > 0 && handle <= STREAMS_MOST ? streams[handle - 1] : null;
}

export function closeStream(handle: i32): void {
  const stream = streams[handle - 1];
  if (stream !== null) stream.free();
  streams[handle - 1] = null;
}
