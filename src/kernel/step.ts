// Goes on inside whatever `State` says, until it is over or the text ends.
import {
  PROGRAM,
  R_DFA,
  SPAN_FIRST,
  SPAN_LAST,
  VALUE_ANY,
  VALUE_COOKIES,
  VALUE_PARAMS,
  VALUE_SET_COOKIE,
} from "./abi";
import { Block } from "./blocks/block-line";
import { blockLevel, stepBlock } from "./blocks/pem";
import {
  isWrappedAt,
  mayWrap,
  measure,
  measurePart,
  stepWrapEnd,
  stepWrapLine,
} from "./blocks/wrapped-token";
import { skipToNext, skipToNextText } from "./frames/cut-records";
import { CELL, Frame, leaveFrame, narrow } from "./frames/frame";
import { isCutAt, readTo } from "./frames/strings";
import { stepElement } from "./joins/array";
import { Char } from "./reading/character";
import { LINE_FEED, QUOTE, RETURN } from "./reading/chars";
import { Members } from "./reading/members-state";
import { ruleAt } from "./reading/program-view";
import { skipColours } from "./reading/skip";
import { addSpan } from "./reading/spans";
import {
  MEMBERS,
  MODE_ATTRIBUTES,
  MODE_BLOCK,
  MODE_CONTAINER,
  MODE_COOKIE,
  MODE_CUT,
  MODE_ELEMENT,
  MODE_KEPT,
  MODE_PARAMETERS,
  MODE_PATTERN,
  MODE_SEARCH,
  MODE_VALUE,
  MODE_WRAP_END,
  MODE_WRAP_LINE,
  State,
} from "./reading/state";
import { ALNUM, at, is, MAYBE_END, Text, undecided } from "./reading/text";
import { Run } from "./shapes/dfa-memo";
import { runPattern } from "./shapes/run-dfa";
import { skipLineInLiteral } from "./tables/long-literal";
import { stepParameters } from "./values/authorization";
import { containerEnd } from "./values/container";
import { intoAttributes, skipClose, stepCookie, stepJoined } from "./values/cookie";
import { stepMembers } from "./values/members";
import { endsAt, endsTextLine, isSemicolon, TAG, Value } from "./values/text-end";
import { valueEnd } from "./values/value-end";

export { resumeMembers } from "./values/members";

export class Step {
  /** More text is needed from here on. */
  static hold: usize = 0;
  /** The farthest place where a step was made in this scan, and how many have been made since. */
  static scan: u32 = 0;
  static at: usize = 0;
  static count: i32 = 0;
}

/** A place is left after a few steps, one for each mode. */
const STEPS_MOST: i32 = 64;

/**
 * One step at `p`; returns the address from which to go on. 0: the text ended, `Step.hold` is where
 * nothing is decided yet.
 */
export function step(p: usize): usize {
  const isFirst = Step.scan != Run.scan || p > Step.at;
  Step.scan = Run.scan;
  Step.count = isFirst ? 0 : Step.count + 1;
  if (isFirst) Step.at = p;
  // It would go on for ever. The host withholds the line of a kernel that stops.
  if (Step.count > STEPS_MOST) unreachable();
  return stepOnce(p);
}

function stepOnce(p: usize): usize {
  if (State.mode == MODE_CUT) return stepCut(p);
  const level = State.level != 0 && State.mode == MODE_BLOCK ? blockLevel() : State.level;
  const isFramed = level != 0 || Members.at < Text.limit;
  if (isFramed) narrow(level, p);
  const isNarrow = isFramed && Frame.isClosed;
  const end = Text.limit;
  const mode = State.mode;
  const isValue = mode == MODE_VALUE || mode == MODE_PATTERN;
  let next = stepIn(mode, p);
  if (isFramed) leaveFrame();
  // The frame's end ends whatever is in it.
  if (isNarrow && next == 0) next = end;
  if (isNarrow && next >= end) State.mode = MODE_SEARCH;
  if (next != 0 && isValue && State.mode != mode && mayBeCut(next)) State.mode = MODE_CUT;
  if (State.mode == MODE_SEARCH) State.level = 0;
  // What was passed over stays, and may have gone out: no match starts in it.
  if (next != 0 && State.mode == MODE_SEARCH && next > Text.floor) Text.floor = next;
  return next;
}

