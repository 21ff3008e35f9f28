// Credentials known by their shape: from a fragment that the prefilter has seen to a match.
import {
  CHECK_NONE,
  DECISION_LIMIT,
  ENTRY_SIZE,
  FIRST_LISTS,
  FIRST_SIZE,
  FLAG_AT,
  FLAG_CAPTURE,
  FLAG_CHECK_DECIDES,
  FLAG_LINE,
  FLAG_OWN,
  FLAG_QUOTE,
  FLAG_RELAXED,
  KIND_BLOCK,
  P_ENTRIES,
  P_HASH,
  P_INNOCENT_MOST,
  P_SLOTS,
  P_SLOW,
  P_TAIL,
  PROGRAM,
  R_BODY_LENGTH,
  R_CHECK,
  R_DFA,
  R_FLAGS,
  R_HEAD_DFA,
  R_HEAD_LENGTH,
  R_KIND,
  R_TAIL_LENGTH,
  SLOT_SHIFT,
  SPAN_CHECK_FAILED,
  SPAN_CHECK_PASSED,
  TAG_SHIFT,
} from "../abi";
import { leavesString } from "../frames/leaves-string";
import { escapedStart } from "../reading/character";
import { BACKSLASH, DOT, LINE_FEED, RETURN } from "../reading/chars";
import { ruleAt, word } from "../reading/program-view";
import { at, Text, undecided } from "../reading/text";
import { leaveWindow, readBackTo } from "../reading/window";
import { leavesAuthority } from "./authority";
import { Best, isGuessed, isUndecided } from "./candidate";
import { passes } from "./check";
import { Run } from "./dfa-memo";
import { isEllipsis, isInnocent, isMixed, isRepeated, REPEATED } from "./placeholder";
import {
  aroundOf,
  Behind,
  holds,
  mayHoldEscape,
  mayReachAt,
  mayStart,
  mayStartLine,
  startOfUnits,
} from "./quick-tests";
import { isDead, runHead, runPattern, startState } from "./run-dfa";

/** Tries every rule that has the fragment whose last byte is at `p`; `folded` is it in lower case. */
export function tryFragment(folded: u32, p: usize): void {
  const hash = folded * word(P_HASH);
  const slot = load<u64>(PROGRAM + word(P_SLOTS) + ((hash >>> SLOT_SHIFT) << 3));
  // What stopped here may be a name: of the others, this bit tells 15 in 16 without a look at the entries.
  if (((slot >>> <u64>(16 + ((hash >>> TAG_SHIFT) & 15))) & 1) == 0) return;
  // Or parts of common words: they are known by the case of a letter or by what is behind them.
  if (((slot >>> <u64>(32 + aroundOf(p))) & 1) == 0 && Behind.isPlain) return;
  tryEntries(<u32>slot & 0xffff, p);
}

/** Tries every rule of the entries from number `first` on whose bytes are at `p`. */
export function tryEntries(first: u32, p: usize): void {
  let next = first;
  while (next != 0) {
    const entry: usize = PROGRAM + word(P_ENTRIES) + (next - 1) * ENTRY_SIZE;
    if (holds(entry, p)) {
      const rule = <u32>load<u16>(entry, 24);
      const last = p - <usize>load<u8>(entry, 28);
      const first = p - <usize>load<u8>(entry, 29);
      const needsLine = load<u8>(entry, 31) != 0;
      readBackTo(first);
      for (let start = max(first, Text.begin); start <= last; start++) {
        if (!mayStart(rule, start) || (needsLine && !mayStartLine(start))) continue;
        if (!leavesAuthority(ruleAt(rule), start, p + 1)) tryRule(rule, start);
      }
      if (mayHoldEscape(first, p)) tryEscaped(rule, entry, p, needsLine);
    }
    next = <u32>load<u16>(entry, 26);
  }
}

/** Tries the starts that are as far before the fragment in characters: escapes of one are longer. */
function tryEscaped(rule: u32, entry: usize, p: usize, needsLine: bool): void {
  const farthest = <usize>load<u8>(entry, 29);
  leaveWindow();
  for (let distance = <usize>load<u8>(entry, 28); distance <= farthest; distance++) {
    const start = startOfUnits(p, distance, word(P_TAIL));
    if (start == 0) continue;
    const isEscape = load<u8>(start) == BACKSLASH;
    if (!isEscape && p - start <= farthest) continue;
    if ((!isEscape && !mayStart(rule, start)) || (needsLine && !mayStartLine(start))) continue;
    if (!leavesAuthority(ruleAt(rule), start, p + 1)) tryRule(rule, start);
  }
}

