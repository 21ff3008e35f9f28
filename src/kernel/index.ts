// scrubjay's kernel: one pass over a haystack, spans out. It knows no rule by name.
//
// 1. The prefilter turns 2 KB at a time into bitmaps and stops where a rule's fragment or a name may end. Its
//    contract: false stops are allowed, a missed one never is.
// 2. At a stop, a hash decides whether a fragment is there, and `shapes/shape.ts` and `joins/find-key.ts` confirm.
// 3. Inside a match, `step.ts` goes on until it is over.
//
// Where the text ends before something is decided, `scan` says from where it wants to go on (`resume`) and up to where the
// output is final (`frontier`); the host keeps the bytes from CONTEXT before `resume` on and calls again when more came.
import {
  KIND_BLOCK,
  P_TAIL,
  RESULT_FLOOR,
  RESULT_FRONTIER,
  RESULT_FULL,
  RESULT_RESUME,
  SCAN_FINAL,
  SPAN_FIRST,
  SPAN_LAST,
  STATE,
  STATE_STRINGS,
} from "./abi";
import { enterBlock } from "./blocks/pem";
import { mayWrap, measurePart } from "./blocks/wrapped-token";
import { loadStrings, saveStrings } from "./frames/carried-strings";
import { levelAround } from "./frames/frame";
import { escapesOf, jsonLevel, Strings } from "./frames/open-strings";
import { keepBase, readTo, resetStrings } from "./frames/strings";
import { findKey } from "./joins/find-key";
import { isElement, isLater, resumeElement, resumeLater, setAside } from "./joins/later-value";
import { Key } from "./names/key-state";
import { noteEmpty } from "./prefilter/stop-memo";
import { nextStop, Prefilter, putBack, resetPrefilter, startPrefilter, tryAhead } from "./prefilter/stops";
import { tailHold } from "./prefilter/undecided-tail";
import { Members } from "./reading/members-state";
import { word } from "./reading/program-view";
import { addSpan, Spans, spansFull } from "./reading/spans";
import { loadState, MODE_PATTERN, MODE_SEARCH, MODE_WRAP_END, State, saveState } from "./reading/state";
import { Rows } from "./reading/table-state";
import { clear, fillClasses, Text, undecided } from "./reading/text";
import { quotesOfNumber } from "./shapes/bare-number";
import {
  Ahead,
  Best,
  chooseBest,
  dropPending,
  loadPending,
  NONE,
  Pending,
  pendingStart,
  pushPending,
  resetBest,
  savePending,
} from "./shapes/candidate";
import { resetMemo } from "./shapes/dfa-memo";
import {
  boundingLevel,
  enterQuotedGroup,
  goesOn,
  isInKnownFrame,
  keepToFrame,
  mayLoseTo,
} from "./shapes/in-frame";
import { fillLogs } from "./shapes/kinds";
import { resumeMembers, Step, step } from "./step";
import { enterRows } from "./tables/heading";
import { stepRows } from "./tables/table-rows";

export { link } from "./prefilter/link-entries";
export { unfoldAt } from "./shapes/folded-automaton";

/** To be called once before the first scan. */
export function setup(): void {
  fillClasses();
  fillLogs();
}

/**
 * Scans [from, limit); bytes from `begin` on are context, and no match starts before `floor`. Returns
 * the number of spans; RESULT_* hold the rest.
 */
export function scan(begin: usize, floor: usize, from: usize, limit: usize, flags: i32): i32 {
  const final = (flags & SCAN_FINAL) != 0;
  Text.begin = begin;
  Text.floor = floor;
  Text.limit = limit;
  Text.final = final;
  Text.escapes = -1;
  Spans.count = 0;
  loadState(from);
  loadStrings(STATE + STATE_STRINGS, from);
  loadPending(from);
  resetMemo();
  resetPrefilter();
  clear(limit, 192);
  let p = from;
  for (;;) {
    if (spansFull()) return finish(p, p, 1);
    if (State.mode != MODE_SEARCH) {
      const next = step(p);
      if (next == 0) return finish(final ? limit : Step.hold, final ? limit : Step.hold, 0);
      p = next;
      dropPending(p);
      continue;
    }
    if (p >= Members.at) {
      p = isLater() ? resumeLater(p) : isElement() ? resumeElement(p) : resumeMembers(p);
      dropPending(p);
      continue;
    }
    if (p >= Rows.at) {
      const next = stepRows(p);
      if (next == 0) return finish(p, p, 0);
      p = next;
      dropPending(p);
      continue;
    }
    if (p >= limit && Pending.count == 0) break;
    startPrefilter(p);
    const found = search();
    if (found == 1 && !final)
      return finish(max(p, min(min(Prefilter.at, nextLook()), pendingStart())), min(hold(), nextLook()), 0);
    if (found == 0 && nextLook() == NONE) break;
    // After the last byte there is nothing to wait for: whatever a stop says, the rest is looked at and goes out.
    p = found == 2 ? Match.next : found == 1 ? Prefilter.at + 1 : nextLook();
    if (found != 0) dropPending(p);
  }
  return finish(limit, final ? limit : tailHold(), 0);
}

function finish(resume: usize, frontier: usize, full: u32): i32 {
  // An escape that the text's end cuts may have been read as if it were whole: nothing after the end goes out.
  resume = min(resume, Text.limit);
  store<u32>(RESULT_RESUME, <u32>resume);
  store<u32>(RESULT_FRONTIER, <u32>min(frontier, Text.limit));
  store<u32>(RESULT_FLOOR, <u32>min(Text.floor, Text.limit));
  store<u32>(RESULT_FULL, full);
  if (!Text.final || full != 0) readTo(resume);
  else resetStrings(resume);
  saveState(resume);
  saveStrings(STATE + STATE_STRINGS, resume);
  savePending(resume);
  return Spans.count;
}

