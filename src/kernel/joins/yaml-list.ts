// Lists of YAML under a sensitive name, an item a line. The items may be names of credentials as well
// (`secrets:` of Compose), so that only what a generator or a person's password would be is taken for one.
import { FORM_RAW } from "../abi";
import { Key } from "../names/key-state";
import { Char, isQuoteAt, readChar } from "../reading/character";
import {
  COLON,
  DOLLAR,
  DOT,
  HYPHEN,
  isDigit,
  isLetter,
  isLower,
  isUpper,
  OPEN_BRACE,
  OPEN_BRACKET,
  SLASH,
  SPACE,
  UNDERSCORE,
} from "../reading/chars";
import { skipBlanks, skipLineEnd } from "../reading/skip";
import { at } from "../reading/text";
import { endsWord } from "../values/delimiter";
import { endLine } from "../values/over-lines";

const INDENT_MOST: u32 = 64;
const ITEM_LEAST: usize = 6;
/** What tells an item stands within so many bytes. */
const ITEM_MOST: usize = 128;

/** The first item on the line after the separator that ends at `p`; 0: there is none. */
export function firstItem(p: usize): usize {
  Key.list = 0;
  if (Key.sign != COLON || Key.separator != FORM_RAW || Key.code != 0) return 0;
  const q = skipBlanks(p);
  const line = skipLineEnd(q);
  if (line == q) return 0;
  endLine(q, line);
  let indent: u32 = 0;
  while (indent < INDENT_MOST && at(line + indent) == SPACE) indent++;
  const item = itemAt(line, indent);
  if (item != 0) Key.list = indent + 1;
  return item;
}

/** The item of the line at `line`, if it is one of a list that is indented so; else 0. */
export function itemAt(line: usize, indent: u32): usize {
  for (let i: u32 = 0; i < indent; i++) if (at(line + i) != SPACE) return 0;
  if (at(line + indent) != HYPHEN || at(line + indent + 1) != SPACE) return 0;
  const item = skipBlanks(line + indent + 2);
  return looksSecret(item) ? item : 0;
}

/** One word, all that the line holds, with digits among its letters, capitals inside, or a sign that no name has. */
function looksSecret(p: usize): bool {
  const quote = isQuoteAt(p) ? Char.code : 0;
  let q = quote != 0 ? p + Char.length : p;
  const start = q;
  let digits = false;
  let letters = false;
  let humps = 0;
  let signs = false;
  let last: u32 = 0;
  for (const most = p + ITEM_MOST; q < most; q++) {
    const c = at(q);
    if (endsWord(q)) break;
    if (c == COLON || c == OPEN_BRACE || c == OPEN_BRACKET || c == SLASH || c == DOLLAR) return false; // a mapping, a path, a template
    if (isDigit(c)) digits = true;
    else if (isLetter(c)) letters = true;
    else if (c != HYPHEN && c != UNDERSCORE && c != DOT) signs = true;
    if (isLower(last) && isUpper(c)) humps++;
    last = c;
  }
  if (q - start < ITEM_LEAST || !((digits && letters) || humps > 1 || signs)) return false;
  if (q == p + ITEM_MOST) return true;
  if (quote != 0) {
    readChar(q);
    if (Char.code == quote) q += Char.length;
  }
  q = skipBlanks(q);
  return skipLineEnd(q) != q || at(q) == 0 || isQuoteAt(q);
}
