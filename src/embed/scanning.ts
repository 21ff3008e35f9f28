// Scans a stream's next bytes where they lie in the haystack, after what is carried: `src/scanner/session.ts`.
import {
  COLUMNS,
  CONTEXT,
  RESULT_FLOOR,
  RESULT_FRONTIER,
  RESULT_FULL,
  RESULT_RESUME,
  SCAN_FINAL,
  SPAN_SIZE,
  SPANS,
  STATE,
  STATE_SIZE,
} from "../kernel/abi";
import { scan } from "../kernel/index";
import { base } from "./memory";
import { keep, written } from "./output";
import { addPiece } from "./replacement";
import { Stream } from "./stream";

/** Lays what is carried into the haystack; returns where the next bytes go. */
export function layCarry(stream: Stream): usize {
  memory.copy(base(), stream.carry, stream.carried);
  return base() + stream.carried;
}

/** Scans so many bytes after what is carried, and writes what is decided of all. */
export function advance(stream: Stream, size: u32, final: bool): void {
  const start = base();
  const limit = start + stream.carried + size;
  memory.copy(STATE, stream.state, STATE_SIZE);
  let floor = start + stream.floor;
  let from = start + stream.from;
  let released = start + stream.released;
  const shift = stream.offset - start;
  do {
    const count = scan(start, floor, from, limit, final ? SCAN_FINAL : 0);
    const end: usize = SPANS + count * SPAN_SIZE;
    for (let span: usize = SPANS; span < end; span += SPAN_SIZE) {
      const first = <usize>load<u32>(span);
      const last = <usize>load<u32>(span, 4);
      if (first > released) keep(released, first);
      addPiece(stream, first, last, load<u32>(span, 8), load<u32>(span, 12), shift + first, written());
      released = last;
    }
    floor = load<u32>(RESULT_FLOOR);
    from = load<u32>(RESULT_RESUME);
  } while (load<u32>(RESULT_FULL) == 1);
  const frontier = max(released, <usize>load<u32>(RESULT_FRONTIER));
  if (frontier > released) keep(released, frontier);
  if (final) stream.reset();
  else keepRest(stream, from, limit, floor, frontier);
}

function keepRest(stream: Stream, from: usize, limit: usize, floor: usize, released: usize): void {
  const start = max(<isize>base(), min(<isize>from - CONTEXT, <isize>released - COLUMNS));
  memory.copy(stream.state, STATE, STATE_SIZE);
  memory.copy(stream.carry, start, limit - start);
  stream.carried = <u32>(limit - start);
  stream.floor = floor > <usize>start ? <u32>(floor - start) : 0;
  stream.from = <u32>(from - start);
  stream.released = <u32>(released - start);
  stream.offset += start - base();
}
