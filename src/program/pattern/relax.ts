import { type ByteSet, byteCount, bytesWhere, union } from "./byte-set.ts";
import { concat, type Length, lengthOf, type Node } from "./pattern-node.ts";

/** A token's shape without its length: what it begins with, and what it goes on with. */
export interface RelaxedPattern {
  /** The distinctive start, `gh[pousr]_`; boundaries are left out, as tokens are found inside runs too. */
  readonly prefix: Node;
  /** Of the prefix, in bytes. */
  readonly prefixLength: Length;
  /** Every byte that the rest can hold. */
  readonly alphabet: ByteSet;
  /** Length of the shortest rest, in bytes. */
  readonly bodyMin: number;
}

/** Bytes of a set that still tells a vendor, `gh[pousr]_`; a digit of ten does not. */
const MAX_CHOICES = 6;

/** Shorter prefixes are in any text. */
const MIN_PREFIX = 3;

/** Printable ASCII but the quotes: bytes past which a token cannot go on. */
const tokenBytes = bytesWhere(
  (byte) => byte > 0x20 && byte < 0x7f && !"\"'`".includes(String.fromCharCode(byte)),
);

/**
 * Splits a vendor token's pattern into its literal head and the rest, so that the token is also found
 * cut short or longer than stated. Undefined if the head is not distinctive or the rest is no run of
 * token characters.
 */
export function relaxPattern(node: Node): RelaxedPattern | undefined {
  const items = (node.kind === "concat" ? node.items : [node]).filter(({ kind }) => kind !== "look");
  const found = items.findIndex((item) => !isDistinctive(item));
  const bodyStart = found < 0 ? items.length : found;
  const prefix = concat(items.slice(0, bodyStart));
  const body = concat(items.slice(bodyStart));
  const prefixLength = lengthOf(prefix);
  const sets = setsOf(body);
  if (prefixLength.min < MIN_PREFIX || sets.length === 0) return undefined;
  const alphabet = union(sets);
  if (alphabet.some((member, byte) => member > tokenBytes[byte]!)) return undefined;
  return { prefix, prefixLength, alphabet, bodyMin: lengthOf(body).min };
}

/** Single bytes and small sets, and sequences, alternations and bounded repeats of them. */
function isDistinctive(node: Node): boolean {
  switch (node.kind) {
    case "empty":
      return true;
    case "look":
      return false;
    case "set":
      return byteCount(node.set) <= MAX_CHOICES;
    case "concat":
    case "alternate":
      return node.items.every(isDistinctive);
    case "repeat":
      return node.max !== Infinity && isDistinctive(node.item);
  }
}

function setsOf(node: Node): readonly ByteSet[] {
  switch (node.kind) {
    case "set":
      return [node.set];
    case "concat":
    case "alternate":
      return node.items.flatMap(setsOf);
    case "repeat":
      return setsOf(node.item);
    default:
      return [];
  }
}
