import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { automataOf, foldAll, foldAutomaton, type Place } from "../../build/packing/fold-automata.ts";
import { unfoldAll } from "../../build/packing/in-kernel.ts";
import { catalogueSource } from "../../src/config/catalogue-source.ts";
import { P_FOLDED, PROGRAM_HEADER } from "../../src/kernel/abi.ts";
import { ByteWriter } from "../../src/program/byte-writer.ts";
import { compileRule } from "../../src/program/image/compile-shape.ts";
import { writeRows } from "../../src/program/rows/write-rows.ts";
import { kernelModule } from "../../src/scanner/kernel-module.ts";

/** A program of automata alone, and which they are. */
function automataOfPatterns(patterns: readonly string[], rowCount = 0) {
  const { joins, harmless, wrappers, valuesFirst } = catalogueSource();
  const writer = new ByteWriter();
  writer.reserve(PROGRAM_HEADER);
  for (const pattern of patterns) {
    const { dfa } = compileRule({ id: "own/one", pattern }, true)!;
    writer.append(dfa, 4, "dfa");
  }
  if (rowCount > 0)
    writeRows(
      writer,
      joins.slice(0, rowCount),
      harmless.slice(0, rowCount),
      wrappers.slice(0, rowCount),
      valuesFirst,
    );
  const { parts } = writer;
  return { bytes: writer.finish(), automata: automataOf(parts) };
}

/** The program with zeros in place of its automata, and these after it. */
function folded(bytes: Uint8Array, automata: readonly Place[]): Uint8Array {
  const program = bytes.slice();
  const behind = foldAll(program, automata);
  for (const { at, size } of automata) program.fill(0, at, at + size);
  const image = new Uint8Array(bytes.length + behind.length);
  image.set(program);
  image.set(behind, bytes.length);
  return image;
}

function expectSame(bytes: Uint8Array, automata: readonly Place[]): void {
  const unfolded = unfoldAll(kernelModule(), folded(bytes, automata), automata).subarray(0, bytes.length);
  const expected = bytes.slice();
  new DataView(expected.buffer).setUint32(P_FOLDED, bytes.length, true);
  expect(Buffer.compare(unfolded, expected)).toBe(0);
}

describe("a folded automaton", () => {
  test("is what it was, whatever its pattern is", () => {
    const atom = fc.constantFrom(
      ...["a", "[a-z0-9]", "[^ ]", "\\d{2,5}", "(?:ab|cd|abc)", "(?:[A-F]-?)+", "x*", ".", "[a-z]{30}"],
    );
    const pattern = fc
      .array(atom, { minLength: 1, maxLength: 6 })
      .map((atoms) => `tok_${atoms.join("")}(?:end|eof)`);
    const property = fc.property(fc.array(pattern, { minLength: 1, maxLength: 6 }), (patterns) => {
      const { bytes, automata } = automataOfPatterns(patterns);
      expect(automata).toHaveLength(patterns.length);
      expectSame(bytes, automata);
    });
    fc.assert(property, { numRuns: 20 });
  });

  test("of rows is what it was", () => {
    const { bytes, automata } = automataOfPatterns(["tok_[a-z]+"], 12);
    expect(new Set(automata.map(({ form }) => form))).toEqual(new Set(["dfa", "tagged"]));
    expectSame(bytes, automata);
  });

  test("takes little where its states are alike", () => {
    const { bytes, automata } = automataOfPatterns(["tok_[A-Za-z0-9]{200}"]);
    const [{ at, size, form }] = automata as [Place];
    expect(foldAutomaton(bytes.subarray(at, at + size), form).length).toBeLessThan(size / 5);
  });

  test("that is not there stops the kernel", () => {
    const { bytes, automata } = automataOfPatterns(["tok_[a-z]{8}", "key_[a-z]{8}"]);
    const image = folded(bytes, automata);
    for (const by of [-4, 4, bytes.length])
      expect(() => unfoldAll(kernelModule(), image, [{ ...automata[0]!, at: automata[0]!.at + by }])).toThrow(
        "unreachable",
      );
  });
});
