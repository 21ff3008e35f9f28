// Where a value ends, whatever it is.
import { ITEM, TYPED, WORDS } from "../frames/plain-words";
import { State } from "../reading/state";
import { lineEnd, typedEnd, wordsEnd } from "./line-end";
import { quotedEnd } from "./quoted-end";
import { bareEnd, LINE, Value } from "./text-end";

export function valueEnd(p: usize): usize {
  Value.resume = 0;
  if (State.code == 0) return bareEnd(p);
  if (State.code == LINE) return lineEnd(p);
  if (State.code == WORDS) return wordsEnd(p);
  if (State.code == TYPED || State.code == ITEM) return typedEnd(p);
  return quotedEnd(p);
}
