import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Automaton, packAutomaton } from "../../build/packing/automata.ts";
import { Encoder } from "../../build/packing/encoder.ts";
import { packProgram } from "../../build/packing/pack-program.ts";
import { catalogueSource } from "../../src/config/catalogue-source.ts";
import { compileProgram, type ProgramSource } from "../../src/program/image/program.ts";
import type { Part } from "../../src/program/parts.ts";
import { unpack } from "../../src/program/unpacker/unpack.ts";
import { unpackerModule } from "../../src/program/unpacker/unpacker-module.ts";

function again(program: Uint8Array, parts: readonly Part[]): Uint8Array {
  const packed = Buffer.from(packProgram(program, parts)).toString("base64");
  return unpack(unpackerModule(), packed, program.length);
}

/** Few rules compile fast; what their program holds is of every form. */
const few = (patterns: readonly string[], source: ProgramSource = catalogueSource()): ProgramSource => ({
  ...source,
  rules: [
    ...patterns.map((pattern, i) => ({ id: `own/${i}`, pattern })),
    ...source.rules.filter((rule) => "key" in rule).slice(0, 5),
    ...source.rules.filter((rule) => "begin" in rule).slice(0, 1),
  ],
  joins: source.joins.slice(0, 12),
  harmless: source.harmless.slice(0, 12),
  wrappers: source.wrappers.slice(0, 8),
  innocentValues: source.innocentValues.slice(0, 3),
  innocentQuotedFrom: 1,
  innocentOwnFrom: 2,
});

describe("the packed program", () => {
  test("is what it was, whatever its patterns are", () => {
    const atom = fc.constantFrom(
      "a",
      "[a-z0-9]",
      "[^ ]",
      "\\d{2,5}",
      "(?:ab|cd|abc)",
      "(?:[A-F]-?)+",
      "x*",
      ".",
    );
    const pattern = fc
      .array(atom, { minLength: 1, maxLength: 6 })
      .map((atoms) => `tok_${atoms.join("")}(?:end|eof)`);
    const property = fc.property(fc.array(pattern, { minLength: 1, maxLength: 6 }), (patterns) => {
      const { bytes, parts } = compileProgram(few(patterns), 1);
      expect(Buffer.compare(again(bytes, parts), bytes)).toBe(0);
    });
    fc.assert(property, { numRuns: 8 });
  });

  test("holds any bytes between its parts and in them", () => {
    const property = fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 200 })), (pieces) => {
      const parts: Part[] = [];
      let end = 144;
      for (const { length } of pieces) {
        parts.push({ form: "bytes", at: end + (length % 7), size: length });
        end += (length % 7) + length;
      }
      const program = new Uint8Array(end);
      parts.forEach(({ at }, i) => {
        program.set(pieces[i]!, at);
      });
      expect(Buffer.compare(again(program, parts), program)).toBe(0);
    });
    fc.assert(property, { numRuns: 50 });
  });

  test("is of states that are numbered as they appear, and no other", () => {
    const classes = new Uint8Array(256);
    const automaton = (rows: readonly number[]): Automaton => ({
      classes,
      rows: Uint16Array.from(rows),
      extra: 0,
      width: 2,
      states: rows.length / 2,
      starts: [1, 1, 1, 1],
    });
    const pack = (rows: readonly number[]) => packAutomaton(new Encoder(), automaton(rows), undefined);
    expect(() => pack([0, 0, 2, 0, 3, 0, 0, 0x8000])).not.toThrow();
    expect(() => pack([0, 0, 3, 0, 0, 0x8000, 2, 0])).toThrow("not numbered as they appear");
  });
});
