// Runs one rule's DFA from one start. Where the way led is remembered (`dfa-memo.ts`): a DFA alone is linear, many starts
// are not. An escaped character is read as JSON writes it (`escaped-units.ts`), in strings of any depth.
import { DECISION_LIMIT, DFA_ACCEPT, DFA_CLASSES, DFA_STARTS, DFA_TRANSITIONS, PROGRAM } from "../abi";
import { Char } from "../reading/character";
import {
  AMPERSAND,
  APOSTROPHE,
  BACKSLASH,
  ESCAPE,
  LINE_FEED,
  PERCENT,
  QUOTE,
  RETURN,
  SLASH,
} from "../reading/chars";
import { isOwnRule } from "../reading/program-view";
import { endsEscape, startsLine } from "../reading/skip";
import { before, is, Text, WORD } from "../reading/text";
import { leaveWindow, readBackTo, readOnTo } from "../reading/window";
import {
  checkpointInside,
  INSIDE,
  isKnown,
  Known,
  MEMO_STEP,
  OF_HEAD,
  OF_WHOLE,
  RULE,
  Run,
  recall,
  remember,
} from "./dfa-memo";
import { Escape, skipEncoded, skipEscape, Units, unitAt } from "./escaped-units";
import { ready } from "./folded-automaton";

/** Between two ends of a match that is repeated without end. */
const GAP_MOST: usize = 64;

// @inline
export function startState(dfa: usize, p: usize): u32 {
  ready(dfa);
  readBackTo(p - 1);
  const previous = before(p);
  let context: usize = previous == LINE_FEED ? 0 : 2;
  if (is(previous, WORD)) context = !endsEscape(p, previous) ? 1 : startsLine(p) ? 3 : 2;
  else if (previous == QUOTE || previous == APOSTROPHE || previous == RETURN) context = 3;
  return load<u16>(dfa + DFA_STARTS + context * 2);
}

/** Whether nothing matches that starts with the byte at `p`: after a letter, or on in a line, most patterns do not. */
// @inline
export function isDead(dfa: usize, state: u32, p: usize): bool {
  if (load<u8>(p) == BACKSLASH) return false;
  const column = <u32>load<u8>(dfa + DFA_CLASSES + load<u8>(p));
  return p < Text.limit && load<u16>(dfa + DFA_TRANSITIONS + ((state * load<u16>(dfa) + column) << 1)) == 0;
}

// @inline
function transition(dfa: usize, state: u32, byte: u32): u32 {
  const column = <u32>load<u8>(dfa + DFA_CLASSES + byte);
  return load<u16>(dfa + DFA_TRANSITIONS + ((state * load<u16>(dfa) + column) << 1));
}

/**
 * Returns the state after the character at `p`, which is in `Units`, of which the first byte leads to `state`. A match
 * may end after its backslash.
 */
function stateBehind(dfa: usize, state: u32, p: usize): u32 {
  for (let i: usize = 1; i < Units.length && state != 0; i++) {
    const t = transition(dfa, state, unitAt(i));
    if ((t & DFA_ACCEPT) != 0 && unitAt(i - 1) == BACKSLASH) {
      Run.end = p + i;
      Run.endState = state;
    }
    state = t & ~DFA_ACCEPT;
  }
  return state;
}

/**
 * Follows the DFA at `dfa` from `start` on, beginning in `state`, up to its death, the end of the text
 * or the decision limit; the result is in `Run`.
 *
 * @param goesOnThere No match begins at `start`: it has come so far
 */
