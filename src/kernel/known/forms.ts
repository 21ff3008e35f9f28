// The forms of all values, in order, so that what begins with given bytes is found by halving.
import { FOLD, STANDARD } from "./bytes";
import { addForms, countForm } from "./grams";
import { ENTRY, FORM_HEAD, FORM_LEAST } from "./layout";

/** Forms of which case does not matter, and those in base64. */
export const FOLDED: u32 = 0;
export const ENCODED: u32 = 1;

export class Forms {
  /** Where the first form is stored, and the next one. */
  static first: usize = 0;
  static top: usize = 0;
  static end: usize = 0;
  static folded: usize = 0;
  static foldedCount: u32 = 0;
  static foldedSorted: u32 = 0;
  static encoded: usize = 0;
  static encodedCount: u32 = 0;
  static encodedSorted: u32 = 0;
  /** How many entries there is room for in each index. */
  static most: u32 = 0;
}

// @inline
function indexOf(kind: u32): usize {
  return kind == FOLDED ? Forms.folded : Forms.encoded;
}

// @inline
function countOf(kind: u32): u32 {
  return kind == FOLDED ? Forms.foldedCount : Forms.encodedCount;
}

// @inline
function tableOf(kind: u32): usize {
  return kind == FOLDED ? FOLD : STANDARD;
}

// @inline
function formAt(kind: u32, i: u32): usize {
  return load<u32>(indexOf(kind) + i * ENTRY, 8);
}

// @inline
function lengthOf(form: usize): u32 {
  return load<u32>(form, 4);
}

/** Stores a form; what is too short is none. Returns whether there was room. */
export function addForm(kind: u32, from: usize, length: u32, owner: u32): bool {
  if (length < <u32>FORM_LEAST) return true;
  const count = countOf(kind);
  if (count == Forms.most || Forms.top + FORM_HEAD + length > Forms.end) return false;
  const form = Forms.top;
  const table = tableOf(kind);
  store<u32>(form, owner);
  store<u32>(form, length, 4);
  for (let i: u32 = 0; i < length; i++) store<u8>(form + FORM_HEAD + i, load<u8>(table + load<u8>(from + i)));
  Forms.top += FORM_HEAD + length;
  const entry = indexOf(kind) + count * ENTRY;
  store<u64>(entry, keyOf(form + FORM_HEAD, length, FOLD_NOTHING));
  store<u32>(entry, <u32>form, 8);
  if (kind == FOLDED) Forms.foldedCount++;
  else Forms.encodedCount++;
  countForm(length);
  return true;
}

const FOLD_NOTHING: usize = 0;

/** The first eight bytes as a number whose order is theirs; what is missing is 0. */
function keyOf(text: usize, length: u32, table: usize): u64 {
  let key: u64 = 0;
  for (let i: u32 = 0; i < 8; i++) {
    const byte: u32 = i < length ? load<u8>(text + i) : 0;
    key = (key << 8) | (table == FOLD_NOTHING ? byte : load<u8>(table + byte));
  }
  return key;
}

/** Makes the forms that were added findable: puts them in order, and what they begin with into the sets. */
export function sortForms(): void {
  sortKind(FOLDED, Forms.foldedSorted);
  sortKind(ENCODED, Forms.encodedSorted);
  Forms.foldedSorted = Forms.foldedCount;
  Forms.encodedSorted = Forms.encodedCount;
  addForms(Forms.first, Forms.top);
}

/** A few new ones are put in place one by one. */
const FEW: u32 = 64;

function sortKind(kind: u32, sorted: u32): void {
  const index = indexOf(kind);
  const count = countOf(kind);
  if (count - sorted > FEW) {
    sortRange(index, 0, count);
    return;
  }
  for (let i = sorted; i < count; i++) {
    const entry = index + i * ENTRY;
    const key = load<u64>(entry);
    const form = load<u32>(entry, 8);
    let low: u32 = 0;
    let high = i;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(key, form, index + middle * ENTRY)) high = middle;
      else low = middle + 1;
    }
    memory.copy(index + (low + 1) * ENTRY, index + low * ENTRY, (i - low) * ENTRY);
    store<u64>(index + low * ENTRY, key);
    store<u32>(index + low * ENTRY, form, 8);
  }
}

/** Whether a form comes before that of an entry. */
function isBefore(key: u64, form: usize, entry: usize): bool {
  const other = load<u64>(entry);
  if (key != other) return key < other;
  return isFormBefore(form, load<u32>(entry, 8));
}

