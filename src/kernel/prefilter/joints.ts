// Which of the places where a token may have its joint have what they need before and after them.
import { BACKSLASH, isDigit, isLetter, LOWER_M, PERCENT, SPACE } from "../reading/chars";
import { is, NAME, Text } from "../reading/text";

/** Letters and digits of the word in front of a token: `acme_live_…`. */
const TAG_LEAST: usize = 2;
const TAG_MOST: usize = 12;
/** So many changes of letters to digits and back are after it, within three words and some random characters. */
const TURNS_LEAST = 3;
const TURNS_WITHIN: usize = 40;
/** The shortest of these characters are so many. */
const BODY_LEAST: usize = 20;
/** Of fewer digits there are times and ports in front of a colon. */
const NUMBER_LEAST: usize = 6;

/** Those of `joints` that stand after the first word of a token, with digits among letters after them. */
export function behindTags(joints: u64, block: usize): u64 {
  let found: u64 = 0;
  for (; joints != 0; joints &= joints - 1) {
    const p = block + <usize>ctz(joints);
    if (isBehindWord(p) && turnsBehind(p)) found |= joints & (0 - joints);
  }
  return found;
}

/** Whether a word of letters, or of letters and then digits, with which a token may begin, ends before `p`. */
function isBehindWord(p: usize): bool {
  const least = max(Text.begin, p - TAG_MOST);
  let q = p;
  while (q > least && isDigit(load<u8>(q - 1))) q--;
  const letters = q;
  while (q > least && isLetter(load<u8>(q - 1))) q--;
  if (letters - q < TAG_LEAST) return false;
  const previous = q > Text.begin ? <u32>load<u8>(q - 1) : SPACE;
  return isDigit(previous) ? mayEndEscape(q) : !isLetter(previous) && !is(previous, NAME);
}

/**
 * Whether the digit before `p` may be the last but one of an escape, or of a colour code that an "m" ends. Two in three
 * joints of logs are those of ids (`4c1d98ae-…`), and each was tried from six starts.
 */
function mayEndEscape(p: usize): bool {
  if (load<u8>(p) == LOWER_M) return true;
  const bytes = v128.load(p - 16);
  const isPercent = i8x16.eq(bytes, i8x16.splat(<i8>PERCENT));
  return v128.any_true(v128.or(isPercent, i8x16.eq(bytes, i8x16.splat(<i8>BACKSLASH))));
}

/**
 * Whether a token's length of names' bytes stands after `p`, with digits right beside letters; numbers that are joined
 * (`attempt_1445062781478_0011_m_000000_0`) and words have none. That was a third of the time of some logs.
 */
function turnsBehind(p: usize): bool {
  let turns = 0;
  let last: u32 = 0;
  let q = p + 1;
  for (const most = p + TURNS_WITHIN; q <= most; q++) {
    const c = <u32>load<u8>(q);
    if (!is(c, NAME)) break;
    if (isDigit(c) ? isLetter(last) : isDigit(last) && isLetter(c)) turns++;
    if (turns >= TURNS_LEAST && q >= p + BODY_LEAST) return true;
    last = c;
  }
  return !Text.final && q >= Text.limit;
}

/** Those of `joints` that stand after a number. */
export function behindNumbers(joints: u64, block: usize): u64 {
  let found: u64 = 0;
  for (; joints != 0; joints &= joints - 1) {
    const p = block + <usize>ctz(joints);
    let q = p - 1;
    while (q >= p - NUMBER_LEAST && isDigit(load<u8>(q))) q--;
    if (q < p - NUMBER_LEAST) found |= joints & (0 - joints);
  }
  return found;
}
