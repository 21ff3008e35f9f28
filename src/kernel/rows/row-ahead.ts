// What a row asks of the text from the value on, and what then ends the value in place of a quote.
import {
  FORM_PERCENT,
  FORM_RAW,
  P_AHEAD,
  PROGRAM,
  ROW_AHEAD,
  ROW_ANY_SIGNS,
  ROW_CLOSE,
  ROW_KIND,
  ROW_WORDS,
  SYMBOL_LINE,
} from "../abi";
import { ANY_SIGNS } from "../frames/any-signs";
import { WORDS } from "../frames/plain-words";
import { Key } from "../names/key-state";
import { isQuoteAt } from "../reading/character";
import { LINE_FEED } from "../reading/chars";
import { word } from "../reading/program-view";
import { ALNUM, at, is, Text } from "../reading/text";
import { readOnTo, Window } from "../reading/window";
import { Run } from "../shapes/dfa-memo";
import { readyRows } from "../shapes/folded-automaton";
import {
  addressOf,
  Characters,
  getCharacter,
  jumpTo,
  MAX_AHEAD,
  returnTo,
  startCharacters,
} from "./characters";
import { isPoint, MEMO_FROM, RowMemo, recallRun, rememberRun, startPoints } from "./row-memo";
import { isInLoop, isQuoteSymbol, listOf, loopOf, mayEndAtQuote, nextState, skipLoop } from "./tagged";

/** How the line end is written that was found ahead. */
class Ahead {
  static form: i32 = FORM_RAW;
  static count: u32 = 0;
}

// For each pattern the place from which a run of it died last, in which scan, and up to where was read, u32 each: a name
// in a string has it asked again there.
const DEAD: usize = memory.data(256 * 12, 4);

/** Whether a run of the pattern from `p` on is known to die within the text. */
function isKnownDead(dead: usize, p: usize): bool {
  const last = <usize>load<u32>(dead, 8);
  if (<usize>load<u32>(dead) != p || load<u32>(dead, 4) != Run.scan || Key.code != 0 || last >= Text.limit)
    return false;
  readOnTo(last);
  return true;
}

/** A run of the pattern from `p` on has died, and said nothing of the string around the name, which is in no quotes. */
function noteDead(dead: usize, p: usize): void {
  if (Key.code != 0 || Key.isRawValue || Window.first == 0) return;
  store<u32>(dead, <u32>p);
  store<u32>(dead, Run.scan, 4);
  store<u32>(dead, <u32>Window.last, 8);
}

/** Whether what the row asks for stands at `p`, which is the character of that `number` if no other one is. */
export function fitsAhead(row: usize, p: usize, number: i32): bool {
  const pattern = <usize>load<u8>(row, ROW_AHEAD);
  if (pattern == 0) return true;
  // Inside a word no pattern begins; a type's name is tried at each of its letters.
  readOnTo(p);
  if (p > Text.begin && is(load<u8>(p - 1), ALNUM) && is(at(p), ALNUM)) return false;
  const dead = DEAD + pattern * 12;
  if (isKnownDead(dead, p)) return false;
  const automaton: usize = PROGRAM + load<u32>(PROGRAM + word(P_AHEAD) + (pattern - 1) * 4);
  readyRows(automaton);
  returnTo(Characters.begin);
  if (number > Characters.read || addressOf(number) != p) {
    startCharacters(p);
    number = 0;
  }
  const mayEnd = Key.mayEndWithFrame;
  let state: u32 = 1;
  startPoints();
  for (let i = 0; i < MAX_AHEAD; i++) {
    let place = addressOf(number + i);
    if (i >= MEMO_FROM && isPoint(place) && recallRun(automaton, state, place, i)) {
      state = RowMemo.state;
      i += RowMemo.count;
      place = RowMemo.to;
      if (state == 0 || i >= MAX_AHEAD) {
        rememberRun(automaton, place, state, i);
        return false;
      }
      jumpTo(number + i, place);
    }
    const loop = loopOf(automaton, state);
    if (loop != 0 && isInLoop(automaton, loop, place)) {
      const next = skipLoop(automaton, loop, place, min(place + <usize>(MAX_AHEAD - i), Text.limit));
      if (next > place) {
        readOnTo(next);
        i += <i32>(next - place);
        place = next;
        jumpTo(number + i, place);
        if (i >= MAX_AHEAD) break;
      }
    }
    if (!getCharacter(number + i)) return false;
    const symbol = Characters.symbol;
    if (Key.isRawValue && Characters.form == FORM_PERCENT && isQuoteSymbol(symbol)) return false;
    const isOver = place >= Text.limit;
    if (isQuoteSymbol(symbol) && mayEndAtQuote(automaton, state)) Key.mayEndWithFrame = true;
    const from = state;
    state = nextState(automaton, state, symbol);
    if (state == 0) {
      // A quote may be the end of the name's string, which is a line's.
      const end = isQuoteAt(place) ? nextState(automaton, from, SYMBOL_LINE) : 0;
      if (end != 0 && listOf(automaton, end) != 0) Key.mayEndWithFrame = true;
      else {
        rememberRun(automaton, place, 0, i);
        if (Key.mayEndWithFrame == mayEnd) noteDead(dead, p);
      }
      return false;
    }
    if (listOf(automaton, state) != 0) {
      rememberRun(automaton, place, from, i);
      const isEscapedLine = symbol == SYMBOL_LINE && !isOver;
      Ahead.form = isEscapedLine ? Characters.form : FORM_RAW;
      Ahead.count = isEscapedLine ? Characters.count : 0;
      return true;
    }
    if (isOver) return false;
  }
  rememberRun(automaton, addressOf(number + MAX_AHEAD), state, MAX_AHEAD);
  return false;
}

/** Notes what the row says ends the value at `p`, if it has no quote. */
export function closeValue(row: usize, p: usize): void {
  if (load<u8>(row, ROW_KIND) == ROW_ANY_SIGNS) return wrapIn(ANY_SIGNS);
  const close = <u32>load<u8>(row, ROW_CLOSE);
  if (close == 0 || isQuoteAt(p)) return;
  if (load<u8>(row, ROW_KIND) == ROW_WORDS) return wrapIn(WORDS);
  Key.wrap = close;
  Key.wrapForm = close == LINE_FEED ? Ahead.form : FORM_RAW;
  Key.wrapCount = close == LINE_FEED ? Ahead.count : 0;
}

function wrapIn(code: u32): void {
  Key.wrap = code;
  Key.wrapForm = FORM_RAW;
  Key.wrapCount = 0;
}
