// The head of a COPY of PostgreSQL, whose rows stand on the lines after it, a tab between their values:
//
//   COPY public.users (id, email, password) FROM stdin;
//   7	ann@shop.example	marzipan-otter-4
//   \.
import { FORM_RAW } from "../abi";
import { HEADING_MOST } from "../reading/bounds";
import { COLUMNS_MOST, skipSpaces } from "../reading/cell";
import { Char, isQuote, readChar } from "../reading/character";
import { CLOSE_PAREN, COMMA, OPEN_PAREN, SEMICOLON } from "../reading/chars";
import { skipLineEnd } from "../reading/skip";
import { at, is, isText, NAME, undecided } from "../reading/text";
import { isSecretColumn } from "./placeholders";

/** The head that was read. */
export class Copied {
  static columns: u32 = 0;
  static secret: u32 = 0;
  /** The name of its first secret column ends here. */
  static name: usize = 0;
  /** The escape of its line end. */
  static escapes: u32 = 0;
}

/** Returns the address after the line of the head at `p`, 0 if none with a secret column is there. */
export function skipCopyHead(p: usize): usize {
  if (!isText(p, "COPY ")) return 0;
  const most = p + HEADING_MOST;
  while (p < most && at(p) != OPEN_PAREN) {
    if (at(p) == 0 || skipLineEnd(p) != p) return 0;
    p++;
  }
  Copied.columns = 0;
  Copied.secret = 0;
  do {
    p = skipSpaces(p + 1);
    const end = nameEnd(p, most);
    if (end == 0) return 0;
    if (Copied.columns < COLUMNS_MOST && isSecretColumn(end)) {
      if (Copied.secret == 0) Copied.name = end;
      Copied.secret |= 1 << Copied.columns;
    }
    Copied.columns++;
    readChar(end);
    p = skipSpaces(isQuote(Char.code) ? end + Char.length : end);
  } while (at(p) == COMMA);
  if (at(p) != CLOSE_PAREN || !isText(p + 1, " FROM stdin") || Copied.secret == 0 || Copied.columns < 2)
    return 0;
  p += " FROM stdin".length + 1;
  if (at(p) == SEMICOLON) p++;
  readChar(p);
  Copied.escapes = Char.form == FORM_RAW ? 0 : Char.count;
  const line = skipLineEnd(p);
  return line == p || undecided() ? 0 : line;
}

/** Returns the end of the column's name at `p`, in its quotes or without, or 0. */
function nameEnd(p: usize, most: usize): usize {
  readChar(p);
  if (isQuote(Char.code)) p += Char.length;
  const start = p;
  while (p < most && is(at(p), NAME)) p++;
  return p > start && p < most ? p : 0;
}
