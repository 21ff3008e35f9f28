// The records of rules, as the kernel reads them.
import * as abi from "../../kernel/abi.ts";
import type { BlockRule, CheckName, KeyRule, Rule, ShapeRule } from "../../rules/rule.ts";
import { compareClasses, type Starts } from "../automaton/dfa-record.ts";
import type { Form } from "../parts.ts";
import type { Compiled } from "./compile-shape.ts";

/** Takes bytes of a program; returns their address. */
export interface ByteSink {
  append(bytes: Uint8Array, alignment?: number, form?: Form): number;
}

const CHECKS: Readonly<Record<CheckName, number>> = {
  "crc32-base62": abi.CHECK_CRC32_BASE62,
  luhn: abi.CHECK_LUHN,
  entropy: abi.CHECK_ENTROPY,
  jwt: abi.CHECK_JWT,
  random: abi.CHECK_RANDOM,
  mixed: abi.CHECK_MIXED,
  "not-uuid": abi.CHECK_NOT_UUID,
  "mod-97": abi.CHECK_MOD_97,
  issued: abi.CHECK_ISSUED,
};
const VALUES = { value: 0, credentials: 1, cookies: 2, "set-cookie": 3, columns: 5, named: 6 } as const;

/** What a key rule can say of what stands around its names, and where its record has the rule that holds then. */
const VARIANTS = {
  qualified: abi.R_QUALIFIED,
  vendor: abi.R_VENDOR,
  indexed: abi.R_INDEXED,
} as const;

/** A key rule with another check. */
interface Variant {
  /** Of the rule that it is a variant of: its number among the rules that were asked for. */
  readonly rule: number;
  readonly field: number;
  readonly record: KeyRule;
}

/** The variants of all key rules, in the order in which their records follow those of the rules. */
export function variantsOf(rules: readonly Rule[]): readonly Variant[] {
  return rules.flatMap((rule, i) => {
    if (!("key" in rule)) return [];
    return (["qualified", "vendor", "indexed"] as const).flatMap((name): Variant[] => {
      const check = rule[name];
      return check === undefined ? [] : [{ rule: i, field: VARIANTS[name], record: { ...rule, check } }];
    });
  });
}

/** Whether a rule holds whatever stands there, as a user's own do. */
export function isOpen(rule: Rule): boolean {
  return "anyValue" in rule && rule.anyValue === true;
}

/**
 * The records of `rules` and after them those of their variants; their DFAs go to `sink`.
 *
 * @param compiled The shapes of the rules, undefined for those of names
 * @param isOwn Which rules are a user's own
 * @param from The number of the first rule
 */
export function encodeRules(
  sink: ByteSink,
  rules: readonly Rule[],
  compiled: readonly (Compiled | undefined)[],
  isOwn: (rule: Rule, i: number) => boolean,
  from = 0,
): Uint8Array<ArrayBuffer> {
  const variants = variantsOf(rules);
  const bytes = new Uint8Array((rules.length + variants.length) * abi.RULE_SIZE);
  const viewOf = (i: number) => new DataView(bytes.buffer, i * abi.RULE_SIZE, abi.RULE_SIZE);
  rules.forEach((rule, i) => {
    if ("key" in rule) writeKeyRule(viewOf(i), rule, isOwn(rule, i));
    else writeShapeRule(viewOf(i), rule, compiled[i]!, isOwn(rule, i));
  });
  // Automata that tell the same bytes apart stand together: so gzip makes them a tenth smaller.
  const shapes = rules.flatMap((rule, i) =>
    "key" in rule ? [] : [{ view: viewOf(i), shape: compiled[i]! }],
  );
  shapes.sort((a, b) => compareClasses(a.shape.dfa, b.shape.dfa));
  for (const { view, shape } of shapes) writeAutomata(view, sink, shape);
  variants.forEach(({ rule, field, record }, i) => {
    writeKeyRule(viewOf(rules.length + i), record, isOwn(rules[rule]!, rule));
    viewOf(rule).setUint16(field, from + rules.length + i, true);
  });
  return bytes;
}

function writeKeyRule(view: DataView, rule: KeyRule, isOwn: boolean): void {
  view.setUint8(abi.R_FLAGS, (isOwn ? abi.FLAG_OWN : 0) | (rule.anyWord ? abi.FLAG_ANY_WORD : 0));
  view.setUint8(abi.R_KIND, abi.KIND_KEY);
  view.setUint8(abi.R_VALUE, VALUES[rule.value ?? "value"]);
  view.setUint8(abi.R_CHECK, checkCode(rule));
}

function checkCode({ check, entropy }: Pick<ShapeRule, "check" | "entropy">): number {
  if (entropy !== undefined) return abi.CHECK_BITS + Math.round(entropy * 10);
  return check === undefined ? abi.CHECK_NONE : CHECKS[check];
}

function writeShapeRule(view: DataView, rule: ShapeRule | BlockRule, shape: Compiled, isOwn: boolean): void {
  const isBlock = "begin" in rule;
  const { facts } = shape;
  const flags =
    (shape.relaxed ? abi.FLAG_RELAXED : 0) |
    (!isBlock && (rule.checkDecides || rule.entropy !== undefined) ? abi.FLAG_CHECK_DECIDES : 0) |
    (shape.headDfa ? abi.FLAG_CAPTURE : 0) |
    (facts.headNeedsLine ? abi.FLAG_LINE : 0) |
    (facts.headNeedsQuote ? abi.FLAG_QUOTE : 0) |
    (isOwn ? abi.FLAG_OWN : 0) |
    (isBlock && rule.body === "text" ? abi.FLAG_TEXT : 0) |
    (!isBlock && rule.toQuote ? abi.FLAG_TO_QUOTE : 0) |
    (facts.needsAt ? abi.FLAG_AT : 0);
  view.setUint8(abi.R_KIND, isBlock ? abi.KIND_BLOCK : abi.KIND_SHAPE);
  view.setUint8(abi.R_FLAGS, flags);
  view.setUint8(abi.R_CHECK, isBlock ? abi.CHECK_NONE : checkCode(rule));
  view.setUint16(abi.R_TAIL_LENGTH, shape.tailLength, true);
  view.setUint16(abi.R_HEAD_LENGTH, shape.headLength, true);
  view.setUint16(abi.R_BODY_LENGTH, Math.min(shape.bodyLength, 0xffff), true);
  view.setUint16(abi.R_FRAGMENT_END, shape.fragmentEnd, true);
  view.setUint32(abi.R_FIRST, setOfFirst(facts.starts), true);
  view.setUint32(abi.R_SECOND, facts.starts.reduce((set, [, , seconds]) => set | seconds, 0) >>> 0, true);
}

function setOfFirst(starts: Starts): number {
  let set = 0;
  for (const [from, end] of starts) for (let byte = from; byte < end; byte++) set |= 1 << (byte & 31);
  return set >>> 0;
}

function writeAutomata(view: DataView, sink: ByteSink, shape: Compiled): void {
  view.setUint32(abi.R_DFA, sink.append(shape.dfa, 4, "dfa"), true);
  if (shape.headDfa) view.setUint32(abi.R_HEAD_DFA, sink.append(shape.headDfa, 4, "dfa"), true);
  if (shape.endDfa) view.setUint32(abi.R_END_DFA, sink.append(shape.endDfa, 4, "dfa"), true);
}
