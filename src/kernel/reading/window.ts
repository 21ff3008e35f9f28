// Which bytes around a stop decide about it, so that what was found out can be remembered by them
// (`prefilter/stop-memo.ts`). Whoever reads further than the last byte but seven, or than the one after it, says so here;
// the checked build holds each load against it.

export class Window {
  /** The stop's last byte. */
  static at: usize = 0;
  /** The first byte that was read for it, and the last one. */
  static first: usize = 0;
  static last: usize = 0;
}

const FRONT: usize = 7;
/** What is farther before a stop is remembered of none. */
const FRONT_MOST: usize = 1024;

/** From here on, what is read is for the stop at `p`. */
// @inline
export function openWindow(p: usize): void {
  Window.at = p;
  Window.first = p - FRONT;
  Window.last = p + 1;
}

/** The bytes from `p` on are read. */
// @inline
export function readBackTo(p: usize): void {
  if (p < Window.first) Window.first = p;
}

/** The bytes up to the one at `p` are read. */
// @inline
export function readOnTo(p: usize): void {
  if (p > Window.last) Window.last = p;
}

/** Loads sixteen bytes, of which the caller says how far it needs them. */
// @inline
export function loadAhead(p: usize): v128 {
  return v128.load(p);
}

/** What is read is too far away, or no byte of the text: a bound, the end of the last match. */
// @inline
export function leaveWindow(): void {
  Window.first = 0;
}

/**
 * Writes what was read to the two words at `slot`: how far before `p` it begins, and up to where it goes. So another stop
 * that is told what was found here can say what it depends on.
 */
export function storeWindow(slot: usize, p: usize): void {
  store<u32>(slot, <u32>(p - Window.first));
  store<u32>(slot, <u32>Window.last, 4);
}

/** What is told of `p` was found out from what `storeWindow` has written to `slot`. */
export function readAsIn(slot: usize, p: usize): void {
  const front = <usize>load<u32>(slot);
  if (front > FRONT_MOST) return leaveWindow();
  readBackTo(p - front);
  readOnTo(load<u32>(slot, 4));
}

/** Whether all that was read for the stop at `p` is from `front` bytes before it on, up to `behind` bytes after it. */
export function isWindow(p: usize, front: usize, behind: usize): bool {
  return p == Window.at && Window.first + front >= p && Window.last <= p + behind;
}
