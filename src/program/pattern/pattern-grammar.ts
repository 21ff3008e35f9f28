import { type ByteSet, bytesWhere, foldCase, singleByte } from "./byte-set.ts";
import { readClass } from "./pattern-class.ts";
import { refuse } from "./pattern-error.ts";
import { isSurrogate, readEscape } from "./pattern-escape.ts";
import { readGroupOpening } from "./pattern-group.ts";
import { alternate, concat, EMPTY, type Node, repeat } from "./pattern-node.ts";
import { readRepeat } from "./pattern-repeat.ts";

/** Groups within groups; a rule has two or three, and the parser's own stack must not be the limit. */
const MAX_DEPTH = 100;

/** The capture group. `node` is in the tree, closed, so that it can be found there; `body` is what it holds. */
export interface Capture {
  readonly node: Node;
  readonly body: Node;
  readonly position: number;
}

/** Where the parser is: the only thing here that changes. */
interface Cursor {
  readonly source: string;
  at: number;
  depth: number;
  capture: Capture | undefined;
}

const notNewline = bytesWhere((byte) => byte !== 0x0a);

/** Reads a whole pattern. The capture group may still stand where it is not allowed. */
export function parseNode(
  source: string,
  ignoreCase: boolean,
): { readonly root: Node; readonly capture: Capture | undefined } {
  const flagged = source.startsWith("(?i)");
  const cursor: Cursor = { source, at: flagged ? 4 : 0, depth: 0, capture: undefined };
  const root = parseAlternation(cursor, ignoreCase || flagged);
  if (cursor.at < source.length) refuse(source, cursor.at, "unmatched )", "write \\) for a parenthesis");
  return { root, capture: cursor.capture };
}

function parseAlternation(cursor: Cursor, ignoreCase: boolean): Node {
  const branches = [parseSequence(cursor, ignoreCase)];
  while (cursor.source[cursor.at] === "|") {
    cursor.at += 1;
    branches.push(parseSequence(cursor, ignoreCase));
  }
  return alternate(branches);
}

function parseSequence(cursor: Cursor, ignoreCase: boolean): Node {
  const items: Node[] = [];
  while (cursor.at < cursor.source.length && !"|)".includes(cursor.source[cursor.at]!)) {
    const from = cursor.at;
    const atom = parseAtom(cursor, ignoreCase);
    const times = readRepeat(cursor.source, cursor.at);
    if (times === undefined) {
      items.push(atom);
      continue;
    }
    if (atom.kind === "look" && cursor.source[from] !== "(") {
      const text = cursor.source.slice(from, times.end);
      refuse(
        cursor.source,
        from,
        `repeat of a boundary ${text}`,
        "a boundary holds or not; leave the repeat out",
      );
    }
    items.push(repeat(atom, times.min, times.max));
    cursor.at = times.end;
  }
  return concat(items, cursor.capture?.node);
}

function parseAtom(cursor: Cursor, ignoreCase: boolean): Node {
  const { source, at } = cursor;
  switch (source[at]) {
    case "(":
      return parseGroup(cursor, ignoreCase);
    case "[": {
      const { set, end } = readClass(source, at, ignoreCase);
      cursor.at = end;
      return { kind: "set", set };
    }
    case "\\":
      return parseEscape(cursor, ignoreCase);
    case ".":
      cursor.at += 1;
      return { kind: "set", set: notNewline };
    case "^":
      cursor.at += 1;
      return { kind: "look", look: "line-start" };
    case "$":
      cursor.at += 1;
      return { kind: "look", look: "line-end" };
    default:
      return parseCharacter(cursor, ignoreCase);
  }
}

function parseGroup(cursor: Cursor, ignoreCase: boolean): Node {
  const { source, at: position } = cursor;
  const opening = readGroupOpening(source, position);
  if (opening.captures && cursor.capture !== undefined) {
    refuse(
      source,
      position,
      "second capture group (…)",
      "a pattern has one capture group, at the top level; write (?:…) where nothing is captured",
    );
  }
  if (cursor.depth === MAX_DEPTH) {
    refuse(source, position, `group more than ${MAX_DEPTH} deep`, "take some of the groups away");
  }
  // Claimed before the inside is read, so that a capture within a capture is a second one.
  const node: { kind: "concat"; items: Node[] } = { kind: "concat", items: [] };
  if (opening.captures) cursor.capture = { node, body: EMPTY, position };
  cursor.at = opening.end;
  cursor.depth += 1;
  const body = parseAlternation(cursor, ignoreCase || opening.ignoreCase);
  cursor.depth -= 1;
  if (source[cursor.at] !== ")")
    refuse(source, position, "group (… that is not closed", "write ) after it, or \\( for a parenthesis");
  cursor.at += 1;
  if (!opening.captures) return body;
  node.items.push(body);
  cursor.capture = { node, body, position };
  return node;
}

function parseEscape(cursor: Cursor, ignoreCase: boolean): Node {
  const escaped = readEscape(cursor.source, cursor.at);
  cursor.at = escaped.end;
  switch (escaped.kind) {
    case "look":
      return { kind: "look", look: escaped.look };
    case "set":
      return { kind: "set", set: escaped.set };
    case "byte":
      return byteNode(escaped.byte, ignoreCase);
    case "character":
      return characterNode(escaped.codePoint, ignoreCase);
  }
}

function parseCharacter(cursor: Cursor, ignoreCase: boolean): Node {
  const { source, at } = cursor;
  if (readRepeat(source, at) !== undefined) {
    refuse(source, at, `repeat ${source[at]} of nothing`, `write \\${source[at]} for the character itself`);
  }
  const codePoint = source.codePointAt(at)!;
  if (isSurrogate(codePoint)) refuse(source, at, "lone surrogate", "it has no UTF-8 bytes; leave it out");
  cursor.at += codePoint > 0xffff ? 2 : 1;
  return characterNode(codePoint, ignoreCase);
}

function characterNode(codePoint: number, ignoreCase: boolean): Node {
  return concat(utf8(codePoint).map((byte) => byteNode(byte, ignoreCase)));
}

function byteNode(byte: number, ignoreCase: boolean): Node {
  const set = ignoreCase ? inEitherCase(byte) : asWritten(byte);
  return { kind: "set", set };
}

/** One set for each byte, of which what is worked out once is known everywhere. */
function perByte(make: (byte: number) => ByteSet): (byte: number) => ByteSet {
  const sets: ByteSet[] = [];
  return (byte) => {
    sets[byte] ??= make(byte);
    return sets[byte];
  };
}

const asWritten = perByte(singleByte);
const inEitherCase = perByte((byte) => foldCase(singleByte(byte)));

/** By hand, as the core has no Node and no DOM types, so no `TextEncoder`. */
function utf8(codePoint: number): readonly number[] {
  const low = (shift: number) => 0x80 | ((codePoint >> shift) & 0x3f);
  if (codePoint < 0x80) return [codePoint];
  if (codePoint < 0x800) return [0xc0 | (codePoint >> 6), low(0)];
  if (codePoint < 0x10000) return [0xe0 | (codePoint >> 12), low(6), low(0)];
  return [0xf0 | (codePoint >> 18), low(12), low(6), low(0)];
}