/** Whether a value that ends at `p` may go on in the next record. */
function mayBeCut(p: usize): bool {
  if (p >= Text.limit) return false;
  const c = load<u8>(p);
  if (c == QUOTE) return (State.level & ~CELL) == 1 && (State.code != QUOTE || State.count != 0);
  return (c == LINE_FEED || c == RETURN) && isCutAt(p);
}

/** Goes on in the next record with what was cut at `p`, or out of it. */
function stepCut(p: usize): usize {
  Text.hitEnd = false;
  const isText = at(p) == QUOTE;
  const next = isText ? skipToNextText(p) : skipToNext(p);
  const isOver = next == p || endsAt(next);
  if (undecided()) return wait(p);
  State.mode = isOver ? MODE_SEARCH : MODE_VALUE;
  if (isOver) return p;
  if (!isText) State.level = 0;
  State.array = 0;
  State.step = 0;
  State.flags |= SPAN_FIRST;
  if (isText) readTo(next);
  return next;
}

function stepIn(mode: u32, p: usize): usize {
  if (mode == MODE_VALUE) return stepValue(p);
  if (mode == MODE_PATTERN) return stepPattern(p);
  if (mode == MODE_CONTAINER) return stepContainer(p);
  if (mode == MODE_ATTRIBUTES) return stepAttributes(p);
  if (mode == MODE_KEPT) return stepKept(p);
  if (mode == MODE_PARAMETERS || mode == MODE_ELEMENT || mode == MODE_COOKIE) {
    const next =
      mode == MODE_PARAMETERS ? stepParameters(p) : mode == MODE_ELEMENT ? stepElement(p) : stepCookie(p);
    return next == 0 ? wait(p) : next;
  }
  if (mode == MODE_WRAP_END || mode == MODE_WRAP_LINE) {
    const next = mode == MODE_WRAP_END ? stepWrapEnd(p) : stepWrapLine(p);
    return next == 0 ? wait(p) : next;
  }
  // An escape that the text's end cuts reaches after it.
  const next = min(stepBlock(p), Text.limit);
  if (next == 0) return wait(Block.hold);
  return next == Text.limit && State.mode != MODE_SEARCH ? wait(next) : next;
}

function wait(p: usize): usize {
  Step.hold = p;
  return 0;
}

/** Adds what of the match is decided: up to `end` and over, or up to where the text stopped. */
function take(p: usize, end: usize, over: bool): void {
  if (end <= p && !over) return;
  const taken = addSpan(p, end, State.rule, State.flags | (over ? SPAN_LAST : 0));
  if (taken && end > p) State.flags &= ~SPAN_FIRST;
}

