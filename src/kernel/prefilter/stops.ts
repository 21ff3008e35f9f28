// Goes from stop to stop, where a rule's fragment or a name's last letters may end (`block-stops.ts`), and tries the
// shapes there. False stops are allowed, a missed one never is. The shapes may be tried ahead of the names, to see whether
// another match comes before the one that was found; each stop is tried once.
import { P_SLOW, PLACES_BLOCKS, STOPS_SIZE } from "../abi";
import { CASE_OF_4 } from "../reading/chars";
import { word } from "../reading/program-view";
import { Text } from "../reading/text";
import { openWindow } from "../reading/window";
import {
  Ahead,
  aheadPlace,
  aheadPlaceOf,
  aheadStart,
  Best,
  clearAhead,
  dropAhead,
  moveAhead,
  NONE,
  noteWaitingAhead,
  pushAhead,
  resetBest,
  storeAhead,
  takeAhead,
} from "../shapes/candidate";
import { Behind } from "../shapes/quick-tests";
import { blockOf, findStops, hasStops, headsAt, OF_THREE, stopsOf } from "./block-stops";
import { bitmapAt, innerIn, Places, wordsIn } from "./candidate-ends";
import { firstJoint, firstTag } from "./link-entries";
import { endsName } from "./name-ends";
import {
  Block,
  closeBefore,
  KIND_FOUR,
  KIND_JOINT,
  KIND_PLAIN,
  KIND_SLOW,
  KIND_TAG,
  KIND_THREE,
  KIND_WORD,
  kindAt,
  openBlock,
  openNext,
} from "./open-block";
import { isKnownEmpty, leastKnown, limitKnown, noteEmpty } from "./stop-memo";
import { tryEntries, tryFragment, trySlow } from "./try-fragment";

export class Prefilter {
  /** The stop that is looked at. */
  static at: usize = 0;
  /** A key name may end there. */
  static isKey: bool = false;
  /** A shape that starts there needs more text. */
  static waiting: bool = false;
  /** The shapes at all stops in front of it have been tried, from where the search began. */
  static tried: usize = 0;
  /** Names are looked for after that: the next one from `from` on, or, where it is not smaller, at `name`. */
  static isBehind: bool = false;
  static from: usize = 0;
  static name: usize = 0;
  /** The stop that is looked at was tried before. */
  static wasAhead: bool = false;
  /** The kind of the stop, if nothing but a name may be there, else 0. */
  static nameKind: u32 = 0;
}

/**
 * Begins at `p`, whatever its alignment. Where the shapes from there on have been tried, only names are looked for,
 * up to where the shapes got.
 */
export function startPrefilter(p: usize): void {
  Prefilter.name = 0;
  Prefilter.at = p;
  if (p < Prefilter.tried && p >= Places.begin) {
    dropAhead(p);
    tryOvertaken();
    if (!Ahead.isLost) {
      Prefilter.isBehind = true;
      Prefilter.from = p;
      return;
    }
  }
  clearAhead();
  Prefilter.isBehind = false;
  Prefilter.tried = p;
  Block.at = p;
  Block.open = 0;
  if (p >= Text.limit) return;
  if (p < Places.begin || p >= Places.end) findStops(p);
  openBlock(blockOf(p));
  closeBefore(p);
}

/** What was found belongs to another text. */
export function resetPrefilter(): void {
  Places.end = 0;
  Prefilter.tried = 0;
  clearAhead();
}

/** Goes on to the next block that has a stop and begins before `most` or there. */
function nextBlock(most: usize): bool {
  const mayBeSlow = word(P_SLOW) != 0;
  let p = Block.at + 64;
  while (p < Text.limit && p <= most) {
    if (p >= Places.end) {
      // The blocks in which names are still looked for stay.
      const from = Prefilter.isBehind ? blockOf(Prefilter.from) : p;
      if (p - from >= <usize>(PLACES_BLOCKS - 1) * 64) break;
      findStops(from);
    }
    const end = most < Places.end ? most + 1 : Places.end;
    for (let stops = stopsOf(p); p < end; p += 64, stops += STOPS_SIZE) {
      if (mayBeSlow || hasStops(stops)) {
        openNext(p);
        return true;
      }
    }
  }
  // Asked again, it is to go on from here, not from before the blocks that are known now.
  Block.at = p - 64;
  return false;
}

/**
 * Goes on to the next stop where something may be: a shape, which is then the best candidate, or a name. False: there
 * is none up to the limit, or to `most`: without that, a table of short rows was searched to its end for each of them.
 */
export function nextStop(most: usize): bool {
  if (Prefilter.isBehind && nextKnown()) return true;
  const least = leastKnown();
  const limit = limitKnown();
  do {
    // In variables of its own: those that are static are read from memory, and written there.
    let open = Block.open;
    const block = Block.at;
    for (; open != 0; open &= open - 1) {
      const i = ctz(open);
      const p = block + <usize>i;
      const kind = kindAt(i);
      if (p >= least && p < limit && isKnownEmpty(p, kind)) continue;
      Block.open = open;
      openWindow(p);
      resetBest();
      tryNext(p, kind);
      const isKey = (kind & KIND_WORD) != 0 && endsName(p);
      if (!isKey && !Best.found && Best.waiting == 0) {
        noteEmpty(p, kind);
      } else {
        Prefilter.nameKind = Best.found || Best.waiting != 0 ? 0 : kind;
        Prefilter.isKey = isKey;
        Prefilter.waiting = Best.waiting != 0 && (!Best.found || Best.waiting <= Best.start);
        Prefilter.at = p;
        Prefilter.tried = p + 1;
        Prefilter.wasAhead = false;
        return true;
      }
    }
    Block.open = 0;
  } while (nextBlock(most));
  return false;
}

