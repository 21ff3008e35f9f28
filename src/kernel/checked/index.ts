// The checked build: the kernel with its steps counted and its loads and stores held against their bounds
// (`build/count-steps.js`), and what each scan says held against what it may say.
import {
  KIND_BLOCK,
  KIND_SHAPE,
  MAX_SPANS,
  P_RULES,
  PROGRAM,
  R_KIND,
  RESULT_FLOOR,
  RESULT_FRONTIER,
  RESULT_FULL,
  RESULT_RESUME,
  RULE_SIZE,
  SCAN_FINAL,
  SPAN_SIZE,
  SPANS,
  STATE,
  VALUE_COLUMNS,
} from "../abi";
import { link as linkPlain, scan as scanPlain, setup as setupPlain } from "../index";
import {
  MEMBERS,
  MODE_BLOCK,
  MODE_BLOCK_RUN,
  MODE_CUT,
  MODE_PATTERN,
  MODE_SEARCH,
  State,
} from "../reading/state";
import { boundText, FAULT_RESULT, FAULT_SPANS, FAULT_STATE, openProgram, stop } from "./checks";

export { faultAddress, faultCode, setStepLimit, takeSteps } from "./checks";

/** A match over lines is told in one go, whatever room there is (`reading/spans.ts`). */
const SPANS_OVER: i32 = 100;

/** Of the state's first word, without the mark of a table. */
const MODE_BITS: u32 = 0x1f;

export function setup(): void {
  setupPlain();
}

export function link(): void {
  openProgram(true);
  linkPlain();
  openProgram(false);
}

export function scan(begin: usize, floor: usize, from: usize, limit: usize, flags: i32): i32 {
  boundText(begin, limit);
  if ((load<u32>(STATE) & MODE_BITS) > MODE_CUT) stop(FAULT_STATE, STATE);
  const count = scanPlain(begin, floor, from, limit, flags);
  checkSpans(begin, limit, count);
  checkResults(begin, limit, (flags & SCAN_FINAL) != 0, count);
  checkState();
  return count;
}

/** In order, none empty but one that ends a match, none before what the last scan let out. */
function checkSpans(begin: usize, limit: usize, count: i32): void {
  if (count < 0 || count > MAX_SPANS + SPANS_OVER) stop(FAULT_SPANS, <usize>count);
  let least = begin;
  for (let i = 0; i < count; i++) {
    const span: usize = SPANS + i * SPAN_SIZE;
    const start = <usize>load<u32>(span);
    const end = <usize>load<u32>(span, 4);
    if (start < least || end < start || end > limit) stop(FAULT_SPANS, start);
    least = end;
  }
}

function checkResults(begin: usize, limit: usize, final: bool, count: i32): void {
  const resume = <usize>load<u32>(RESULT_RESUME);
  const frontier = <usize>load<u32>(RESULT_FRONTIER);
  const full = load<u32>(RESULT_FULL);
  if (resume < begin || resume > limit) stop(FAULT_RESULT, resume);
  if (frontier < begin || frontier > limit) stop(FAULT_RESULT, frontier);
  if (<usize>load<u32>(RESULT_FLOOR) > limit) stop(FAULT_RESULT, load<u32>(RESULT_FLOOR));
  if (full > 1 || (full == 1 && count < MAX_SPANS)) stop(FAULT_RESULT, full);
  if (final && full == 0 && (resume != limit || frontier != limit)) stop(FAULT_RESULT, resume);
}

function checkState(): void {
  const mode = State.mode;
  if (mode > MODE_CUT) stop(FAULT_STATE, mode);
  if (mode == MODE_SEARCH) return;
  if (State.array > MEMBERS || State.kind > <u32>VALUE_COLUMNS) stop(FAULT_STATE, STATE);
  const kind = <u32>load<u8>(PROGRAM + load<u32>(PROGRAM + P_RULES) + State.rule * RULE_SIZE + R_KIND);
  if (kind > <u32>KIND_BLOCK) stop(FAULT_STATE, STATE + 4);
  if (mode == MODE_PATTERN && kind != KIND_SHAPE) stop(FAULT_STATE, STATE + 4);
  if ((mode == MODE_BLOCK || mode == MODE_BLOCK_RUN) && kind != KIND_BLOCK) stop(FAULT_STATE, STATE + 4);
}
