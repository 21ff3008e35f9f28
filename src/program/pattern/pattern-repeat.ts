import { refuse } from "./pattern-error.ts";

/** How often the item before it stands; `end` is the offset after the repeat. */
export interface Repeat {
  readonly min: number;
  /** May be `Infinity`. */
  readonly max: number;
  readonly end: number;
}

/** Reads the repeat at `at`, if one stands there. */
export function readRepeat(source: string, at: number): Repeat | undefined {
  const repeat = readOne(source, at);
  if (repeat === undefined) return undefined;
  const text = source.slice(at, repeat.end);
  if (repeat.min > repeat.max)
    refuse(source, at, `repeat ${text} out of order`, "write the lower count first");
  const after = source[repeat.end];
  if (after === "?") {
    refuse(
      source,
      at,
      `lazy repeat ${text}?`,
      "matches are leftmost, then longest; leave the ? out, or narrow the class",
    );
  }
  if (after === "+") {
    refuse(source, at, `possessive repeat ${text}+`, "nothing backtracks here, so leave the + out");
  }
  if (readOne(source, repeat.end) !== undefined) {
    refuse(source, at, `repeat ${text} that is itself repeated`, "put the inner one in a group, (?:x{2}){3}");
  }
  return repeat;
}

function readOne(source: string, at: number): Repeat | undefined {
  switch (source[at]) {
    case "?":
      return { min: 0, max: 1, end: at + 1 };
    case "*":
      return { min: 0, max: Infinity, end: at + 1 };
    case "+":
      return { min: 1, max: Infinity, end: at + 1 };
    case "{":
      return readCount(source, at);
    default:
      return undefined;
  }
}

/** Engines differ on a brace that is no count (`{,3}` is text in JavaScript, a count in Python), so neither reading is taken. */
function readCount(source: string, at: number): Repeat {
  const [text, min, comma, max] = /^\{(\d{1,9})(,?)(\d{0,9})\}/.exec(source.slice(at, at + 24)) ?? [];
  if (text === undefined || min === undefined || (comma === "" && max !== "")) {
    return refuse(source, at, "brace { that is no count", "write {n}, {n,} or {n,m}, or \\{ for a brace");
  }
  const least = Number(min);
  return {
    min: least,
    max: comma === "" ? least : max === "" ? Infinity : Number(max),
    end: at + text.length,
  };
}