/** Where something else than the search goes on. */
function nextLook(): usize {
  return min(Rows.at, Members.at);
}

class Match {
  /** Where to go on after what was found. */
  static next: usize = 0;
}

/** 0: nothing up to the end; 1: a stop that needs more text; 2: a match, `State` and `Match.next` are set. */
function search(): u32 {
  let most = nextLook();
  while (nextStop(most)) {
    const p = Prefilter.at;
    if (pendingStart() < min(p, most)) {
      putBack();
      return takeFirst();
    }
    if (p >= most) {
      putBack();
      return 0;
    }
    if (Prefilter.waiting) return 1;
    if (Best.found) pushPending(p);
    const isDue = pendingStart() <= p;
    if (isDue && !isFinal()) return 1;
    if (Prefilter.isKey && p >= Text.floor) {
      const found = findKey(p);
      if (undecided()) return 1;
      if (found && !isDue && setAside()) {
        Match.next = p + 1;
        return 2;
      }
      if (found) {
        const hasRival = pendingStart() <= Key.value;
        if (hasRival && !isDue && !isFinal()) return 1;
        const isLonger = hasRival && goesOn(Key.value);
        if (undecided()) return 1;
        // Leftmost: `-pass "pass:…"` is the flag's value first of all.
        if (!hasRival || Key.value < Best.start || isLonger) {
          if (Key.isHeading) enterRows();
          // A rival may have been looked at in another string after it.
          if (Strings.at > Key.value) readTo(Key.value);
          keepBase();
          Match.next = Key.value;
          return 2;
        }
        takeBest();
        return 2;
      }
      State.mode = MODE_SEARCH;
      // A statement whose values have lines of their own says where they begin.
      most = nextLook();
      if (Prefilter.nameKind != 0) noteEmpty(p, Prefilter.nameKind);
    }
    if (isDue) {
      takeBest();
      return 2;
    }
  }
  resetBest();
  return pendingStart() < most ? takeFirst() : 0;
}

/**
 * Makes the first pending candidate the best one, or one that starts there or before and is longer, its fragment coming
 * later: the stops within reach are tried, too. Whether that is final: the text must go so far.
 */
function isFinal(): bool {
  const waiting = Best.waiting;
  const hold = Best.hold;
  const reach = pendingStart() + word(P_TAIL);
  tryAhead(reach);
  const isChosen = chooseBest();
  Best.waiting = waiting;
  Best.hold = hold;
  if (!isChosen || mayLoseTo(waiting) || mayLoseTo(Ahead.waiting)) return false;
  return Text.final || ((reach <= Text.limit || tailHold() > Best.start) && isInKnownFrame());
}

/** Takes the first candidate that is pending. Returns 1 where more text is needed, else 2. */
function takeFirst(): u32 {
  if (!isFinal()) return 1;
  takeBest();
  return 2;
}

function takeBest(): void {
  readTo(Best.start);
  keepBase();
  State.mode = MODE_SEARCH;
  State.level = 0;
  if (Best.kind == KIND_BLOCK) {
    enterBlock(Best.rule, Best.start, Best.end);
    Match.next = Best.end;
    return;
  }
  const level = jsonLevel();
  State.level = levelAround(boundingLevel(), Best.start);
  const start = Best.start;
  keepToFrame();
  Text.floor = Best.end;
  Match.next = max(Best.end, start + 1);
  if (Best.end <= Best.start) return;
  State.rule = Best.rule;
  State.flags = Best.flags;
  if (enterQuotedGroup()) {
    Text.floor = Best.start;
    Match.next = Best.start;
    return;
  }
  if (!Best.open) State.flags |= quotesOfNumber(Best.start, Best.end, escapesOf(level));
  State.code = 0;
  measurePart(Best.start, Best.end, true, !Best.open);
  addSpan(Best.start, Best.end, Best.rule, State.flags | SPAN_FIRST | (Best.open ? 0 : SPAN_LAST));
  if (Best.open) {
    State.mode = MODE_PATTERN;
    State.step = Best.state;
  } else if (mayWrap()) {
    State.mode = MODE_WRAP_END;
  }
}

/**
 * How far the output is final when the stop at `Prefilter.at` needs more text: up to the earliest start
 * of a match that it, or any stop after it, may still become.
 */
function hold(): usize {
  const reach = <usize>word(P_TAIL);
  let frontier = min(tailHold(), pendingStart());
  if (Ahead.waiting != 0) frontier = min(frontier, Ahead.hold);
  do {
    if (Best.waiting != 0 && Best.hold < frontier) frontier = Best.hold;
    if (Best.found && Best.start < frontier) frontier = Best.start;
    if (Prefilter.isKey && Prefilter.at >= Text.floor) {
      findKey(Prefilter.at);
      // Where not even the name's frame is known, its value may be whatever stands after it.
      const value = Key.value != 0 ? Key.value : undecided() ? Prefilter.at + 1 : NONE;
      frontier = min(frontier, value);
    }
    // Nothing that starts before the frontier can stop this far after it.
    if (frontier + reach < Prefilter.at) break;
  } while (nextStop(NONE));
  State.mode = MODE_SEARCH;
  return max(frontier, Text.floor);
}
