import { type ByteSet, bytesWhere, complement, isDigit, isSpace, isWord } from "./byte-set.ts";
import { refuse } from "./pattern-error.ts";
import type { Look } from "./pattern-node.ts";

/** What a backslash and the characters after it stand for; `end` is the offset after them. */
export type Escape = { readonly end: number } & (
  | { readonly kind: "byte"; readonly byte: number }
  | { readonly kind: "character"; readonly codePoint: number }
  | { readonly kind: "set"; readonly set: ByteSet }
  | { readonly kind: "look"; readonly look: Look }
);

const CONTROLS = new Map([..."nrtfv0"].map((letter, index) => [letter, [10, 13, 9, 12, 11, 0][index]!]));

const LOOKS: ReadonlyMap<string, Look> = new Map([
  ["b", "word-boundary"],
  ["B", "not-word-boundary"],
]);

const digits = bytesWhere(isDigit);
const words = bytesWhere(isWord);
const spaces = bytesWhere(isSpace);
const SETS: ReadonlyMap<string, ByteSet> = new Map([
  ["d", digits],
  ["D", complement(digits)],
  ["w", words],
  ["W", complement(words)],
  ["s", spaces],
  ["S", complement(spaces)],
]);

/** Reads the escape whose backslash is at `at`. */
export function readEscape(source: string, at: number): Escape {
  const letter = source[at + 1] ?? "";
  const end = at + 2;
  const set = SETS.get(letter);
  if (set !== undefined) return { kind: "set", set, end };
  const look = LOOKS.get(letter);
  if (look !== undefined) return { kind: "look", look, end };
  if (letter === "x") return readByte(source, at);
  if (letter === "u") return readUnicode(source, at);
  if (/[1-9]/.test(letter)) {
    refuse(source, at, `backreference \\${letter}`, "no linear-time automaton has it; spell the text out");
  }
  const control = CONTROLS.get(letter);
  if (control !== undefined && !(letter === "0" && /[0-9]/.test(source[end] ?? ""))) {
    return { kind: "byte", byte: control, end };
  }
  if (/[!-/:-@[-`{-~ ]/.test(letter)) return { kind: "byte", byte: letter.charCodeAt(0), end };
  return refuseEscape(source, at, letter);
}

function readByte(source: string, at: number): Escape {
  const hex = /^[0-9A-Fa-f]{2}/.exec(source.slice(at + 2, at + 4))?.[0];
  if (hex === undefined) return refuse(source, at, "incomplete escape \\x", "write two hex digits, \\x2e");
  return { kind: "byte", byte: Number.parseInt(hex, 16), end: at + 4 };
}

function readUnicode(source: string, at: number): Escape {
  const first = codeUnit(source, at);
  if (first === undefined)
    return refuse(source, at, "incomplete escape \\u", "write four hex digits, \\u00e9");
  const second = codeUnit(source, at + 6) ?? 0;
  const text = String.fromCharCode(first, second);
  const codePoint = text.codePointAt(0)!;
  if (isSurrogate(codePoint)) {
    refuse(source, at, "lone surrogate \\u", "write both halves of the pair, \\ud83d\\ude00");
  }
  return { kind: "character", codePoint, end: codePoint > 0xffff ? at + 12 : at + 6 };
}

export function isSurrogate(codePoint: number): boolean {
  return codePoint >= 0xd800 && codePoint <= 0xdfff;
}

function codeUnit(source: string, at: number): number | undefined {
  const hex = /^\\u([0-9A-Fa-f]{4})/.exec(source.slice(at, at + 6))?.[1];
  return hex === undefined ? undefined : Number.parseInt(hex, 16);
}

const REFUSED: readonly (readonly [letters: string, construct: string, mend: string])[] = [
  ["pP", "unicode property", "patterns match bytes; list the ASCII characters in a class"],
  ["k", "named backreference", "no linear-time automaton has it; spell the text out"],
  ["AzZG", "input anchor", "a log has lines, not one input; write ^ or $ for the ends of a line"],
  ["0", "octal escape", "write \\xHH"],
  ["c", "control escape", "write \\xHH"],
];

function refuseEscape(source: string, at: number, letter: string): never {
  if (letter === "") refuse(source, at, "backslash with nothing after it", "write \\\\ for a backslash");
  const [, construct, mend] = REFUSED.find(([letters]) => letters.includes(letter)) ?? [
    "",
    "unknown escape",
    "escape punctuation only; write \\xHH for a byte and \\uHHHH for a character",
  ];
  return refuse(source, at, `${construct} \\${letter}`, mend);
}
