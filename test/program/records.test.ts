// What the compiler writes of rules: their records, the entries of their fragments, and the tables of nibbles.
import { describe, expect, test } from "vitest";
import { catalogueSource } from "../../src/config/catalogue-source.ts";
import {
  ENTRY_SIZE,
  FLAG_OWN,
  FLAG_RELAXED,
  P_RULES,
  R_BODY_LENGTH,
  R_FLAGS,
  RULE_SIZE,
} from "../../src/kernel/abi.ts";
import { buildNibbleTables, type TableLiteral } from "../../src/program/fragments/nibble-tables.ts";
import { compileShape } from "../../src/program/image/compile-shape.ts";
import { encodeEntries, sortByRule } from "../../src/program/image/entries.ts";
import { compileProgram } from "../../src/program/image/program.ts";
import { encodeRules } from "../../src/program/image/rule-records.ts";
import type { ShapeRule } from "../../src/rules/rule.ts";

const token = (pattern: string): ShapeRule => ({ id: "acme/key", pattern, token: true });

function recordOf(rule: ShapeRule): DataView {
  const sink = { append: () => 0 };
  return new DataView(encodeRules(sink, [rule], [compileShape(rule, false)], () => false).buffer);
}

describe("a rule's record", () => {
  test.each([
    [36, 36],
    [2, 3],
    [65_534, 65_534],
    [65_535, 65_535],
    [70_000, 65_535],
  ])("says of a body of %i characters %i", (length, expected) => {
    expect(recordOf(token(`acme_[a-z]{${length}}`)).getUint16(R_BODY_LENGTH, true)).toBe(expected);
  });

  test("tells a user's own rules, from the first on, from those of the catalogue", () => {
    const rules = ["one", "two", "six"].map((name) => token(`${name}_[a-z]{12}`));
    const source = { ...catalogueSource(), rules };
    const flagsOf = (exactFrom?: number) => {
      const { bytes } = compileProgram(source, 1, exactFrom === undefined ? {} : { exactFrom });
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      const at = view.getUint32(P_RULES, true);
      return rules.map((_, i) => view.getUint8(at + i * RULE_SIZE + R_FLAGS) & (FLAG_OWN | FLAG_RELAXED));
    };
    expect(flagsOf(1)).toEqual([FLAG_RELAXED, FLAG_OWN, FLAG_OWN]);
    expect(flagsOf()).toEqual([FLAG_RELAXED, FLAG_RELAXED, FLAG_RELAXED]);
  });
});

test("entries stand by their rules' numbers, those of a rule by the fragment's bytes", () => {
  const patterns = ["zulu_[a-z]{12}", "(?:yan|xin)kee_[0-9]{12}", "acme_[a-z]{12}"];
  const compiled = patterns.map((pattern) => compileShape(token(pattern), false));
  const entriesIn = (bytes: Uint8Array) =>
    Array.from({ length: bytes.length / ENTRY_SIZE }, (_, i) =>
      bytes.slice(i * ENTRY_SIZE, (i + 1) * ENTRY_SIZE),
    );
  const entries = entriesIn(encodeEntries(compiled, 254));
  const view = (entry: Uint8Array) => new DataView(entry.buffer);
  const said = (entry: Uint8Array) => [
    view(entry).getUint16(24, true),
    ...entry.slice(8),
    ...entry.slice(0, 8),
  ];
  const byAll = (a: Uint8Array, b: Uint8Array) => {
    const [left, right] = [said(a), said(b)];
    const at = left.findIndex((byte, i) => byte !== right[i]);
    return at < 0 ? 0 : left[at]! - right[at]!;
  };
  expect(new Set(entries.map((entry) => said(entry)[0]))).toEqual(new Set([254, 255, 256]));
  const expected = [...entries].sort(byAll);
  for (const order of [entries, [...entries].reverse()])
    expect(entriesIn(sortByRule(Buffer.concat(order)))).toEqual(expected);
});

describe("the tables of nibbles", () => {
  const literal = (text: string): TableLiteral =>
    [...text].map((c) => [c.charCodeAt(0)]) as unknown as TableLiteral;
  /** The buckets that may hold the text. */
  const bucketsOf = (tables: Uint8Array, text: string): number =>
    [...text].reduce((set, c, position) => {
      const byte = c.charCodeAt(0);
      return set & tables[position * 32 + (byte & 15)]! & tables[position * 32 + 16 + (byte >> 4)]!;
    }, 255);

  test("have those together that differ least", () => {
    const heads = ["QXJZ", "qwvk", "0000", "----", "ABCD", "::::", "9f9f", "}{}{"];
    const pairs = heads.map(
      (head) => [head, head.slice(0, 3) + String.fromCharCode(head.charCodeAt(3) ^ 1)] as const,
    );
    // The second ones in another order: neighbours are no pairs.
    const order = [...pairs.map(([one]) => one), ...pairs.map(([, two]) => two).reverse()];
    const tables = buildNibbleTables(order.map(literal));
    const sets = pairs.map(([one, two]) => [bucketsOf(tables, one), bucketsOf(tables, two)]);
    expect(sets.map(([one, two]) => one === two)).toEqual(heads.map(() => true));
    expect(sets.reduce((all, [one]) => all | one!, 0)).toBe(255);
    expect(bucketsOf(tables, "QwJZ")).toBe(0);
  });

  test("let through every one of more than are joined one by one", () => {
    const texts = Array.from({ length: 600 }, (_, i) => `${(i * 7919) % 10_000}`.padStart(4, "x"));
    const tables = buildNibbleTables(texts.map(literal));
    expect(texts.filter((text) => bucketsOf(tables, text) === 0)).toEqual([]);
    expect(bucketsOf(tables, "ABCD")).toBe(0);
  });
});
