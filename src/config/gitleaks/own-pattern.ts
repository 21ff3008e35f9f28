// Writes Go's patterns as those of scrubjay, of which a match is a token and what stands before it.
import type { Node, Ranges } from "./go-pattern.ts";

/** A repeat before the group of so many or more counts as one without an end: counted ones multiply the states. */
const MANY = 3;

/**
 * The patterns that together find what a pattern of Go finds.
 *
 * - Of the groups only the one that is wanted is left: it is what is replaced.
 * - What may be missing at the start is left out: a match can begin anywhere.
 * - What follows the group has one length in each: of a longer text that may follow, its first character, and the end of
 *   the line has a pattern of its own. After a token of letters and digits it is the word's end.
 *
 * - Where alternatives have groups of their own, each is a pattern. Of a group that is repeated the whole match is taken.
 *
 * @param group The number of the group that is the secret; 0 for the first one, or the whole where there is none
 * @param isWide Whether counts have no end after the group's start, too, so that there are fewer states
 */
export function ownPatterns(node: Node, group: number, isWide = false): readonly string[] {
  const wanted = group === 0 ? firstGroup(node) : group;
  const nodes = flattened(node);
  const place = nodes.findIndex((each) => hasGroup(each, wanted));
  const token = nodes[place];
  const counted = (each: Node): Node => (isWide ? withoutCounts(each, true) : each);
  if (wanted === 0 || token === undefined || token.kind === "repeat")
    return [write({ kind: "cat", nodes: withoutStart(nodes).map(counted) }, 0)];
  const [before, after] = [nodes.slice(0, place), nodes.slice(place + 1)];
  if (token.kind === "alt")
    return token.nodes.flatMap((each) =>
      ownPatterns({ kind: "cat", nodes: [...before, each, ...after] }, 0, isWide),
    );
  const head = [...withoutStart(before).map((each) => withoutCounts(each, isWide)), counted(token)];
  const tails = tailsOf(after);
  // A word's end says the same of a token of letters and digits, and is one pattern.
  const isWordEnd = tails.length > 1 && endsInWord(token);
  return (isWordEnd ? ["\\b"] : tails).map((tail) => write({ kind: "cat", nodes: head }, wanted) + tail);
}

/** Whether the last character is a letter, a digit or "_". */
function endsInWord(node: Node): boolean {
  switch (node.kind) {
    case "set":
      return node.ranges.every(
        ([from, to]) => /^\w\w$/.test(String.fromCodePoint(from, to)) && to - from < 26,
      );
    case "alt":
      return node.nodes.every(endsInWord);
    case "cat":
      return node.nodes.length > 0 && endsInWord(node.nodes.at(-1)!);
    case "repeat":
      return node.min > 0 && endsInWord(node.node);
    case "group":
      return endsInWord(node.node);
    default:
      return false;
  }
}

/** What follows each other, without what only holds it together. */
function flattened(node: Node): readonly Node[] {
  return node.kind === "cat" ? node.nodes.flatMap(flattened) : [node];
}

/** What stands after the group, as patterns of which each has one length. */
function tailsOf(nodes: readonly Node[]): readonly string[] {
  const [first, ...rest] = nodes;
  if (first === undefined) return [""];
  if (first.kind === "look") return tailsOf(rest).map((tail) => first.text + tail);
  const options = (first.kind === "alt" ? first.nodes : [first]).map(flat);
  const firsts = options.flatMap((option) => (option.kind === "set" ? [option] : []));
  const looks = options.flatMap((option) => (option.kind === "look" ? [option.text] : []));
  const one = firsts.length === 0 ? [] : [`(?:${firsts.map((set) => write(set, 0)).join("|")})`];
  return firsts.length + looks.length < options.length ? [""] : [...one, ...looks];
}

/** The first character of what an alternative matches, or what it looks for. */
function flat(node: Node): Node {
  if (node.kind === "cat" && node.nodes.length > 0) return flat(node.nodes[0]!);
  return node.kind === "repeat" && node.min > 0 ? flat(node.node) : node;
}

/** Without what may be missing at the start. */
function withoutStart(nodes: readonly Node[]): readonly Node[] {
  const from = nodes.findIndex((node) => !(node.kind === "repeat" && node.min === 0));
  return from < 0 ? [] : nodes.slice(from);
}

/** A set of more characters may lead over one value to the next: the longest match has the last one. */
const NEARLY_ANY = 90;

function isNearlyAny(node: Node): boolean {
  return node.kind === "set" && node.ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0) > NEARLY_ANY;
}

/** The least of a count stays, up to so much. */
const LEAST_MOST = 16;