/** Tries the rules without a fragment that can start with the byte at `p`. */
export function trySlow(p: usize): void {
  const first: usize = PROGRAM + word(P_SLOW);
  const c = <usize>at(p);
  const until = load<u16>(first + (c + 1) * 2);
  for (let i = load<u16>(first + c * 2); i < until; i++) {
    tryRule(load<u32>(first + FIRST_LISTS + <usize>i * FIRST_SIZE, 4), p);
  }
}

function tryRule(rule: u32, start: usize): void {
  const record = ruleAt(rule);
  const flags = <u32>load<u8>(record, R_FLAGS);
  // What stands before a capture group stays, so that it may have been matched already.
  if (start < Text.floor && (flags & FLAG_CAPTURE) == 0) return;
  if ((flags & FLAG_AT) != 0 && !mayReachAt(start)) return;
  const dfa: usize = PROGRAM + load<u32>(record, R_DFA);
  const first = startState(dfa, start);
  if (isDead(dfa, first, start)) return;
  Text.hitEnd = false;
  runPattern(dfa, rule, start, first);
  let end = Run.end;
  const state = Run.endState;
  const alive = Run.alive;
  // Where patience ended it, no more text says more.
  const waits = alive && Text.hitEnd;
  if (end == 0 && !alive) return;
  leaveWindow();
  if (end == 0 && !waits) return;
  if (end == 0) return wait(record, start);
  if ((flags & FLAG_RELAXED) != 0 && !alive) end = beforeDots(start, end);
  if ((flags & FLAG_RELAXED) != 0 && !isToken(record, start, end, waits)) {
    if (undecided()) wait(record, start);
    return;
  }
  const body = start + load<u16>(record, R_HEAD_LENGTH);
  if (waits && end - body < REPEATED) return wait(record, start);
  const isOwn = (flags & FLAG_OWN) != 0;
  if (!isOwn && isRepeated(body, end)) return;
  if ((flags & FLAG_CAPTURE) != 0) return offerCapture(record, rule, start, end, alive, waits, state);
  if (waits && (end - start <= word(P_INNOCENT_MOST) || end - start < checkable(record)))
    return wait(record, start);
  // A block's mark is none: `<saml:Assertion>` reads like a placeholder.
  if (!alive && load<u8>(record, R_KIND) != KIND_BLOCK && isInnocent(start, end, isOwn)) return;
  check(record, rule, start, end, load<u16>(record, R_HEAD_LENGTH), alive, state, start);
}

/** The same for a rule of which only the capture group is replaced. */
function offerCapture(
  record: usize,
  rule: u32,
  start: usize,
  end: usize,
  alive: bool,
  waits: bool,
  state: u32,
): void {
  const flags = <u32>load<u8>(record, R_FLAGS);
  const isOwn = (flags & FLAG_OWN) != 0;
  const tail = load<u16>(record, R_TAIL_LENGTH);
  const to = tail == 0 || isOwn ? end - tail : escapedStart(end - tail, start);
  // What stands behind the group has to be seen before its end is known.
  if (waits && to != end) return wait(record, start);
  const from = captureStart(record, rule, start, to, waits);
  if (waits && (from == 0 || to - from <= word(P_INNOCENT_MOST))) return wait(record, start);
  if (waits && end - start < checkable(record)) return wait(record, start);
  if (from < Text.floor || from == 0 || isInnocent(from, to, isOwn)) return;
  if (leavesString(start, from, (flags & FLAG_QUOTE) != 0)) return;
  check(record, rule, from, to, 0, alive && to == end, state, start);
}

/** The rule's check has the last word, or only tells how sure the match is. */
function check(
  record: usize,
  rule: u32,
  from: usize,
  to: usize,
  head: u32,
  alive: bool,
  state: u32,
  start: usize,
): void {
  const name = <u32>load<u8>(record, R_CHECK);
  if (name == CHECK_NONE) return offer(from, to, rule, 0, record, alive, state, start);
  const passed = passes(name, from, to, head);
  if (!passed && (load<u8>(record, R_FLAGS) & FLAG_CHECK_DECIDES) != 0) return;
  offer(from, to, rule, passed ? SPAN_CHECK_PASSED : SPAN_CHECK_FAILED, record, alive, state, start);
}

