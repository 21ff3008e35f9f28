import { type Node, parsePattern } from "../../src/program/pattern.ts";
import type { ShapeRule } from "../../src/rules/rule.ts";
import { crc32Base62 } from "./crc32.ts";
import { between, pick } from "./random.ts";

/** How many more than the least an open repeat gives. */
const OPEN_EXTRA = 12;

/** Trials until what boundaries ask for has come about by chance. */
const MAX_TRIALS = 200;

/** Of the bytes that a wide set holds, the printable ones make the readable sample. */
const isPrintable = (byte: number): boolean => byte > 0x20 && byte < 0x7f;

/**
 * A random text that the whole of `pattern` matches, one character a byte. Boundaries hold for the sample
 * standing alone.
 *
 * @throws Error if the pattern matches nothing that can be found by chance
 */
export function sampleOf(pattern: string, random: () => number, ignoreCase = false): string {
  const { whole, regex } = read(pattern, ignoreCase);
  for (let trial = 0; trial < MAX_TRIALS; trial += 1) {
    const sample = textOf(whole, random);
    if (regex.test(sample)) return sample;
  }
  throw new Error(`no sample of ${pattern} in ${MAX_TRIALS} trials`);
}

/** Patterns are read once: tests take many samples of each. */
const known = new Map<string, { readonly whole: Node; readonly regex: RegExp }>();

function read(pattern: string, ignoreCase: boolean): { readonly whole: Node; readonly regex: RegExp } {
  const key = `${ignoreCase} ${pattern}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const { whole } = parsePattern(pattern, { ignoreCase });
  const parsed = { whole, regex: new RegExp(`^(?:${pattern})$`, ignoreCase ? "i" : "") };
  known.set(key, parsed);
  return parsed;
}

/** A credential as the rule describes it, with the checksum that it asks for. */
export function sampleOfRule(rule: ShapeRule, random: () => number): string {
  const sample = sampleOf(rule.pattern, random, rule.ignoreCase === true);
  if (rule.check !== "crc32-base62") return sample;
  const head = headOf(rule);
  return head + withChecksum(sample.slice(head.length, -6));
}

function withChecksum(body: string): string {
  return body + crc32Base62(body);
}

/** The literal text with which every match begins; empty where the pattern begins with a choice. */
export function headOf(rule: ShapeRule): string {
  const { whole } = read(rule.pattern, rule.ignoreCase === true);
  let head = "";
  for (const item of whole.kind === "concat" ? whole.items : [whole]) {
    if (item.kind === "look" && head === "") continue;
    const bytes = item.kind === "set" ? bytesOf(item.set) : [];
    if (bytes.length !== 1) break;
    head += String.fromCharCode(bytes[0]!);
  }
  return head;
}

/**
 * Texts that look alike and hold no credential of this rule, cut short or not: the head alone, with two
 * characters, in front of a word, at the end of a sentence, inside a name.
 */
export function nearMisses(rule: ShapeRule): readonly string[] {
  const head = headOf(rule);
  if (head.length < 2) return [];
  return [
    head,
    `${head}ab`,
    `${head} 0123456789abcdef0123456789abcdef`,
    `${head}, ${head}; (${head})`,
    `the prefix "${head}" stands for it`,
    `${head}\n${head}`,
    `my${head}id`,
  ];
}

function textOf(node: Node, random: () => number): string {
  switch (node.kind) {
    case "empty":
    case "look":
      return "";
    case "set": {
      const bytes = bytesOf(node.set);
      return String.fromCharCode(pick(bytes, random));
    }
    case "concat":
      return node.items.map((item) => textOf(item, random)).join("");
    case "alternate":
      return textOf(pick(node.items, random), random);
    case "repeat": {
      const max = node.max === Number.POSITIVE_INFINITY ? node.min + OPEN_EXTRA : node.max;
      return Array.from({ length: between(node.min, max, random) }, () => textOf(node.item, random)).join("");
    }
  }
}

const bytesBySet = new WeakMap<Uint8Array, readonly number[]>();

/** The bytes of a set, only the printable ones where there are any. */
function bytesOf(set: Uint8Array): readonly number[] {
  const before = bytesBySet.get(set);
  if (before !== undefined) return before;
  const all = [...set.keys()].filter((byte) => set[byte] === 1);
  const printable = all.filter(isPrintable);
  const bytes = printable.length > 0 ? printable : all;
  bytesBySet.set(set, bytes);
  return bytes;
}
