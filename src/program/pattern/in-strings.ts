import { type ByteSet, byteCount, bytesWhere, singleByte } from "./byte-set.ts";
import { alternate, concat, type Node, repeat } from "./pattern-node.ts";

const BACKSLASH = 0x5c;
const backslash = singleByte(BACKSLASH);
const someBackslashes = repeat({ kind: "set", set: backslash }, 1, Number.POSITIVE_INFINITY);
const quotes = bytesOf("\"'`");
/** Controls that a string has a letter for: `\n`, `\r`, `\t`. */
const LETTERS: readonly (readonly [letter: number, control: number])[] = [
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
];
/** What a set of more bytes holds is what it leaves out of all (`[^\s]`), of fewer what it asks for (`["']`). */
const FEW = 12;
const MANY = 128;

/**
 * A pattern as it stands in a line and in strings of any depth, where quotes and line ends have backslashes in
 * front: `"` is also `\"` and `\\\"`, `\n` also `\n` written out, `[^\s]` goes on over no escaped white space. `^` and
 * `$` hold at a string's ends, too.
 */
export function escaped(node: Node): Node {
  return spelled(node, true);
}

/** What stands at the start of a match needs only its last backslash: a match may begin after the others. */
function spelled(node: Node, isFirst: boolean): Node {
  switch (node.kind) {
    case "empty":
      return node;
    case "look":
      if (node.look === "line-end") return { kind: "look", look: "string-end" };
      return node.look === "line-start" ? { kind: "look", look: "string-start" } : node;
    case "set":
      return spelledSet(node.set, isFirst);
    case "repeat":
      return repeat(spelled(node.item, false), node.min, node.max);
    case "alternate":
      return alternate(node.items.map((item) => spelled(item, isFirst)));
    case "concat": {
      const looks = node.items.findIndex((item) => item.kind !== "look");
      return concat(node.items.map((item, i) => spelled(item, isFirst && i <= looks)));
    }
  }
}

function behindBackslash(set: ByteSet): Node {
  return concat([
    { kind: "set", set: backslash },
    { kind: "set", set },
  ]);
}

function spelledSet(set: ByteSet, isFirst: boolean): Node {
  const plain: Node = { kind: "set", set };
  const count = byteCount(set);
  if (count > MANY) {
    if (set[BACKSLASH] === 0 || set[0x0a] === 1) return plain;
    const without = (bytes: string): ByteSet =>
      bytesWhere((byte) => set[byte] === 1 && !bytes.includes(String.fromCharCode(byte)));
    const controls = LETTERS.filter(([, control]) => set[control] === 0);
    const letters = controls.map(([letter]) => String.fromCharCode(letter)).join("");
    const digits = controls.map(([, control]) => hexDigits(control)).join("");
    const escapes: readonly Node[] = [
      { kind: "set", set: without(`\\x${letters}`) },
      concat([literal("x"), { kind: "set", set: without("\\02") }]),
      concat([literal("x2"), { kind: "set", set: without(set[0x22] === 1 ? "\\" : "\\27") }]),
      concat([literal("x0"), { kind: "set", set: without(`\\${digits}`) }]),
    ];
    return alternate([{ kind: "set", set: without("\\") }, concat([someBackslashes, alternate(escapes)])]);
  }
  if (count > FEW || set[BACKSLASH] === 1) return plain;
  const isLineEnd = set[0x0a] === 1 || set[0x0d] === 1;
  const escapable = bytesWhere(
    (byte) =>
      (quotes[byte] === 1 && set[byte] === 1) ||
      (isLineEnd && LETTERS.some(([letter, control]) => letter === byte && set[control] === 1)),
  );
  const hexQuotes = hexOf(set, QUOTES);
  const hexSigns = hexOf(set, SIGNS).map((hex) => (isFirst ? hex : concat([fewBackslashes, hex])));
  const isPlain = byteCount(escapable) === 0 || (isFirst && !isLineEnd);
  if (isFirst)
    return alternate([plain, ...(isPlain ? [] : [behindBackslash(escapable)]), ...hexQuotes, ...hexSigns]);
  const controls = LETTERS.filter(([, control]) => set[control] === 1);
  const hexControls = bytesOf(controls.map(([, control]) => hexDigits(control)).join(""));
  const spellings: Node[] = [
    ...(isPlain ? [] : [{ kind: "set", set: escapable } as const]),
    ...(isLineEnd ? [concat([literal("x0"), { kind: "set", set: hexControls }])] : []),
    ...hexQuotes,
  ];
  const strings = spellings.length === 0 ? [] : [concat([someBackslashes, alternate(spellings)])];
  return alternate([plain, ...strings, ...hexSigns]);
}

/** What Gson writes as `\u0027` in JSON and nginx as `\x27`; and Go, too, as `\u003e`. */
const QUOTES = ["2", "27"] as const;
const SIGNS = ["3", "CcEe"] as const;
/** In front of a sign: as many as leave what stands after it near enough to look for. */
const fewBackslashes = repeat({ kind: "set", set: backslash }, 1, 2);

/** `u0027` for the bytes of `set` that begin with the one hexadecimal digit and end in one of the others. */
function hexOf(set: ByteSet, [first, last]: readonly [string, string]): readonly Node[] {
  // A set of separators is left alone: most of it is not escaped, and each way costs fragments.
  if (set[0x3d] === 1 || set[0x20] === 1) return [];
  const digits = [...last].filter((digit) => set[Number.parseInt(first + digit, 16)] === 1);
  if (digits.length === 0) return [];
  const head = first === QUOTES[0] ? alternate([literal("u00"), literal("x")]) : literal("u00");
  return [concat([head, literal(first), { kind: "set", set: bytesOf(digits.join("")) }])];
}

/** The last digit of a control below 16, in both cases. */
function hexDigits(control: number): string {
  const digit = control.toString(16);
  return `${digit}${digit.toUpperCase()}`;
}

function literal(text: string): Node {
  return concat([...text].map((c): Node => ({ kind: "set", set: bytesOf(c) })));
}

function bytesOf(text: string): ByteSet {
  return bytesWhere((byte) => text.includes(String.fromCharCode(byte)));
}