/** From this length on, a match that still goes on cannot change what its check says. */
function checkable(record: usize): usize {
  if (load<u8>(record, R_CHECK) == CHECK_NONE) return 0;
  if ((load<u8>(record, R_FLAGS) & FLAG_CHECK_DECIDES) != 0) return DECISION_LIMIT - 1;
  return <usize>load<u16>(record, R_HEAD_LENGTH) + load<u16>(record, R_BODY_LENGTH) + 1;
}

export function isCapture(rule: u32): bool {
  return (load<u8>(ruleAt(rule), R_FLAGS) & FLAG_CAPTURE) != 0;
}

function wait(record: usize, start: usize): void {
  if (Best.waiting == 0 || start < Best.waiting) Best.waiting = start;
  const hold = firstReplaced(record, start);
  if (Best.hold == 0 || hold < Best.hold) Best.hold = hold;
}

/** The first byte that a match from `start` on can replace: what stands before a capture group stays, and so do line ends. */
export function firstReplaced(record: usize, start: usize): usize {
  const flags = <u32>load<u8>(record, R_FLAGS);
  if ((flags & FLAG_CAPTURE) == 0) return start;
  let p = start + load<u16>(record, R_HEAD_LENGTH);
  if ((flags & FLAG_LINE) != 0) {
    let line = start;
    while (
      line < Text.limit &&
      load<u8>(line) != LINE_FEED &&
      load<u8>(line) != RETURN &&
      load<u8>(line) != BACKSLASH
    )
      line++;
    p = max(p, line);
  }
  while (p < Text.limit && (load<u8>(p) == LINE_FEED || load<u8>(p) == RETURN)) p++;
  return p;
}

/**
 * Takes a match into the competition. Two that start alike, one of them still growing at the text's
 * end, cannot be told apart yet: the stop has to wait, at most to the decision limit.
 */
function offer(
  start: usize,
  end: usize,
  rule: u32,
  flags: u32,
  record: usize,
  open: bool,
  state: u32,
  from: usize,
): void {
  if (Best.found) {
    if (start == Best.start && undecided() && isUndecided(end, open)) wait(record, from);
    if (start > Best.start && !(isGuessed(Best.rule) && start < Best.end && !isGuessed(rule))) return;
    if (start < Best.start && end > Best.start && isGuessed(rule) && !isGuessed(Best.rule)) return;
    if (start == Best.start && (end < Best.end || (end == Best.end && rule > Best.rule))) return;
  }
  Best.found = true;
  Best.start = start;
  Best.end = end;
  Best.rule = rule;
  Best.flags = flags;
  Best.kind = load<u8>(record, R_KIND);
  Best.open = open;
  Best.state = state;
}

/**
 * Whether the body of a relaxed match is a token: as long as it should be, or cut short by an ellipsis,
 * or at least 8 characters that mix digits with letters or cases. `npm_lifecycle` is not, `npm_aB3…` is.
 */
function isToken(record: usize, start: usize, end: usize, alive: bool): bool {
  const body = start + load<u16>(record, R_HEAD_LENGTH);
  const length = end - body;
  if (length >= <usize>load<u16>(record, R_BODY_LENGTH)) return true;
  if (length >= 8 && isMixed(body, end)) return true;
  if (alive) {
    Text.hitEnd = true;
    return false;
  }
  return length >= 3 && isEllipsis(end);
}

/** Before an ellipsis at the end of a token whose alphabet holds a dot; `end` where there is none. */
function beforeDots(start: usize, end: usize): usize {
  let p = end;
  while (p > start && end - p < 4 && load<u8>(p - 1) == DOT) p--;
  return end - p == 3 ? p : end;
}

/**
 * Where the capture group begins: behind the longest match of what stands before it that leaves it
 * something; 0 where there is none, or none yet.
 */
function captureStart(record: usize, rule: u32, start: usize, end: usize, growing: bool): usize {
  runHead(PROGRAM + load<u32>(record, R_HEAD_DFA), rule, start, end);
  return growing && Run.alive ? 0 : Run.end;
}
