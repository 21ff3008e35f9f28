import { parsePattern } from "../../src/program/pattern/pattern.ts";
import type { Node } from "../../src/program/pattern/pattern-node.ts";
import type { ShapeRule } from "../../src/rules/rule.ts";
import { checkOracle } from "../oracle/check-oracle.ts";
import { crc32Base62 } from "./crc32.ts";
import { isRandomLooking } from "./entropy.ts";
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
  const sample = sampleThatPasses(rule, random);
  if (rule.check !== "crc32-base62") return sample;
  const head = headOf(rule);
  return head + withChecksum(sample.slice(head.length, -6));
}

/** Where a check of randomness decides, one sample in some hundreds is too plain. */
function sampleThatPasses(rule: ShapeRule, random: () => number): string {
  for (let trial = 0; trial < MAX_TRIALS; trial += 1) {
    const sample = sampleOf(rule.pattern, random, rule.ignoreCase === true);
    if (rule.check === "issued" && !checkOracle.issued(sample)) continue;
    if (rule.check !== "entropy" || isRandomLooking(secretOf(rule, sample).slice(headOf(rule).length)))
      return sample;
  }
  throw new Error(`no random-looking sample of ${rule.id} in ${MAX_TRIALS} trials`);
}

/** Whether only a part of the match is replaced. */
export function hasGroup(rule: ShapeRule): boolean {
  return parsePattern(rule.pattern, { ignoreCase: rule.ignoreCase === true }).capture !== undefined;
}

/** What of a sample is replaced: the capture group, if there is one. */
export function secretOf(rule: ShapeRule, sample: string): string {
  const match = new RegExp(rule.pattern, rule.ignoreCase ? "i" : "").exec(sample);
  return match?.[1] ?? match?.[0] ?? sample;
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
    case "alternate": {
      const plain = node.items.filter((item) => !isSpelling(item));
      return textOf(pick(plain.length > 0 ? plain : node.items, random), random);
    }
    case "repeat": {
      if (node.min === 0 && isSpelling(node.item)) return "";
      const max = node.max === Number.POSITIVE_INFINITY ? node.min + OPEN_EXTRA : node.max;
      return Array.from({ length: between(node.min, max, random) }, () => textOf(node.item, random)).join("");
    }
  }
}

/** What begins with `%` or a backslash is another way to write what stands beside it. */
function isSpelling(node: Node): boolean {
  const first = node.kind === "concat" ? node.items[0]! : node;
  return (
    first.kind === "set" &&
    [...first.set.keys()].every((byte) => first.set[byte] === 0 || byte === 0x25 || byte === 0x5c)
  );
}

const bytesBySet = new WeakMap<Uint8Array, readonly number[]>();

/** The bytes of a set, only the printable ones where there are any; `%` and `\\` belong to spellings. */
function bytesOf(set: Uint8Array): readonly number[] {
  const before = bytesBySet.get(set);
  if (before !== undefined) return before;
  const members = [...set.keys()].filter((byte) => set[byte] === 1);
  // White space is a blank: a sample is one line.
  const all = members.filter((byte) => !members.includes(0x20) || byte >= 0x20);
  const printable = all.filter(isPrintable);
  const plain = printable.filter((byte) => byte !== 0x25 && byte !== 0x5c);
  const bytes = plain.length > 0 ? plain : printable.length > 0 ? printable : all;
  bytesBySet.set(set, bytes);
  return bytes;
}
