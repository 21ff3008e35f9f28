// What the letters and digits in a row tell: whether they are a token's, or a word of a language.
import { isDigit, isLetter, isLower, isUpper } from "../reading/chars";
import { fold, isOneOf } from "../reading/text";

/** Letters of a case, or after a capital, with a vowel among them: so many are a word of a language. */
const WORD_LEAST = 5;

/** Whether digits, small letters and capitals are in [p, end). */
export function isOfAllKinds(p: usize, end: usize): bool {
  let kinds: u32 = 0;
  for (; p < end; p++) {
    const c = <u32>load<u8>(p);
    kinds |= isDigit(c) ? 1 : isUpper(c) ? 2 : 4;
  }
  return kinds == 7;
}

/** Whether a word of a language is in the letters and digits [p, end), or a long number. */
export function isWord(p: usize, end: usize): bool {
  let run = 0;
  let vowel = false;
  let isSmall: bool = false;
  for (; p <= end; p++) {
    const c = p < end ? <u32>load<u8>(p) : 0;
    const goesOn = isLetter(c) && (run == 0 || isLower(c) == isSmall || (run == 1 && isLower(c)));
    if (!goesOn) {
      if (run >= WORD_LEAST && vowel) return true;
      run = 0;
      vowel = false;
      if (!isLetter(c)) continue;
    }
    isSmall = isLower(c);
    run++;
    if (isOneOf(fold(c), "aeiou")) vowel = true;
  }
  return false;
}