/** @param isWide Whether those with a least count lose their end, too */
function withoutCounts(node: Node, isWide: boolean): Node {
  if (node.kind === "cat" || node.kind === "alt")
    return { ...node, nodes: node.nodes.map((each) => withoutCounts(each, isWide)) };
  if (node.kind === "group") return { ...node, node: withoutCounts(node.node, isWide) };
  if (node.kind !== "repeat") return node;
  const isMany =
    node.max >= MANY && node.max > node.min && (isWide || (node.min <= 1 && !isNearlyAny(node.node)));
  return {
    ...node,
    node: withoutCounts(node.node, isWide),
    min: isWide && isMany ? Math.min(node.min, LEAST_MOST) : node.min,
    max: isMany ? Number.POSITIVE_INFINITY : node.max,
  };
}

export function firstGroup(node: Node): number {
  return groupsOf(node)[0] ?? 0;
}

function groupsOf(node: Node): readonly number[] {
  switch (node.kind) {
    case "group":
      return [node.index, ...groupsOf(node.node)];
    case "cat":
    case "alt":
      return node.nodes.flatMap(groupsOf);
    case "repeat":
      return groupsOf(node.node);
    default:
      return [];
  }
}

const hasGroup = (node: Node, index: number): boolean => groupsOf(node).includes(index);

/**
 * Whether every match has one of these words, in any case.
 *
 * @param words In lower case
 */
export function hasOneOf(node: Node, words: readonly string[]): boolean {
  if (words.some((word) => word === "")) return true;
  switch (node.kind) {
    case "group":
      return hasOneOf(node.node, words);
    case "alt":
      return node.nodes.every((each) => hasOneOf(each, words));
    case "repeat":
      return node.min > 0 && hasOneOf(node.node, words);
    case "cat":
      return (
        node.nodes.some((each) => hasOneOf(each, words)) || words.some((word) => spells(node.nodes, word))
      );
    default:
      return words.some((word) => spells([node], word));
  }
}

function spells(nodes: readonly Node[], word: string): boolean {
  const text = nodes.map((node) => letterOf(node) ?? "\n").join("");
  return text.includes(word);
}

/** The one letter that a set has, whatever its case. */
function letterOf(node: Node): string | undefined {
  if (node.kind === "group") return letterOf(node.node);
  if (node.kind === "cat") {
    const { nodes } = node;
    const letters = nodes.map(letterOf);
    return letters.includes(undefined) ? undefined : letters.join("");
  }
  if (node.kind !== "set") return undefined;
  const letters = new Set(
    node.ranges.flatMap(([from, to]) =>
      from === to ? [String.fromCodePoint(from).toLowerCase()] : ["", "\n"],
    ),
  );
  return letters.size === 1 ? [...letters][0] : undefined;
}

/** The pattern as scrubjay reads it. */
export function write(node: Node, group: number): string {
  switch (node.kind) {
    case "look":
      return node.text;
    case "set":
      return writeSet(node.ranges);
    case "cat":
      return node.nodes
        .map((each) => (each.kind === "alt" ? `(?:${write(each, group)})` : write(each, group)))
        .join("");
    case "alt":
      return node.nodes.map((each) => write(each, group)).join("|");
    case "group":
      return `${node.index === group ? "(" : "(?:"}${write(node.node, group)})`;
    case "repeat": {
      const inner =
        node.node.kind === "set" || node.node.kind === "group"
          ? write(node.node, group)
          : `(?:${write(node.node, group)})`;
      return inner + (node.node.kind === "look" ? "" : countOf(node.min, node.max));
    }
  }
}

function countOf(min: number, max: number): string {
  if (max === Number.POSITIVE_INFINITY) return min === 0 ? "*" : min === 1 ? "+" : `{${min},}`;
  return min === 0 && max === 1 ? "?" : min === max ? (min === 1 ? "" : `{${min}}`) : `{${min},${max}}`;
}

const MOST_BYTE = 0xff;
const ASCII = 0x7f;

function writeSet(ranges: Ranges): string {
  const [range] = ranges;
  if (ranges.length === 1 && range![0] === range![1]) return writeCharacter(range![0]);
  // What goes beyond ASCII is any byte there: patterns are over bytes.
  const bytes = ranges.flatMap(([from, to]) =>
    from > MOST_BYTE ? [] : [[from, to > ASCII ? MOST_BYTE : to] as const],
  );
  return `[${bytes.map(([from, to]) => (from === to ? writeByte(from) : `${writeByte(from)}-${writeByte(to)}`)).join("")}]`;
}

function writeCharacter(code: number): string {
  return code > ASCII ? String.fromCodePoint(code) : writeByte(code);
}

function writeByte(code: number): string {
  const character = String.fromCharCode(code);
  return /[A-Za-z0-9_]/.test(character) ? character : `\\x${code.toString(16).padStart(2, "0")}`;
}
