// Looks for values that the host knows, in whatever form they are written: a module of its own, with a memory of its own,
// which is made only for a host that has such values. It knows nothing of rules.
//
// - A value's forms (`add`): as it is, whatever its case; in base64 at each of the three places in a group, in
//   hexadecimal. They are kept in order (`forms.ts`).
// - A text is looked at in steps (`search.ts`): every eighth or sixteenth place, as each form has what it begins with in a
//   set at as many places (`grams.ts`).
// - What is escaped, or goes on in the next line, is looked at without that (`escapes.ts`, `view.ts`).
import { BASE64, fillTables, HEX, LF, markInValues } from "./bytes";
import { searchViews } from "./escapes";
import { addForm, disown, ENCODED, FOLDED, Forms, Found, sortForms } from "./forms";
import { fillPatterns, Grams } from "./grams";
import { ENTRY, FOUND_COUNT, INPUT, PIECE, PIECE_STEP, SCRATCH, TABLES, VIEW } from "./layout";
import { clearAfter, heldInText, LONGEST, longestOf, Matches, mergeMatches, search, Text } from "./search";
import { push, resetView, View } from "./view";

/**
 * To be called once, on a memory of zeros. All sets have a power of two of words of eight bytes, given as its exponent.
 *
 * @param forms How many there is room for
 * @param end Where the memory ends
 */
export function setup(long: u32, short: u32, heads: u32, forms: u32, end: usize): void {
  fillTables();
  fillPatterns();
  let at: usize = TABLES;
  Grams.long = at;
  Grams.longSize = ((<usize>8) << long) - 8;
  at += (<usize>8) << long;
  Grams.short = at;
  Grams.shortSize = ((<usize>8) << short) - 8;
  at += (<usize>8) << short;
  Grams.heads = at;
  Grams.headsSize = ((<usize>8) << heads) - 8;
  at += (<usize>8) << heads;
  Forms.folded = at;
  Forms.most = forms;
  at += forms * ENTRY;
  Forms.encoded = at;
  at += forms * ENTRY;
  Forms.first = at;
  Forms.top = at;
  Forms.end = end;
}

/**
 * Adds the value of `length` bytes at INPUT.
 *
 * @param owner A number over 0
 * @param isWhole Whether it is the value itself, not another writing of it
 * @returns Whether there was room
 */
export function add(length: u32, owner: u32, isWhole: bool): bool {
  for (let i: u32 = 0; i < length; i++) {
    const byte: u32 = load<u8>(INPUT + i);
    markInValues(byte | (byte - 65 < 26 ? 0x20 : 0));
    if (byte == LF) Text.hasLines = true;
  }
  if (!addPieces(INPUT, length, owner, isWhole)) return false;
  // What it is without what looks like an escape in it: so are all texts looked at that hold escapes.
  resetView();
  for (let i: u32 = 0; i < length; i++) push(load<u8>(INPUT + i), INPUT + i, INPUT + i + 1);
  if (View.length == length) return true;
  for (let i: u32 = 0; i < View.length; i++) markInValues(load<u8>(VIEW + i));
  return addPieces(VIEW, View.length, owner, false);
}

function addPieces(from: usize, length: u32, owner: u32, isWhole: bool): bool {
  let at: u32 = 0;
  while (length - at > <u32>(PIECE + PIECE_STEP / 4)) {
    if (!addPiece(from + at, PIECE, owner, isWhole)) return false;
    at += PIECE_STEP;
  }
  if (at > 0) at = length - PIECE;
  return addPiece(from + at, length - at, owner, isWhole);
}

function addPiece(from: usize, length: u32, owner: u32, isWhole: bool): bool {
  if (!addForm(FOLDED, from, length, owner)) return false;
  if (!isWhole) return true;
  for (let i: u32 = 0; i < length; i++) {
    const byte: u32 = load<u8>(from + i);
    store<u8>(SCRATCH + 2 * i, load<u8>(HEX + (byte >>> 4)));
    store<u8>(SCRATCH + 2 * i + 1, load<u8>(HEX + (byte & 15)));
  }
  if (!addForm(FOLDED, SCRATCH, 2 * length, owner)) return false;
  for (let place: u32 = 0; place < 3; place++) {
    const encoded = encode(from, length, place);
    if (!addForm(ENCODED, SCRATCH, encoded, owner)) return false;
  }
  return true;
}

/** Writes what base64 makes of the bytes after `place` others, without what depends on these or on what follows. */
function encode(from: usize, length: u32, place: u32): u32 {
  const first = place == 0 ? 0 : place + 1;
  const end = (8 * (place + length)) / 6;
  for (let i = first; i < end; i++) {
    const bit = 6 * i - 8 * place;
    const at = from + (bit >>> 3);
    const bits = (((<u32>load<u8>(at)) << 8) | load<u8>(at, 1)) >>> (10 - (bit & 7));
    store<u8>(SCRATCH + i - first, load<u8>(BASE64 + (bits & 63)));
  }
  return end - first;
}

/** Makes what was added findable. */
export function finish(): void {
  sortForms();
}

export function remove(owner: u32): void {
  disown(owner);
}

/**
 * Looks at [from, limit); bytes from `begin` on are context. How many matches there are, and where they are, the host reads
 * at FOUND_COUNT and FOUND.
 *
 * @returns Up to where it is final what was found
 */
export function scan(begin: usize, from: usize, limit: usize, final: bool): usize {
  Matches.count = 0;
  Text.from = from;
  Text.limit = limit;
  clearAfter(limit);
  search(from, limit, false);
  let held = final ? limit : heldInText();
  held = min(held, searchViews(begin, final));
  mergeMatches();
  store<u32>(FOUND_COUNT, Matches.count);
  return held;
}

/** Whose form the first one is that is found in what lies at [from, limit), 0: nobody's. */
export function ownerOf(from: usize, limit: usize): u32 {
  for (let p = from; p < limit; p++)
    if (longestOf(p, <u32>min(limit - p, <usize>LONGEST)) > 0) return Found.owner;
  resetView();
  for (let p = from; p < limit; p++) push(load<u8>(p), p, p + 1);
  const end: usize = VIEW + View.length;
  for (let p: usize = VIEW; p < end; p++)
    if (longestOf(p, <u32>min(end - p, <usize>LONGEST)) > 0) return Found.owner;
  return 0;
}
