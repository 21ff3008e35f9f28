// What stands in a row in the place of a state of the row that it is told by.
import { By, Own } from "./automaton";
import {
  ACCEPT,
  BY_STEP,
  C_ACCEPTS,
  C_IS_DEAD,
  C_IS_LATER,
  C_IS_LATEST,
  C_IS_NEW,
  C_IS_OLDER,
  C_IS_SELF,
  C_IS_TURNED,
  C_KEEPS,
  C_OLD,
  C_OLDER,
  C_SAME,
  NEW,
  NUMBER,
  STATE,
} from "./contexts";
import { nextBit, nextNumber } from "./decoder";
import { NEW_FROM, NEW_NUMBERS, PARTNERED, TURNED } from "./memory";
import { half, setWord, word } from "./words";

/** Returns what most likely stands in the place of `there`. */
export function predict(there: u32): u32 {
  const state = there & STATE;
  if (By.kind != BY_STEP || state == 0) return there;
  const own = half(PARTNERED, state);
  if (own != 0) return own | (there & ACCEPT);
  let known: u32 = 0;
  while (known < By.news && word(NEW_FROM, known) != state) known++;
  return NEW | known | (there & ACCEPT);
}

/** Returns a state, of a new one NEW and its number in the row; and ACCEPT. */
export function nextState(state: u32, predicted: u32, there: u32, role: u32): u32 {
  const context = Own.context + role;
  if (nextBit(context + C_SAME + By.kind * 8) != 0) return noted(predicted, there);
  const accept = nextBit(Own.context + C_ACCEPTS + role * 2 + ((predicted >>> 15) & 1)) << 15;
  if (accept != (predicted & ACCEPT) && nextBit(context + C_KEEPS) != 0) {
    return noted(predicted ^ ACCEPT, there);
  }
  const isInStep: u32 = By.kind == BY_STEP ? 8 : 0;
  const turned = isInStep != 0 ? 0 : half(TURNED, there & STATE);
  if (turned > 0 && turned != (predicted & ~ACCEPT) && nextBit(context + C_IS_TURNED) != 0) {
    return turned | accept;
  }
  const next = NEW | By.news;
  if (nextBit(context + C_IS_NEW + isInStep) != 0) return noted(next | accept, there);
  if (nextBit(context + C_IS_DEAD) != 0) return accept;
  if (nextBit(context + C_IS_SELF) != 0) return state | accept;
  if (By.news > 0 && nextBit(context + C_IS_LATEST) != 0) return (next - 1) | accept;
  if (By.news > 1 && nextBit(context + C_IS_OLDER) != 0) {
    return NEW | nextNumber(Own.context + C_OLDER) | accept;
  }
  const isLater = nextBit(context + C_IS_LATER) != 0;
  const distance = nextNumber(Own.context + C_OLD + role * NUMBER) + 1;
  return (isLater ? state + distance : state - distance) | accept;
}

/** Returns `value`; notes where it stands if it is the row's next new state. */
function noted(value: u32, there: u32): u32 {
  if ((value & NEW) != 0 && (value & STATE) == By.news) {
    setWord(NEW_FROM, By.news, there & STATE);
    setWord(NEW_NUMBERS, By.news, 0);
    By.news++;
  }
  return value;
}
