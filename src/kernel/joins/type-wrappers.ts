// What languages enclose a value in.
import { Key } from "../names/key-state";
import { skipBlanks } from "../reading/skip";
import { skipWrapper } from "./rows";

/** So many wrappers may stand around each other. */
const MAX_WRAPPERS = 3;

/** Returns the address of the value itself, after blanks, colours and wrappers at `p`. */
export function unwrap(p: usize): usize {
  p = skipBlanks(p);
  Key.value = p;
  for (let i = 0; i < MAX_WRAPPERS; i++) {
    const inside = skipBlanks(skipWrapper(p));
    if (inside == p) break;
    p = inside;
  }
  return p;
}
