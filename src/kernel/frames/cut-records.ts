// Records of a container's runtime, which cuts a line of the program at 8 or 16 KB and says so: the value that the cut
// divides goes on in the next record.
//
//   2026-03-02T09:14:01.118Z stdout P … password=marzipan-
//   2026-03-02T09:14:01.118Z stdout F otter-4 …
//   {"log":"… password=marzipan-","stream":"stdout","time":"…"}      (a line that is whole ends in \n)
//   {"log":"otter-4 …\n","stream":"stdout","time":"…"}
import { LIST_RECORD, LIST_STREAM } from "../abi-words";
import { RECORD_HEAD_MOST, RECORD_REST_MOST } from "../reading/bounds";
import {
  COLON,
  COMMA,
  HYPHEN,
  isDigit,
  LINE_FEED,
  OPEN_BRACE,
  QUOTE,
  RETURN,
  SPACE,
  UPPER_F,
  UPPER_P,
} from "../reading/chars";
import { at, is, isOneOf, WORD } from "../reading/text";
import { lengthOfListed } from "../reading/trie";

export class Head {
  /** The record whose head was read goes on in the next one. */
  static isCut: bool = false;
}

/** The address after a record's head at `p`, its time, its stream and whether it is whole; `p`: there is none. */
export function skipHead(p: usize): usize {
  Head.isCut = false;
  if (!isDigit(at(p)) || at(p + 4) != HYPHEN) return p;
  let q = p;
  for (const most = p + RECORD_HEAD_MOST; q < most && (is(at(q), WORD) || isOneOf(at(q), "-:.+")); ) q++;
  if (at(q) != SPACE) return p;
  const stream = lengthOfListed(LIST_STREAM, q + 1);
  if (stream == 0) return p;
  q += 1 + stream;
  const c = at(q + 1);
  if (at(q) != SPACE || (c != UPPER_P && c != UPPER_F) || at(q + 2) != SPACE) return p;
  Head.isCut = c == UPPER_P;
  return q + 3;
}

/** The address in the next line, after its record's head, of the line that ends at `p`; `p`: there is no such record. */
export function skipToNext(p: usize): usize {
  const line = at(p) == RETURN ? p + 1 : p;
  if (at(line) != LINE_FEED) return p;
  const q = skipHead(line + 1);
  return q == line + 1 ? p : q;
}

/** The address in the next record's text, where the text of the one in JSON ends at the quote at `p`; or `p`. */
export function skipToNextText(p: usize): usize {
  if (at(p) != QUOTE || at(p + 1) != COMMA) return p;
  let q = skipName(p + 2);
  if (q == 0 || at(q) != QUOTE) return p;
  const stream = lengthOfListed(LIST_STREAM, q + 1);
  if (stream == 0 || at(q + 1 + stream) != QUOTE || at(q + 2 + stream) != COMMA) return p;
  q = skipName(q + 3 + stream);
  if (q == 0) return p;
  for (const most = q + RECORD_REST_MOST; q < most && at(q) != LINE_FEED; ) q++;
  if (at(q) != LINE_FEED || at(q + 1) != OPEN_BRACE) return p;
  q = skipName(q + 2);
  return q == 0 || at(q) != QUOTE ? p : q + 1;
}

/** The address after the name of a record's member and its colon at `p`; 0: there is none. */
function skipName(p: usize): usize {
  const length = at(p) == QUOTE ? lengthOfListed(LIST_RECORD, p + 1) : 0;
  if (length == 0 || at(p + 1 + length) != QUOTE || at(p + 2 + length) != COLON) return 0;
  return p + 3 + length;
}
