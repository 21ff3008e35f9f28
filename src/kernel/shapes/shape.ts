// Credentials known by their shape: from where a match may start to a candidate.
import {
  CHECK_ISSUED,
  CHECK_NONE,
  DECISION_LIMIT,
  FLAG_AT,
  FLAG_CAPTURE,
  FLAG_CHECK_DECIDES,
  FLAG_LINE,
  FLAG_OWN,
  FLAG_QUOTE,
  FLAG_RELAXED,
  FLAG_TO_QUOTE,
  KIND_BLOCK,
  P_INNOCENT_MOST,
  PROGRAM,
  R_BODY_LENGTH,
  R_CHECK,
  R_DFA,
  R_FLAGS,
  R_HEAD_DFA,
  R_HEAD_LENGTH,
  R_KIND,
  R_TAIL_LENGTH,
  SPAN_CHECK_FAILED,
  SPAN_CHECK_PASSED,
} from "../abi";
import { leavesString } from "../frames/leaves-string";
import { escapeBefore, escapedStart, startBefore } from "../reading/character";
import { BACKSLASH, DOT, LINE_FEED, RETURN } from "../reading/chars";
import { ruleAt, word } from "../reading/program-view";
import { Text, undecided } from "../reading/text";
import { leaveWindow, readOnTo } from "../reading/window";
import { Best, isGuessed, isUndecided } from "./candidate";
import { passes } from "./check";
import { isRejected, noteRejected, Run } from "./dfa-memo";
import { endInQuotes } from "./in-frame";
import { isMixed } from "./kinds";
import { ELLIPSIS_MOST, isEllipsis, isInnocent, isRepeated, REPEATED } from "./placeholder";
import { mayReachAt } from "./quick-tests";
import { isDead, runHead, runPattern, startState } from "./run-dfa";

/** Returns whether the rule matches nothing from `start` on, in this scan. */
export function tryRule(rule: u32, start: usize): bool {
  const record = ruleAt(rule);
  const flags = <u32>load<u8>(record, R_FLAGS);
  // What stands before a capture group stays, so that it may have been matched already.
  if (start < Text.floor && (flags & FLAG_CAPTURE) == 0) return true;
  if ((flags & FLAG_AT) != 0 && !mayReachAt(start)) return true;
  const dfa: usize = PROGRAM + load<u32>(record, R_DFA);
  const first = startState(dfa, start);
  if (isDead(dfa, first, start)) return true;
  if (isRejected(rule, start)) return true;
  Text.hitEnd = false;
  runPattern(dfa, rule, start, first);
  // What dies at once costs no more than to remember it.
  if (Run.end == 0 && !Run.alive) return !Text.hitEnd;
  if (offerMatch(record, rule, start)) return false;
  if (!Text.hitEnd) noteRejected(rule, start);
  return !Text.hitEnd;
}

