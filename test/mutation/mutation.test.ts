import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseKernelFile } from "./sites/kernel-sites.ts";
import { allMutations, numbered, readSources, sampleOf } from "./sites/mutants.ts";
import { mutationsOf, type Room } from "./sites/operators.ts";
import { parseProgramFile } from "./sites/program-sites.ts";
import { rewrite } from "./sites/rewrite.ts";
import { goneFrom, isListed, killedAmong, type Survivors } from "./survivors.ts";

function changesOf(language: Room["language"], text: string): readonly string[] {
  const file = (language === "kernel" ? parseKernelFile : parseProgramFile)("a.ts", text);
  const room = { language, constants: file.constants, returns: file.returns };
  return mutationsOf(file, "a.ts", room).map(({ operator, replacement }) => `${operator}: ${replacement}`);
}

describe("mutations of the kernel", () => {
  // biome-ignore format: a table
  test.each<[code: string, changes: readonly string[]]>([
    ["a < b", ["< to <=: a <= b"]],
    ["a == b", ["== dropped: true"]],
    ["a == WORD", ["== to >=: <u64>(a) >= <u64>(WORD)"]],
    ["a != 0", ["!= 0 dropped: true"]],
    ["a && b", ["left operand dropped: !!(b)", "right operand dropped: !!(a)"]],
    ["a && b && c", ["right operand dropped: !!(a && b)", "left operand dropped: !!(b)", "right operand dropped: !!(a)"]],
    ["!a", ["negation dropped: !!(a)"]],
    ["a < 8", ["< to <=: a <= 8", "8 to 7: 7"]],
    ["a + 8", ["8 to 9: 9", "8 to 7: 7"]],
    ["a & 8", []],
    ["is(a, NAME)", ["NAME to WORD: 1"]],
    ["min(a, 8)", ["min to max: max(a, 8)", "8 to 9: 9", "8 to 7: 7"]],
  ])("%s", (code, changes) => {
    const text = `const WORD: u32 = 1;\nfunction f(a: u32, b: u32): u32 {\n  g(${code});\n}`;
    expect(changesOf("kernel", text).slice(2)).toEqual(changes);
  });

  test("a condition before nothing but a return is dropped", () => {
    expect(changesOf("kernel", "function f(a: bool): void {\n  if (a) return;\n  if (a) g();\n}")).toEqual([
      "guard dropped: false",
    ]);
  });

  test("of a text that is compared, a letter is free", () => {
    const text =
      'function isText(p: usize, text: string): bool { return true; }\nfunction f(): bool { return isText(p, "amp;"); }';
    const [change] = changesOf("kernel", text);
    expect(change).toMatch(/^a letter free: isText\(p, "ama;"\) \|\| .* \|\| isText\(p, "amz;"\)$/);
  });
});

describe("mutations of program/", () => {
  // biome-ignore format: a table
  test.each<[code: string, changes: readonly string[]]>([
    ["a === b", ["=== to >=: a >= b"]],
    ["a.kind === 'set'", ["=== dropped: true"]],
    ["a !== undefined", ["!== dropped: true"]],
    ["a as number < 8", ["< to <=: a as number <= 8", "8 to 7: 7"]],
    ["items.some((a) => a > 1)", ["some to every: items.every((a) => a > 1)", "> to >=: a >= 1", "1 to 2: 2"]],
    ["Math.min(a, 8)", ["min to max: Math.max(a, 8)", "8 to 9: 9", "8 to 7: 7"]],
  ])("%s", (code, changes) => {
    expect(changesOf("program", `function f(a: number): void {\n  g(${code});\n}`)).toEqual(changes);
  });

  test("types have none", () => {
    expect(changesOf("program", "type A<T> = T extends 1 ? 2 : 3;\nconst a: 4 | 5 = b;")).toEqual([]);
  });
});

test("a text with mutations in it asks for each by its number, on the lines that it had", () => {
  const text = "function f(a: number): boolean {\n  // why\n  return a < 8 && !g;\n}";
  const file = parseProgramFile("a.ts", text);
  const room: Room = { language: "program", constants: new Map(), returns: new Map() };
  const written = rewrite(file, numbered(mutationsOf(file, "a.ts", room)));
  expect(written).toBe(
    "function f(a: number): boolean {\n  // why\n  return (on(1) ? (!g) : on(2) ? (a < 8) : ((on(3) ? (a <= 8) : (a < (on(4) ? (7) : (8)))) && (on(5) ? (g) : (!g))));\n}",
  );
});

test("a loop counts its steps", () => {
  const file = parseProgramFile("a.ts", "for (;;) f();\nwhile (a) {\n  g();\n}");
  expect(rewrite(file, [])).toBe("for (;;) { tick(); f(); }\nwhile (a) { tick(); \n  g();\n}");
});

test("and so does one whose condition comes last", () => {
  const file = parseKernelFile("a.ts", "function f(): void {\n  do g();\n  while (h());\n}");
  expect(rewrite(file, [])).toBe("function f(): void {\n  do { tick(); g(); }\n  while (h());\n}");
});

describe("the survivors", () => {
  const list: Survivors = {
    "a.ts": [
      { within: "f", text: "a < 8", operator: "< to <=", reason: "it saves time" },
      { within: "f", text: "gone", reason: "it saves time" },
    ],
  };
  const file = parseProgramFile("a.ts", "function f() {\n  return a < 8;\n}");
  const mutations = mutationsOf(file, "a.ts", {
    language: "program",
    constants: new Map(),
    returns: new Map(),
  });

  test("are known by file, function, text and operator", () => {
    expect(mutations.map((mutation) => isListed(mutation, list))).toEqual([true, false]);
  });

  test("those that are gone, or killed, are told of", () => {
    expect(goneFrom(list, mutations)).toEqual(["a.ts:f: any: gone"]);
    expect(killedAmong(list, mutations, new Set(mutations))).toEqual([]);
    expect(killedAmong(list, mutations, new Set())).toEqual(["a.ts:f: < to <=: a < 8"]);
  });
});

describe("the kernel's and the program's mutants", () => {
  const sources = readSources();
  const all = allMutations(sources);

  test("are thousands, and a sample is the same for the same seed", () => {
    expect(all.length).toBeGreaterThan(4000);
    expect(sampleOf(all, 50, 1)).toEqual(sampleOf(all, 50, 1));
    expect(sampleOf(all, 50, 1)).not.toEqual(sampleOf(all, 50, 2));
    expect(new Set(sampleOf(all, 600, 1)).size).toBe(600);
  });

  test("a change elsewhere leaves the sample as it is", () => {
    const sample = sampleOf(all, 50, 1);
    const others = all.filter((mutation) => mutation.file !== sample[0]!.file);
    const kept = sample.filter((mutation) => mutation.file !== sample[0]!.file);
    expect(sampleOf(others, kept.length, 1)).toEqual(kept);
  });

  test("of those that are listed as survivors, all are there", () => {
    const list = readFileSync(new URL("survivors.json", import.meta.url), "utf8");
    expect(goneFrom(JSON.parse(list) as Survivors, all)).toEqual([]);
  });
});
