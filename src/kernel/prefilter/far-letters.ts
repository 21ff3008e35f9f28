// Letters beyond ASCII: where words of other scripts end, also where their letters are escapes.
import { WIDE_SIGN } from "../abi";
import { BACKSLASH, CASE, DIGIT_7, isAscii, isLower, LOWER_U, LOWER_X, PERCENT } from "../reading/chars";
import { ALNUM, ESCAPES, FAR_ESCAPES, Far, LETTERS, LOWER, signs } from "./bitmaps";

/** A wide colon is EF BC 9A, a wide equals sign EF BC 9D. */
const WIDE_MIDDLE: i8 = <i8>0xbc;
const WIDE_COLON_END: i8 = <i8>0x9a;
const WIDE_EQUALS_END: i8 = <i8>0x9d;

/**
 * The last bytes of words in other scripts (`пароль:`, `密码：`) in the block at `p`, whose class bitmaps are `i` bytes
 * from their begin: those over 127 in front of ASCII that is no small letter, and what stands in
 * front of a wide colon or equals sign.
 */
export function farEnds(p: usize, i: usize): u64 {
  const far = farIn(p);
  const small = load<u64>(LETTERS + i) & load<u64>(LOWER + i);
  const c = <u32>load<u8>(p + 64);
  const behind: u64 = isLower(c) || !isAscii(c) ? 1 : 0;
  const ends = far & ~(((far | small) >>> 1) | (behind << 63));
  return ends | ((far | load<u64>(ALNUM + i)) & wideSigns(p + 1));
}

/** The first two letters of ASCII after a byte over 127 in the block at `p` that no small letter follows: `contraseñaEu`. */
export function farInner(p: usize, i: usize): u64 {
  const letters = load<u64>(LETTERS + i);
  const small = letters & load<u64>(LOWER + i);
  const first = letters & ((farIn(p) << 1) | <u64>(load<u8>(p - 1) >>> 7));
  const isFirst = !isAscii(load<u8>(p - 2)) && isLetter(load<u8>(p - 1));
  const second = letters & ((first << 1) | (isFirst ? 1 : 0));
  const next: u64 = isLower(load<u8>(p + 64)) ? 1 : 0;
  return (first | second) & ~((small >>> 1) | (next << 63));
}

// @inline
function isLetter(c: u32): bool {
  return isLower(c | CASE);
}

/** Bytes over 127. */
function farIn(p: usize): u64 {
  return signs(v128.load(p), v128.load(p, 16), v128.load(p, 32), v128.load(p, 48));
}

/** Where a wide colon or equals sign begins, or may begin where the text ends. */
function wideSigns(p: usize): u64 {
  const zero = i8x16.splat(0);
  let found: u64 = 0;
  for (let i: usize = 0; i < 64; i += 16) {
    const second = v128.load(p + i, 1);
    const third = v128.load(p + i, 2);
    const isSign = v128.or(
      i8x16.eq(third, i8x16.splat(WIDE_COLON_END)),
      v128.or(i8x16.eq(third, i8x16.splat(WIDE_EQUALS_END)), i8x16.eq(third, zero)),
    );
    const goesOn = v128.or(
      v128.and(i8x16.eq(second, i8x16.splat(WIDE_MIDDLE)), isSign),
      i8x16.eq(second, zero),
    );
    const first = i8x16.eq(v128.load(p + i), i8x16.splat(<i8>WIDE_SIGN));
    found |= (<u64>(<u32>i8x16.bitmask(v128.and(first, goesOn)))) << (<u64>i);
  }
  return found;
}

/** Notes the ends of escapes in the blocks from the one in front of `p` on, as many as `count` and it. */
export function readFarEscapes(p: usize, count: usize): void {
  let four: u64 = 0;
  let three: u64 = 0;
  let two: u64 = 0;
  Far.escapes = 0;
  for (let i: usize = 0; i <= count; i++) {
    const at = i << 3;
    const escapes = load<u64>(ESCAPES + at);
    let ends: u64 = (four >>> 59) | (three >>> 61) | (two >>> 62);
    four = three = two = 0;
    // Most escapes are of quotes.
    if ((escapes & ((load<u64>(ALNUM + at) >>> 1) | (load<u64>(ALNUM + at + 8) << 63))) != 0) {
      const block = p - 64 + (i << 6);
      four = escapesOf(block, 0) & escapes;
      three = escapesOf(block, 1) & escapes;
      two = escapesOf(block, 2) & escapes;
      ends |= (four << 5) | (three << 3) | (two << 2);
    }
    store<u64>(FAR_ESCAPES + at, ends);
    Far.escapes |= ends;
  }
}

/** Where `\u` (0), `\x8` to `\xf` (1) and `%8` to `%f` (2) stand in the 64 bytes at `p`, and some others. */
// @inline
function escapesOf(p: usize, form: i32): u64 {
  let found: u64 = 0;
  for (let i: usize = 0; i < 64; i += 16) {
    const first = i8x16.eq(v128.load(p + i), i8x16.splat(<i8>(form == 2 ? PERCENT : BACKSLASH)));
    const letter = i8x16.eq(v128.load(p + i, 1), i8x16.splat(<i8>(form == 0 ? LOWER_U : LOWER_X)));
    const digit = i8x16.gt_u(v128.load(p + i + (form == 2 ? 1 : 2)), i8x16.splat(<i8>DIGIT_7));
    const is = form == 0 ? letter : form == 1 ? v128.and(letter, digit) : digit;
    found |= (<u64>(<u32>i8x16.bitmask(v128.and(first, is)))) << (<u64>i);
  }
  return found;
}
