// Runs an automaton of rows over the characters after a name, and notes where rows match.
import { FORM_PERCENT, FORM_RAW, SYMBOL_LINE, SYMBOL_UNKNOWN } from "../abi";
import { COLON, COMMA, EQUALS, SPACE } from "../reading/chars";
import { Text } from "../reading/text";
import { readOnTo } from "../reading/window";
import { readyRows } from "../shapes/folded-automaton";
import { addressOf, Characters, getCharacter, jumpTo, returnTo } from "./characters";
import { isPoint, MEMO_FROM, RowMemo, recallRun, rememberRun, startPoints } from "./row-memo";
import { isInLoop, isLast, listOf, loopOf, nextState, skipLoop } from "./tagged";

/** What stands after the place of a value tells in so many characters that there is none: a longer token goes out. */
export const MAX_BEHIND: i32 = 192;

/**
 * The places where rows have matched, the last ones: address u32, list u32, how the separator before it was written u8,
 * the number of the character there u16, how often the separator is escaped u32.
 */
export const MAX_MATCHES: i32 = 32;
const MATCHES: usize = memory.data(512);

export class Matches {
  static count: i32 = 0;
}

// @inline
export function matchAt(i: i32): usize {
  return MATCHES + ((<usize>i & (MAX_MATCHES - 1)) << 4);
}

/** Whether the character is a blank that is percent-encoded: what stands after it is as long as what is encoded. */
// @inline
function isEncodedBlank(symbol: u32): bool {
  return symbol == SPACE && Characters.form == FORM_PERCENT;
}

/** Separators that are escaped more often are not told apart. */
const MAX_COUNT: u32 = 3;
const FORMS: u32 = 8;

/** What a run is remembered by after the separator that was read last: how it is written is not in the run's state. 0: it is not. */
function keyBehind(automaton: usize): usize {
  if (Characters.form == FORM_PERCENT || Characters.count > MAX_COUNT) return 0;
  return automaton + 1 + <u32>Characters.form + Characters.count * FORMS;
}

/** Runs `automaton` over at most `most` characters from `start` on, and notes where rows match. */
export function runForward(start: usize, automaton: usize, most: i32): void {
  readyRows(automaton);
  Matches.count = 0;
  returnTo(start);
  startPoints();
  let form: i32 = FORM_RAW;
  let count: u32 = 0;
  let hasSeparator = false;
  let key = automaton;
  let state: u32 = 1;
  for (let i = 0; i < most; i++) {
    if (Matches.count == 1 && most > i + MAX_BEHIND) most = i + MAX_BEHIND;
    const p = addressOf(i);
    if (i >= MEMO_FROM && isPoint(p) && key != 0) {
      if (recallRun(key, state, p, i)) {
        state = RowMemo.state;
        i += RowMemo.count;
        if (state == 0 || i >= most) return rememberRun(key, RowMemo.to, state, i);
        jumpTo(i, RowMemo.to);
      }
    }
    const loop = loopOf(automaton, state);
    const start = addressOf(i);
    if (loop != 0 && form != FORM_PERCENT && isInLoop(automaton, loop, start)) {
      let next = skipLoop(automaton, loop, start, min(start + <usize>(most - i), Text.limit));
      readOnTo(next);
      // What matches in it does so after a word's last letter only.
      if (listOf(automaton, state) != 0) next--;
      if (next > start) {
        i += <i32>(next - start);
        jumpTo(i, next);
        if (i >= most) break;
      }
    }
    const isEnd = addressOf(i) >= Text.limit;
    if (isEnd && isLast(automaton, state)) return;
    if (!getCharacter(i)) return;
    let symbol = Characters.symbol;
    // What is percent-encoded after a separator that is not, `a=%3Db`, is the value's.
    const isMore = Characters.form == FORM_PERCENT && (form != FORM_PERCENT || Characters.count > count);
    // And a blank that is not ends what is: `a%3A HTTP/1.1`.
    const isOver =
      form == FORM_PERCENT && Characters.form == FORM_RAW && (symbol == SPACE || symbol == SYMBOL_LINE);
    if (hasSeparator && (isMore || isOver)) {
      symbol = SYMBOL_UNKNOWN;
    } else if (symbol == COLON || symbol == EQUALS || symbol == COMMA || isEncodedBlank(symbol)) {
      const own = keyBehind(automaton);
      if (own != key) {
        if (!hasSeparator) rememberRun(key, addressOf(i), state, i);
        startPoints();
        key = own;
      }
      hasSeparator = true;
      form = Characters.form;
      count = Characters.count;
    }
    const from = state;
    state = nextState(automaton, state, symbol);
    if (state == 0) return rememberRun(key, Characters.next, 0, i);
    const list = listOf(automaton, state);
    if (list != 0) {
      rememberRun(key, addressOf(i), from, i);
      const slot = matchAt(Matches.count);
      store<u32>(slot, <u32>Characters.next);
      store<u32>(slot, <u32>list, 4);
      store<u8>(slot, form, 8);
      store<u16>(slot, i + 1, 10);
      store<u32>(slot, count, 12);
      Matches.count++;
    }
    if (isEnd) return;
  }
  rememberRun(key, addressOf(most), state, most);
}
