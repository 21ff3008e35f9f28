import { type ByteSet, byteRange, complement, foldCase, singleByte, union } from "./byte-set.ts";
import { refuse } from "./pattern-error.ts";
import { readEscape } from "./pattern-escape.ts";

/** One member of a class: a byte, which can begin or end a range, or a set such as `\d`. */
interface Member {
  readonly set: ByteSet;
  /** Undefined for a set. */
  readonly byte?: number;
  readonly end: number;
}

/** Classes by their text: what is worked out of a set once is then known in every pattern that has it. */
const known = new Map<string, ByteSet>();
const KNOWN_MOST = 1_000;

/**
 * Reads the class whose `[` is at `at`.
 *
 * Case is folded before the class is negated: `[^a]` without case is neither `a` nor `A`.
 */
export function readClass(
  source: string,
  at: number,
  ignoreCase: boolean,
): { readonly set: ByteSet; readonly end: number } {
  const { set, end } = readMembers(source, at, ignoreCase);
  const key = `${ignoreCase}${source.slice(at, end)}`;
  const same = known.get(key);
  if (same !== undefined) return { set: same, end };
  if (known.size === KNOWN_MOST) known.clear();
  known.set(key, set);
  return { set, end };
}

function readMembers(
  source: string,
  at: number,
  ignoreCase: boolean,
): { readonly set: ByteSet; readonly end: number } {
  const negated = source[at + 1] === "^";
  const first = negated ? at + 2 : at + 1;
  const sets: ByteSet[] = [];
  let next = first;
  while (source[next] !== "]") {
    if (next >= source.length)
      refuse(source, at, "class [… that is not closed", "write ] after it, or \\[ for a bracket");
    const { set, end } = readRange(source, next);
    sets.push(set);
    next = end;
  }
  if (sets.length === 0) {
    const whole = source.slice(at, next + 1);
    refuse(source, at, `empty class ${whole}`, "write \\] for a bracket in a class, [\\s\\S] for any byte");
  }
  const set = ignoreCase ? foldCase(union(sets)) : union(sets);
  return { set: negated ? complement(set) : set, end: next + 1 };
}

/** A member, or two with `-` between; `-` is itself at an end of the class and next to a set. */
function readRange(source: string, at: number): { readonly set: ByteSet; readonly end: number } {
  const from = readMember(source, at);
  if (from.byte === undefined || source[from.end] !== "-" || (source[from.end + 1] ?? "]") === "]")
    return from;
  const to = readMember(source, from.end + 1);
  const text = source.slice(at, to.end);
  if (to.byte === undefined) refuse(source, at, `range ${text} that ends in a set`, "write \\- for a hyphen");
  const [low, high] = [from.byte, to.byte];
  if (low > high)
    refuse(source, at, `range ${text} out of order`, "write the lower end first, or \\- for a hyphen");
  return { set: byteRange(low, high), end: to.end };
}

function readMember(source: string, at: number): Member {
  if (source[at] !== "\\") {
    const posix = /^\[[:.=]\^?\w*[:.=]\]/.exec(source.slice(at, at + 20))?.[0];
    if (posix !== undefined) refuse(source, at, `POSIX class ${posix}`, "write its characters out, a-z");
    const codePoint = source.codePointAt(at)!;
    return byteMember(source, at, codePoint, at + String.fromCodePoint(codePoint).length);
  }
  const escaped = readEscape(source, at);
  switch (escaped.kind) {
    case "set":
      return escaped;
    case "byte":
      return { set: singleByte(escaped.byte), byte: escaped.byte, end: escaped.end };
    case "character":
      return byteMember(source, at, escaped.codePoint, escaped.end);
    case "look":
      return refuse(
        source,
        at,
        `boundary ${source.slice(at, escaped.end)} in a class`,
        "write \\x08 for a backspace",
      );
  }
}

function byteMember(source: string, at: number, codePoint: number, end: number): Member {
  if (codePoint > 0x7f) {
    const construct = `non-ASCII character ${source.slice(at, end)} in a class`;
    refuse(
      source,
      at,
      construct,
      "a class holds bytes; write (?:é|ü), or [\\x80-\\xff] for the bytes themselves",
    );
  }
  return { set: singleByte(codePoint), byte: codePoint, end };
}