/** The same up to where the shapes have been tried; false: there the search for names has caught up. */
function nextKnown(): bool {
  const name = nextName();
  const place = aheadPlace();
  const p = min(name, place);
  Prefilter.isBehind = p != NONE;
  if (p == NONE) return false;
  Prefilter.at = p;
  Prefilter.from = p + 1;
  Prefilter.nameKind = 0;
  Prefilter.isKey = name == p;
  Prefilter.waiting = false;
  Prefilter.wasAhead = place == p;
  if (place == p) takeAhead();
  else resetBest();
  return true;
}

/** Where a name may end next after where the shapes have been tried, or NONE. */
function nextName(): usize {
  if (Prefilter.name >= Prefilter.from) return Prefilter.name;
  const seen: u64 = (Prefilter.from - Places.begin) & 63;
  let skipped = ~(<u64>0) << seen;
  for (let block = blockOf(Prefilter.from); block <= Block.at; block += 64) {
    const fours = load<u64>(stopsOf(block));
    const i = bitmapAt(block);
    const heads = headsAt(block, fours & innerIn(i));
    const stops = fours | load<u64>(stopsOf(block), OF_THREE);
    let names = ((stops & wordsIn(i)) | heads) & skipped;
    if (block == Block.at) names &= ~Block.open;
    skipped = ~(<u64>0);
    for (; names != 0; names &= names - 1) {
      Prefilter.name = block + <usize>ctz(names);
      if (Prefilter.name >= Prefilter.tried) break;
      if (endsName(Prefilter.name)) return Prefilter.name;
    }
  }
  Prefilter.name = NONE;
  return NONE;
}

/** The stop that is looked at is looked at again, once what starts before it has been taken. */
export function putBack(): void {
  if (Best.waiting != 0) noteWaitingAhead();
  if (Best.found && Prefilter.wasAhead) Ahead.first--;
  else if (Best.found) pushAhead(Prefilter.at);
  resetBest();
}

/**
 * Tries again the stops ahead whose best candidate starts in what was taken since: it was another's that starts after
 * that.
 */
function tryOvertaken(): void {
  const block = Block.at;
  const open = Block.open;
  let kept = Ahead.first;
  for (let i = Ahead.first; i < Ahead.end; i++) {
    if (aheadStart(i) >= Text.floor) {
      moveAhead(i, kept++);
      continue;
    }
    const place = aheadPlaceOf(i);
    openBlock(blockOf(place));
    Block.open = (<u64>1) << (place - Block.at);
    resetBest();
    tryOne();
    if (Best.waiting != 0) noteWaitingAhead();
    if (Best.found) storeAhead(kept++, place);
  }
  Ahead.end = kept;
  if (Block.at == block && Block.open == open) return;
  openBlock(block);
  Block.open = open;
}

/** Tries the shapes at the first open stop, which is at `p`, and closes it. */
// @inline
function tryNext(p: usize, kind: u32): void {
  Block.open &= Block.open - 1;
  Behind.isPlain = (kind & KIND_PLAIN) != 0;
  const last = load<u32>(p - 3) | CASE_OF_4;
  if ((kind & KIND_FOUR) != 0) tryFragment(last, p);
  if ((kind & KIND_THREE) != 0) tryFragment(last >>> 8, p);
  if ((kind & (KIND_JOINT | KIND_TAG | KIND_SLOW)) == 0) return;
  if ((kind & KIND_JOINT) != 0) tryEntries(firstJoint(), p);
  if ((kind & KIND_TAG) != 0) tryEntries(firstTag(), p);
  if ((kind & KIND_SLOW) != 0) trySlow(p);
}

/** The same, called: in the search itself, a call at each stop would cost half a percent. Returns where it was. */
function tryOne(): usize {
  const i = ctz(Block.open);
  const p = Block.at + <usize>i;
  openWindow(p);
  tryNext(p, kindAt(i));
  return p;
}

/** Tries the shapes at the stops up to `until`, ahead of the search for names. */
export function tryAhead(until: usize): void {
  if (until <= Prefilter.tried) return;
  if (!Prefilter.isBehind) {
    Prefilter.isBehind = true;
    Prefilter.from = Prefilter.at + 1;
  }
  Prefilter.name = 0;
  do {
    while (Block.open != 0) {
      if (Block.at + <usize>ctz(Block.open) >= until) {
        Prefilter.tried = until;
        return;
      }
      resetBest();
      const p = tryOne();
      if (Best.found) pushAhead(p);
      if (Best.waiting != 0) noteWaitingAhead();
    }
  } while (Block.at + 64 < until && nextBlock(NONE));
  Prefilter.tried = min(until, Block.at + 64);
}