function isFormBefore(a: usize, b: usize): bool {
  const length = min(lengthOf(a), lengthOf(b));
  for (let i: u32 = 8; i < length; i++) {
    const x: u32 = load<u8>(a + FORM_HEAD + i);
    const y: u32 = load<u8>(b + FORM_HEAD + i);
    if (x != y) return x < y;
  }
  return lengthOf(a) < lengthOf(b);
}

/** Heapsort: whatever is given, in n log n steps. */
function sortRange(index: usize, first: u32, count: u32): void {
  for (let i = count >>> 1; i > first; i--) sink(index, i - 1, count);
  for (let end = count; end > 1; end--) {
    swap(index, index + (end - 1) * ENTRY);
    sink(index, 0, end - 1);
  }
}

function sink(index: usize, at: u32, count: u32): void {
  let parent = at;
  for (;;) {
    let child: u32 = 2 * parent + 1;
    if (child >= count) return;
    const entry = index + child * ENTRY;
    if (child + 1 < count && isBefore(load<u64>(entry), load<u32>(entry, 8), entry + ENTRY)) child++;
    const above = index + parent * ENTRY;
    if (!isBefore(load<u64>(above), load<u32>(above, 8), index + child * ENTRY)) return;
    swap(above, index + child * ENTRY);
    parent = child;
  }
}

function swap(a: usize, b: usize): void {
  const entry = v128.load(a);
  v128.store(a, v128.load(b));
  v128.store(b, entry);
}

/** How many bytes a form and a text have in common. */
function commonLength(form: usize, text: usize, length: u32, table: usize): u32 {
  const most = min(length, lengthOf(form));
  let i: u32 = 0;
  while (i < most && load<u8>(form + FORM_HEAD + i) == load<u8>(table + load<u8>(text + i))) i++;
  return i;
}

/** How many forms do not come after the text, in order. */
function upTo(kind: u32, text: usize, length: u32): u32 {
  const table = tableOf(kind);
  const index = indexOf(kind);
  const key = keyOf(text, length, table);
  let low: u32 = 0;
  let high = countOf(kind);
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = load<u64>(index + middle * ENTRY);
    if (other < key || (other == key && !isAfter(formAt(kind, middle), text, length, table)))
      low = middle + 1;
    else high = middle;
  }
  return low;
}

function isAfter(form: usize, text: usize, length: u32, table: usize): bool {
  const common = commonLength(form, text, length, table);
  if (common == lengthOf(form)) return false;
  if (common == length) return true;
  return load<u8>(form + FORM_HEAD + common) > load<u8>(table + load<u8>(text + common));
}

/** The length of the longest form that the text begins with, 0: none. */
export function longestForm(kind: u32, text: usize, most: u32): u32 {
  const table = tableOf(kind);
  for (let length = most; length >= <u32>FORM_LEAST; ) {
    let i = upTo(kind, text, length);
    if (i == 0) return 0;
    const common = commonLength(formAt(kind, i - 1), text, length, table);
    if (common < lengthOf(formAt(kind, i - 1))) {
      length = common;
      continue;
    }
    // Several values may have one form.
    for (; i > 0 && lengthOf(formAt(kind, i - 1)) == common; i--) {
      const form = formAt(kind, i - 1);
      if (commonLength(form, text, common, table) < common) break;
      if (load<u32>(form) == 0) continue;
      Found.owner = load<u32>(form);
      return common;
    }
    length = common - 1;
  }
  return 0;
}

/** Whose form was found last. */
export class Found {
  static owner: u32 = 0;
}

/** Whether a form begins with the text and goes on. */
export function isFormStart(kind: u32, text: usize, length: u32): bool {
  const table = tableOf(kind);
  const count = countOf(kind);
  for (let i = upTo(kind, text, length); i < count; i++) {
    const form = formAt(kind, i);
    if (commonLength(form, text, length, table) < length) return false;
    if (load<u32>(form) != 0) return true;
  }
  return false;
}

/** Makes the forms of an owner nobody's. */
export function disown(owner: u32): void {
  disownKind(FOLDED, owner);
  disownKind(ENCODED, owner);
}

function disownKind(kind: u32, owner: u32): void {
  for (let i: u32 = 0; i < countOf(kind); i++)
    if (load<u32>(formAt(kind, i)) == owner) store<u32>(formAt(kind, i), 0);
}