function stepValue(p: usize): usize {
  const end = valueEnd(p);
  const isFirst = (State.flags & SPAN_FIRST) != 0;
  measurePart(p, end == 0 ? Value.hold : end, isFirst, end != 0 && Value.resume == 0);
  if (end == 0) {
    take(p, Value.hold, false);
    return wait(Value.hold);
  }
  if (Value.resume == 0) {
    Text.hitEnd = false;
    Value.resume = skipLineInLiteral(end);
    if (undecided()) {
      take(p, end, false);
      return wait(end);
    }
  }
  // Nothing is left of it in its string, `lftp -u a,\u003c`: it is not looked at again.
  const isNone = isFirst && end == p && Value.resume == 0;
  // Each line of an element's text has a mark of its own.
  const isLine = Value.resume != 0 && State.code == TAG && endsTextLine(end);
  if (!isNone) take(p, end, Value.resume == 0 || isLine);
  if (isLine) State.flags |= SPAN_FIRST;
  Text.floor = isNone ? end + 1 : end;
  if (Value.resume != 0) return Value.resume;
  if (State.array == MEMBERS) {
    State.mode = MODE_CONTAINER;
    return end;
  }
  if (isWrappedAt(end)) {
    State.mode = MODE_WRAP_END;
    return end;
  }
  if (State.kind == VALUE_PARAMS) {
    State.mode = MODE_PARAMETERS;
    return end;
  }
  const next = State.kind != VALUE_ANY ? skipClose(skipColours(end)) : end;
  if (State.kind != VALUE_ANY && next < Text.limit && isSemicolon(next)) {
    if (State.kind == VALUE_COOKIES) {
      State.mode = MODE_COOKIE;
      return next + Char.length;
    }
    if (State.kind == VALUE_SET_COOKIE && State.array != 0) return intoAttributes(next);
  }
  if (State.kind == VALUE_SET_COOKIE && State.array == 0) return intoAttributes(next);
  const goesOn = State.array != 0 || (State.step != 0 && State.kind == VALUE_ANY);
  State.mode = goesOn ? MODE_ELEMENT : MODE_SEARCH;
  return isNone && !goesOn ? min(end + 1, Text.limit) : end;
}

/** A parameter's value that stays. */
function stepKept(p: usize): usize {
  const end = valueEnd(p);
  if (end == 0) return wait(Value.hold);
  if (Value.resume != 0) return Value.resume;
  State.mode = MODE_PARAMETERS;
  return end;
}

function stepAttributes(p: usize): usize {
  if (State.kind == VALUE_SET_COOKIE) {
    const next = stepJoined(p);
    return next == 0 ? wait(p) : next;
  }
  const end = valueEnd(p);
  if (end == 0) return wait(Value.hold);
  if (Value.resume != 0) return Value.resume;
  State.kind = VALUE_SET_COOKIE;
  State.mode = MODE_ELEMENT;
  return end;
}

function stepContainer(p: usize): usize {
  if (State.array == MEMBERS) {
    const next = stepMembers(p);
    if (next == 0) return wait(Value.hold);
    return next;
  }
  const end = containerEnd(p);
  Text.hitEnd = false;
  const isGlued = end > p && State.array == 0 && State.wantsQuote == 0 && isInWord(end);
  if (isGlued && undecided()) {
    // The bracket is looked at again.
    State.depth = 1;
    take(p, end - 1, false);
    return wait(end - 1);
  }
  take(p, end == 0 ? Value.hold : end, end != 0 && !isGlued);
  if (end == 0) return wait(Value.hold);
  Text.floor = end;
  State.code = 0;
  State.mode = isGlued ? MODE_VALUE : State.array != 0 ? MODE_ELEMENT : MODE_SEARCH;
  return end;
}

/** Whether a word goes on after the bracket that ends before `p`, `{1}hunter22x`, or may where the text stops. */
function isInWord(p: usize): bool {
  if (!is(load<u8>(p - 1), MAYBE_END)) return false;
  return is(at(p), ALNUM) || undecided();
}

/** Inside a token that its pattern's DFA follows: everything up to its last accept is matched. */
function stepPattern(p: usize): usize {
  const rule = State.rule;
  State.code = 0;
  State.kind = VALUE_ANY;
  let state = State.step;
  let from = p;
  for (;;) {
    runPattern(PROGRAM + load<u32>(ruleAt(rule), R_DFA), rule, from, state, true);
    if (Run.end == 0 || Run.end == from) break;
    measure(p, Run.end);
    take(p, Run.end, false);
    p = Run.end;
    from = p;
    state = Run.endState;
    State.step = state;
    if (!Run.alive) break;
    if (p >= Text.limit) break;
    if (Run.alive && Text.limit - p < 2) break;
  }
  if (Run.alive && !Text.final) return wait(p);
  take(p, p, true);
  Text.floor = p;
  State.mode = mayWrap() ? MODE_WRAP_END : MODE_SEARCH;
  return p;
}