export function runPattern(dfa: usize, rule: u32, start: usize, state: u32, goesOnThere: bool = false): void {
  // What goes on may have begun in another memory.
  ready(dfa);
  const classCount = <u32>load<u16>(dfa);
  const classes = dfa + DFA_CLASSES;
  const transitions = dfa + DFA_TRANSITIONS;
  const stop = min(Text.limit, start + DECISION_LIMIT);
  Run.end = 0;
  Run.alive = false;
  Run.checkpoints = 0;
  // A user's own pattern says what bytes it wants.
  const isOwn = isOwnRule(rule & RULE);
  Escape.plainTo = isOwn ? usize.MAX_VALUE : start;
  const first = goesOnThere ? 0 : start;
  let p = start;
  let behindCode: usize = 0;
  let code: usize = 0;
  // The checkpoint that lies in the character before `p`.
  let inside: usize = 0;
  while (p < stop) {
    // After a colour code, the way so far counts.
    if (inside != 0 || ((p & (MEMO_STEP - 1)) == 0 && p != start && p != behindCode)) {
      const place = inside != 0 ? inside : p;
      const key = inside != 0 ? rule | INSIDE : rule;
      inside = 0;
      if (isKnown(place, key, state, OF_WHOLE) && recall(place, key, state, stop, OF_WHOLE)) {
        const isOver = Known.to >= stop && stop < Text.limit;
        if (isOver) Run.alive = goesOn(stop);
        if (isOver || Known.state == 0) return remember(Known.to, Known.state, OF_WHOLE);
        p = Known.to;
        state = Known.state;
        continue;
      }
    }
    // What goes on and is no escape, up to where the memo is asked again.
    const plainTo = p == behindCode ? p : min(stop, (p | (MEMO_STEP - 1)) + 1);
    const from = p;
    for (; p < plainTo; p++) {
      const c = <u32>load<u8>(p);
      const t = <u32>load<u16>(transitions + ((state * classCount + load<u8>(classes + c)) << 1));
      if (c == ESCAPE || c == BACKSLASH || (t & ~DFA_ACCEPT) == 0) break;
      if ((t & DFA_ACCEPT) != 0) {
        Run.end = p;
        Run.endState = state;
      }
      state = t & ~DFA_ACCEPT;
    }
    if (p == plainTo && p != from) continue;
    const c = <u32>load<u8>(p);
    let t = <u32>load<u16>(transitions + ((state * classCount + load<u8>(classes + c)) << 1));
    let next = p + 1;
    if ((c == ESCAPE || c == BACKSLASH) && (p != first || (t & ~DFA_ACCEPT) == 0)) {
      next = followEscape(dfa, state, t, p, p == first);
      t = Escape.transition;
    }
    // After a colour code, what has matched in front of it has been told already.
    if ((t & DFA_ACCEPT) != 0 && p != behindCode) {
      Run.end = p;
      Run.endState = state;
    }
    if (next != p + 1) {
      if (next == 0) return;
      if (!Escape.isCharacter) {
        if (p != behindCode) code = p;
        p = next;
        behindCode = next;
        continue;
      }
      Escape.isCharacter = false;
      state = stateBehind(dfa, t & ~DFA_ACCEPT, p);
    } else {
      const last = state;
      state = t & ~DFA_ACCEPT;
      if (state == 0 && (c == PERCENT || c == AMPERSAND) && p != start && !isOwn) {
        next = skipEncoded(p);
        if (next == 0) return;
        if (next != p + 1) state = transition(dfa, last, Char.code) & ~DFA_ACCEPT;
      }
    }
    if (state == 0) {
      readOnTo(p);
      return remember(p, 0, OF_WHOLE);
    }
    if (next != p + 1) inside = checkpointInside(p, next);
    p = next;
  }
  leaveWindow();
  // A memo knows no place after a colour code; in front of it, the state is the same.
  remember(p == behindCode ? code : p, state, OF_WHOLE);
  if (p < Text.limit) {
    Run.alive = goesOn(p);
    return;
  }
  if (Text.final) {
    const t = <u32>load<u16>(transitions + ((state * classCount + classCount - 1) << 1));
    if ((t & DFA_ACCEPT) != 0 && p != behindCode) {
      Run.end = p;
      Run.endState = state;
    }
    return;
  }
  Text.hitEnd = true;
  Run.alive = true;
}

/** Out of patience at `p`: only what has just matched goes on, not what could have become a longer match since. */
function goesOn(p: usize): bool {
  return Run.end != 0 && p - Run.end <= GAP_MOST;
}

/**
 * Follows the DFA of what stands before a capture group, from `start` to `end`: `Run.end` is its longest match that
 * leaves something, 0: none; `Run.alive` whether it goes on after `end`.
 */
