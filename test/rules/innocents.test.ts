import { describe, expect, test } from "vitest";
import type { ByteSet } from "../../src/program/pattern/byte-set.ts";
import { parsePattern } from "../../src/program/pattern/pattern.ts";
import type { Node } from "../../src/program/pattern/pattern-node.ts";
import { relaxPattern } from "../../src/program/pattern/relax.ts";
import { keyRules } from "../../src/rules/names/keys.ts";
import type { ShapeRule } from "../../src/rules/rule.ts";
import { contextKeys } from "../../src/rules/vendors/context-keys.ts";
import { vendorRules } from "../../src/rules/vendors.ts";
import { innocents } from "../samples/innocents.ts";

/** Of a body cut short, at least so many characters, and one of them a digit: the stand-in for the kernel's rule. */
const CUT_LEAST = 8;

/** The expressions that a rule stands for: what it says and, if it is a token, the token cut short. */
function expressionsOf(rule: ShapeRule): readonly RegExp[] {
  const exact = new RegExp(rule.pattern, rule.ignoreCase ? "i" : "");
  const { whole, capture } = parsePattern(rule.pattern, { ignoreCase: rule.ignoreCase === true });
  const relaxed = rule.token && !capture ? relaxPattern(whole) : undefined;
  if (relaxed === undefined) return [exact];
  const body = classOf(relaxed.alphabet);
  return [exact, new RegExp(`${sourceOf(relaxed.prefix)}(?=${body}*[0-9])${body}{${CUT_LEAST},}`)];
}

function sourceOf(node: Node): string {
  switch (node.kind) {
    case "empty":
    case "look":
      return "";
    case "set":
      return classOf(node.set);
    case "concat":
      return node.items.map(sourceOf).join("");
    case "alternate":
      return `(?:${node.items.map(sourceOf).join("|")})`;
    case "repeat":
      return `(?:${sourceOf(node.item)}){${node.min},${node.max === Number.POSITIVE_INFINITY ? "" : node.max}}`;
  }
}

function classOf(set: ByteSet): string {
  const bytes = [...set.keys()].filter((byte) => set[byte] === 1);
  return `[${bytes.map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("")}]`;
}

describe("innocent text", () => {
  const rules = vendorRules.map((rule) => ({ id: rule.id, expressions: expressionsOf(rule) }));

  test.each(innocents.map((text) => [text]))("%s", (text) => {
    const hits = rules.filter(({ expressions }) => expressions.some((expression) => expression.test(text)));
    expect(hits.map(({ id }) => id)).toEqual([]);
  });
});

test("the issuers' key names add to the general ones", () => {
  const general = keyRules.flatMap(({ key }) => key).map((name) => name.replace(/^[=_]/, ""));
  const names = contextKeys.flatMap(({ key }) => key);
  expect(names.filter((name) => general.some((known) => ` ${name}`.endsWith(` ${known}`)))).toEqual([]);
  expect(new Set([...keyRules, ...contextKeys].map(({ id }) => id)).size).toBe(
    keyRules.length + contextKeys.length,
  );
});
