// Where a value ends, whatever it is.
import { HOST_CLOSE } from "../abi";
import { lineEnd } from "./line-end";
import { State } from "../reading/state";
import { LINE, Value, bareEnd, hostEnd, quotedEnd } from "./text-end";

export function valueEnd(p: usize): usize {
  Value.resume = 0;
  if (State.code == 0) return bareEnd(p);
  if (State.code == HOST_CLOSE) return hostEnd(p);
  if (State.code == LINE) return lineEnd(p);
  return quotedEnd(p);
}
