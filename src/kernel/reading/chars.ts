// The names of characters, and the kinds of ASCII ones.

export const TAB: u32 = 9;
export const LINE_FEED: u32 = 10;
export const RETURN: u32 = 13;
export const ESCAPE: u32 = 0x1b;
export const SPACE: u32 = 0x20;
export const EXCLAMATION: u32 = 0x21; // !
export const QUOTE: u32 = 0x22; // "
export const NUMBER_SIGN: u32 = 0x23; // #
export const DOLLAR: u32 = 0x24; // $
export const PERCENT: u32 = 0x25; // %
export const AMPERSAND: u32 = 0x26; // &
export const APOSTROPHE: u32 = 0x27; // '
export const OPEN_PAREN: u32 = 0x28; // (
export const CLOSE_PAREN: u32 = 0x29; // )
export const ASTERISK: u32 = 0x2a; // *
export const PLUS: u32 = 0x2b; // +
export const COMMA: u32 = 0x2c; // ,
export const HYPHEN: u32 = 0x2d; // -
export const DOT: u32 = 0x2e; // .
export const SLASH: u32 = 0x2f; // /
export const DIGIT_0: u32 = 0x30;
export const DIGIT_1: u32 = 0x31;
export const DIGIT_2: u32 = 0x32;
export const DIGIT_3: u32 = 0x33;
export const DIGIT_5: u32 = 0x35;
export const DIGIT_6: u32 = 0x36;
export const DIGIT_7: u32 = 0x37;
export const DIGIT_9: u32 = 0x39;
export const COLON: u32 = 0x3a; // :
export const SEMICOLON: u32 = 0x3b; // ;
export const LESS: u32 = 0x3c; // <
export const EQUALS: u32 = 0x3d; // =
export const GREATER: u32 = 0x3e; // >
export const QUESTION: u32 = 0x3f; // ?
export const AT_SIGN: u32 = 0x40; // @
export const AT: u32 = 0x40; // @
export const UPPER_A: u32 = 0x41;
export const UPPER_F: u32 = 0x46;
export const UPPER_K: u32 = 0x4b;
export const UPPER_X: u32 = 0x58;
export const UPPER_P: u32 = 0x50;
export const UPPER_Z: u32 = 0x5a;
export const OPEN_BRACKET: u32 = 0x5b; // [
export const BACKSLASH: u32 = 0x5c; // \
export const CLOSE_BRACKET: u32 = 0x5d; // ]
export const CARET: u32 = 0x5e; // ^
export const UNDERSCORE: u32 = 0x5f; // _
export const BACKTICK: u32 = 0x60; // `
export const LOWER_A: u32 = 0x61;
export const LOWER_B: u32 = 0x62;
export const LOWER_C: u32 = 0x63;
export const LOWER_E: u32 = 0x65;
export const LOWER_F: u32 = 0x66;
export const LOWER_L: u32 = 0x6c;
export const LOWER_M: u32 = 0x6d;
export const LOWER_N: u32 = 0x6e;
export const LOWER_R: u32 = 0x72;
export const LOWER_P: u32 = 0x70;
export const LOWER_S: u32 = 0x73;
export const LOWER_T: u32 = 0x74;
export const LOWER_U: u32 = 0x75;
export const LOWER_V: u32 = 0x76;
export const LOWER_X: u32 = 0x78;
export const LOWER_Z: u32 = 0x7a;
export const OPEN_BRACE: u32 = 0x7b; // {
export const BAR: u32 = 0x7c; // |
export const CLOSE_BRACE: u32 = 0x7d; // }
export const TILDE: u32 = 0x7e; // ~
export const DELETE: u32 = 0x7f;

export const ELLIPSIS: u32 = 0x2026; // …
export const ARROW: u32 = 0x2192; // →
export const IDEOGRAPHIC_COMMA: u32 = 0x3001; // 、
export const IDEOGRAPHIC_STOP: u32 = 0x3002; // 。
export const CLOSE_CORNER: u32 = 0x300d; // 」
export const CLOSE_LENTICULAR: u32 = 0x3011; // 】
export const WIDE_CLOSE_PAREN: u32 = 0xff09; // ）
export const WIDE_COMMA: u32 = 0xff0c; // ，
export const WIDE_COLON: u32 = 0xff1a; // ：
export const WIDE_SEMICOLON: u32 = 0xff1b; // ；
export const WIDE_EQUALS: u32 = 0xff1d; // ＝
export const BOX_BAR: u32 = 0x2502; // │
export const BOX_LOW_CORNER: u32 = 0x2514; // └
export const BOX_HEAVY_BAR: u32 = 0x2503; // ┃
export const BOX_CORNER: u32 = 0x250c; // ┌

/** The bit by which an ASCII letter's two cases differ, and that of two and of four letters. */
export const CASE: u32 = 0x20;
export const CASE_OF_2: u32 = 0x2020;
export const CASE_OF_4: u32 = 0x20202020;

// @inline
export function isDigit(c: u32): bool {
  return c - DIGIT_0 < 10;
}

// @inline
export function isUpper(c: u32): bool {
  return c - UPPER_A < 26;
}

// @inline
export function isLower(c: u32): bool {
  return c - LOWER_A < 26;
}

/** Whether `c` is one of Unicode's box-drawing characters. */
// @inline
export function isBox(c: u32): bool {
  return c >= 0x2500 && c < 0x2580;
}

// @inline
export function isLetter(c: u32): bool {
  return isLower(c | CASE);
}

/** Whether `c` is one of the characters that end a line. */
// @inline
export function isNewline(c: u32): bool {
  return c == LINE_FEED || c == RETURN;
}

// @inline
export function isPrintable(c: u32): bool {
  return c >= SPACE && c <= TILDE;
}

// @inline
export function isAscii(c: u32): bool {
  return c < 0x80;
}