export function runHead(dfa: usize, rule: u32, start: usize, end: usize): void {
  let state = startState(dfa, start);
  Run.end = 0;
  Run.alive = true;
  Run.checkpoints = 0;
  // A user's own pattern says what bytes it wants.
  const isOwn = isOwnRule(rule & RULE);
  Escape.plainTo = isOwn ? usize.MAX_VALUE : start;
  let p = start;
  let inside: usize = 0;
  while (p < end) {
    if (inside != 0 || ((p & (MEMO_STEP - 1)) == 0 && p != start)) {
      const place = inside != 0 ? inside : p;
      const key = inside != 0 ? rule | INSIDE : rule;
      inside = 0;
      if (isKnown(place, key, state, OF_HEAD) && recall(place, key, state, end, OF_HEAD)) {
        Run.alive = Known.state != 0 || Known.to >= end;
        if (Known.state == 0 || Known.to >= end) return remember(Known.to, Known.state, OF_HEAD);
        p = Known.to;
        state = Known.state;
        continue;
      }
    }
    const c = <u32>load<u8>(p);
    let t = transition(dfa, state, c);
    let next = p + 1;
    if ((c == ESCAPE || c == BACKSLASH) && (p != start || (t & ~DFA_ACCEPT) == 0)) {
      next = followEscape(dfa, state, t, p, p == start);
      t = Escape.transition;
    }
    if ((t & DFA_ACCEPT) != 0) Run.end = p;
    if (next == 0) break;
    if (next != p + 1 && !Escape.isCharacter) {
      p = next;
      continue;
    }
    const from = state;
    state = t & ~DFA_ACCEPT;
    if (Escape.isCharacter) {
      Escape.isCharacter = false;
      state = stateBehind(dfa, state, p);
    } else if (state == 0 && (c == PERCENT || c == AMPERSAND) && p != start && !isOwn) {
      next = skipEncoded(p);
      if (next > p + 1) state = transition(dfa, from, Char.code) & ~DFA_ACCEPT;
    }
    if (state == 0) break;
    if (next != p + 1) inside = checkpointInside(p, next);
    p = next;
  }
  if (state == 0) Run.alive = false;
  if (p <= end) remember(p, state, OF_HEAD);
}

/** `skipEscape` in a state from which the backslash leads to `t`; where `isFirst`, no colour code is passed over. */
function followEscape(dfa: usize, state: u32, t: u32, p: usize, isFirst: bool): usize {
  Escape.transition = t;
  const next = skipEscape(p);
  if (!Escape.isCharacter) return isFirst && next != 0 ? p + 1 : next;
  Escape.transition = transition(dfa, state, unitAt(0));
  // A pattern may ask for `\/` by that name.
  const isAsked = unitAt(0) == SLASH && (t & ~DFA_ACCEPT) != 0 && (Escape.transition & ~DFA_ACCEPT) == 0;
  if (!isAsked) return next;
  Escape.transition = t;
  Escape.isCharacter = false;
  return p + 1;
}

/**
 * Whether a match that starts at `start`, shortly before the text's end, can still become one when more text comes. Of
 * 260 such patterns a chunk nearly all die after three bytes: with `runPattern` for each they were a tenth of the time of a
 * clean log, read in chunks of 64 KB.
 */
export function isAliveAtEnd(program: u32, rule: u32, start: usize): bool {
  const dfa: usize = PROGRAM + program;
  let state = startState(dfa, start);
  const classCount = <u32>load<u16>(dfa);
  for (let p = start; p < Text.limit; p++) {
    const c = <u32>load<u8>(p);
    if ((c == ESCAPE || c == BACKSLASH) && p != start) {
      runPattern(dfa, rule, start, startState(dfa, start));
      return Run.alive;
    }
    const column = <u32>load<u8>(dfa + DFA_CLASSES + c);
    state = load<u16>(dfa + DFA_TRANSITIONS + ((state * classCount + column) << 1)) & ~DFA_ACCEPT;
    if (state == 0 && (c == PERCENT || c == AMPERSAND) && p != start) {
      runPattern(dfa, rule, start, startState(dfa, start));
      return Run.alive;
    }
    if (state == 0) return false;
  }
  return true;
}