/** Returns whether what `Run` has matched from `start` on is a candidate, or may become one. */
function offerMatch(record: usize, rule: u32, start: usize): bool {
  const flags = <u32>load<u8>(record, R_FLAGS);
  let end = Run.end;
  const state = Run.endState;
  const alive = Run.alive;
  // Where patience ended it, no more text says more.
  const waits = alive && Text.hitEnd;
  readOnTo(end + ELLIPSIS_MOST);
  if (end == 0) return waits && wait(record, start);
  if ((flags & FLAG_RELAXED) != 0 && !alive) end = beforeDots(start, end);
  if ((flags & FLAG_RELAXED) != 0 && !isToken(record, start, end, waits))
    return undecided() && wait(record, start);
  const body = start + load<u16>(record, R_HEAD_LENGTH);
  if (waits && end - body < REPEATED) return wait(record, start);
  const isOwn = (flags & FLAG_OWN) != 0;
  if (!isOwn && isRepeated(body, end)) return false;
  if ((flags & FLAG_CAPTURE) != 0) return offerCapture(record, rule, start, end, alive, waits, state);
  if (waits && (end - start <= word(P_INNOCENT_MOST) || end - start < checkable(record)))
    return wait(record, start);
  // Of what looks like a token of nobody known, nearly all fails the check, which takes less time than the question for placeholders.
  if (!alive && load<u8>(record, R_CHECK) == CHECK_ISSUED && !passes(CHECK_ISSUED, start, end, 0)) {
    leaveWindow();
    return false;
  }
  // A block's mark is none: `<saml:Assertion>` reads like a placeholder.
  if (!alive && load<u8>(record, R_KIND) != KIND_BLOCK && isInnocent(start, end, isOwn)) return false;
  return check(record, rule, start, end, load<u16>(record, R_HEAD_LENGTH), alive, state, start);
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
): bool {
  const flags = <u32>load<u8>(record, R_FLAGS);
  leaveWindow();
  const isOwn = (flags & FLAG_OWN) != 0;
  const tail = load<u16>(record, R_TAIL_LENGTH);
  const to = tail == 0 || isOwn ? end - tail : captureEnd(end, tail, start);
  // What stands after the group has to be seen before its end is known.
  if (waits && to != end) return wait(record, start);
  const from = captureStart(record, rule, start, to, waits);
  // What stands before the group may go on, too: then what follows is no group's, and a word ends it.
  if (Run.alive) state = 0;
  if (waits && (from == 0 || to - from <= word(P_INNOCENT_MOST))) return wait(record, start);
  if (waits && end - start < checkable(record)) return wait(record, start);
  if (from < Text.floor || from == 0) return false;
  const hitEnd = Text.hitEnd;
  Text.hitEnd = false;
  // A quote's first word tells nothing of the others: `-p 'it is so'`.
  const last = (flags & FLAG_TO_QUOTE) != 0 ? endInQuotes(from, to) : to;
  if (undecided()) return wait(record, start);
  const leaves =
    (last != 0 && isInnocent(from, last, isOwn)) || leavesString(start, from, (flags & FLAG_QUOTE) != 0);
  const isOpen = undecided();
  Text.hitEnd = isOpen || hitEnd;
  if (leaves) return false;
  if (isOpen) return wait(record, start);
  return check(record, rule, from, to, 0, alive && to == end, state, start);
}

/** Where the group ends that `tail` characters follow: `&u=`, which may be escaped. */
function captureEnd(end: usize, tail: usize, start: usize): usize {
  if (end - escapeBefore(end) < ESCAPE_LEAST) return escapedStart(end - tail, start);
  let to = end;
  for (let i: usize = 0; i < tail && to > start; i++) to = startBefore(to);
  return to;
}

/** `%3d` or more, and no line end that is written out. */
const ESCAPE_LEAST: usize = 3;

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
): bool {
  leaveWindow();
  const name = <u32>load<u8>(record, R_CHECK);
  const passed = name != CHECK_NONE && passes(name, from, to, head);
  if (name != CHECK_NONE && !passed && (load<u8>(record, R_FLAGS) & FLAG_CHECK_DECIDES) != 0) return false;
  const flags = name == CHECK_NONE ? 0 : passed ? SPAN_CHECK_PASSED : SPAN_CHECK_FAILED;
  offer(from, to, rule, flags, record, alive, state, start);
  return true;
}

/** From this length on, a match that still goes on cannot change what its check says. */
function checkable(record: usize): usize {
  if (load<u8>(record, R_CHECK) == CHECK_NONE) return 0;
  if ((load<u8>(record, R_FLAGS) & FLAG_CHECK_DECIDES) != 0) return DECISION_LIMIT - 1;
  return <usize>load<u16>(record, R_HEAD_LENGTH) + load<u16>(record, R_BODY_LENGTH) + 1;
}

/** Only more text decides what starts at `start`. Returns true. */
function wait(record: usize, start: usize): bool {
  if (Best.waiting == 0 || start < Best.waiting) Best.waiting = start;
  const hold = firstReplaced(record, start);
  if (Best.hold == 0 || hold < Best.hold) Best.hold = hold;
  return true;
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
 * Where the capture group begins: after the longest match of what stands before it that leaves it
 * something; 0 where there is none, or none yet.
 */
function captureStart(record: usize, rule: u32, start: usize, end: usize, growing: bool): usize {
  runHead(PROGRAM + load<u32>(record, R_HEAD_DFA), rule, start, end);
  return growing && Run.alive ? 0 : Run.end;
}
