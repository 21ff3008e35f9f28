// What a rule was compiled to.
import { sizeOfDfa } from "../program/automaton/dfa-record.ts";
import type { Choice, Fragment } from "../program/fragments/choose-fragments.ts";
import { beginOf, type Compiled, compileShape } from "../program/image/compile-shape.ts";
import type { BlockRule, KeyRule, Rule, ShapeRule } from "../rules/rule.ts";

/** Lines of what `rule` says and what the compiler made of it. */
export function explainRule(rule: Rule): string {
  const head: readonly Line[] = [
    ["rule", `${rule.id}${rule.name === undefined ? "" : `, ${rule.name}`}`],
    ...(rule.source === undefined ? [] : [["source", rule.source] as const]),
    ...(rule.optIn ? [["opt-in", "left alone unless it is asked for"] as const] : []),
  ];
  const lines = "key" in rule ? ofKey(rule) : "begin" in rule ? ofBlock(rule) : ofShape(rule, rule.pattern);
  return [...head, ...lines].map(([name, text]) => `${name.padEnd(10)} ${text}`).join("\n");
}

type Line = readonly [name: string, text: string];

function ofKey({ key, not, phrases, value, check }: KeyRule): readonly Line[] {
  return [
    ["names", key.join(", ")],
    ...(not === undefined ? [] : [["innocent", not.join(", ")] as const]),
    ...(phrases === undefined ? [] : [["phrases", phrases.join(", ")] as const]),
    ["value", value ?? "value"],
    ...(check === undefined ? [] : [["check", `${check}; a value that fails is left`] as const]),
  ];
}

function ofBlock(rule: BlockRule): readonly Line[] {
  return [...ofShape(beginOf(rule), rule.begin), ["end", rule.end], ["body", rule.body ?? "base64"]];
}

function ofShape(rule: ShapeRule, pattern: string): readonly Line[] {
  const shape = compileShape(rule, false);
  return [
    ["pattern", pattern],
    ["found as", shape.relaxed ? tokenOf(shape) : "what the pattern says"],
    ...(rule.check === undefined ? [] : [["check", checkOf(rule)] as const]),
    ["dfa", sizeOf(shape.dfa)],
    ...(shape.headDfa === undefined
      ? []
      : [
          [
            "group",
            `replaced alone; in front of it ${sizeOf(shape.headDfa)}${shape.facts.headNeedsLine ? ", with a line end" : ""}`,
          ] as const,
        ]),
    ...(shape.facts.needsAt ? [["needs", 'an "@" in front of any blank or quote'] as const] : []),
    ...ofFragments(shape.fragments),
  ];
}

function tokenOf({ headLength, bodyLength }: Compiled): string {
  return `a token: ${headLength} bytes of head and ${bodyLength} of body, also cut short or longer`;
}

function checkOf({ check, checkDecides }: ShapeRule): string {
  return checkDecides ? `${check}; a match that fails is left` : `${check}; it tells how sure a match is`;
}

function sizeOf(dfa: Compiled["dfa"]): string {
  const { states, classes } = sizeOfDfa(dfa);
  return `${states} states, ${classes} byte classes, ${dfa.length} bytes`;
}

function ofFragments(fragments: readonly Fragment[] | undefined): readonly Line[] {
  if (fragments === undefined) return [["fragments", "none: tried at every byte that it can start with"]];
  return fragments.map((fragment, i): Line => [i === 0 ? "fragments" : "", fragmentOf(fragment)]);
}

function fragmentOf({ bytes, cares, before, after, nearest, farthest, place }: Fragment): string {
  const own = bytes.map((byte, i) => ({ byte, care: cares[i]! }));
  const around = [...before, ...own, ...after];
  const from = nearest === farthest ? `${nearest}` : `${nearest} to ${farthest}`;
  return [
    `"${own.map(show).join("")}" in "${trimmed(around.map(show).join(""))}"`,
    `its last byte ${from} after the start`,
    place ?? "seen by the nibble tables alone",
  ].join("; ");
}

/** What is not known at the ends says nothing. */
function trimmed(text: string): string {
  return text.replace(/^\?+|\?+$/g, "");
}

/** A byte as a character; `?` for one of which nothing, or not all, is known. */
function show({ byte, care }: Choice): string {
  if (care === 0xdf) return String.fromCharCode(byte | 0x20);
  if (care !== 0xff) return "?";
  return byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, "0")}`;
}
