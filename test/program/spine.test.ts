import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Spine, type SpineOptions, spines } from "../../src/program/fragments/spine.ts";
import { parsePattern } from "../../src/program/pattern/pattern.ts";
import { times } from "../long.ts";
import { arbitraryPattern, arbitraryText } from "./arbitrary-pattern.ts";
import { buildIfSmall, bytesOf, runDfa } from "./matching.ts";

function spinesOf(source: string, options?: SpineOptions): readonly Spine[] {
  return spines(parsePattern(source).whole, options);
}

/** Each spine as its steps: the first byte of the set, and the distances. */
function show(source: string, options?: SpineOptions): readonly string[] {
  const step = ({ set, min, max }: Spine[number]) =>
    `${String.fromCharCode(set.indexOf(1))}${min}${max === min ? "" : `-${max}`}`;
  return spinesOf(source, options).map((spine) => spine.map(step).join(" "));
}

/** Whether the match holds the steps, each at a distance that it allows, one after another. */
function follows(match: Uint8Array, spine: Spine): boolean {
  let from = 0;
  for (const { set, min, max } of spine) {
    let at = Math.max(from, min);
    while (at < match.length && at <= max && set[match[at]!] !== 1) at += 1;
    if (at >= match.length || at > max) return false;
    from = at + 1;
  }
  return true;
}

describe("spines", () => {
  test.each([
    ["", [""]],
    ["abc", ["a0 b1 c2"]],
    ["\\bab$", ["a0 b1"]],
    ["a{3}b", ["a0 a1 a2 b3"]],
    ["a{2,5}b", ["a0 a1 b2-5"]],
    ["a*b", ["b0", "a0 b1-Infinity"]],
    ["a+b", ["a0 b1-Infinity"]],
    ["a?bc", ["b0 c1", "a0 b1 c2"]],
    ["(?:ab|c)d", ["a0 b1 d2", "c0 d1"]],
    ["(?:ab|c){2}", ["a0 b1 a2 b3", "c0 a1 b2", "a0 b1 c2", "c0 c1"]],
    ["(?:ab|c|)", ["a0 b1", "c0", ""]],
    ["(?:\\b){100000}b", ["b0"]],
  ])("%s", (source, expected) => {
    expect(show(source)).toEqual(expected);
  });

  test("keep to the limits", () => {
    expect(show("a{1000000}b", { maxSteps: 2 })).toEqual(["a0 a1"]);
    expect(show("(?:a*){100000}b", { maxSpines: 1 })).toEqual(["b0-Infinity"]);
    expect(show("(?:a?){100000}b", { maxSpines: 1 })).toEqual(["b0-100000"]);
    expect(show("(?:a|bc)d(?:e|fg)h", { maxSpines: 2 })).toEqual(["a0 d1 h3-4", "b0 c1 d2 h4-5"]);
    expect(show("(?:ab|c(?:de|f))g", { maxSpines: 2 })).toEqual(["a0 b1 g2", "c0 g2-3"]);
    expect(show("(?:ab|c(?:de|f))g", { maxSpines: 3 })).toEqual(["a0 b1 g2", "c0 d1 e2 g3", "c0 f1 g2"]);
    expect(spinesOf("(?:ab|c){1000000}").length).toBe(64);
    expect(spinesOf("(?:a|bc?){1000000}").every(({ length }) => length > 0)).toBe(true);
    expect(spinesOf("a{1000000}").map(({ length }) => length)).toEqual([96]);
  });

  test("hold for every match", () => {
    fc.assert(
      fc.property(
        arbitraryPattern,
        fc.array(arbitraryText, { minLength: 1, maxLength: 4 }),
        fc.record({ maxSteps: fc.integer({ min: 1, max: 6 }), maxSpines: fc.integer({ min: 1, max: 6 }) }),
        ({ ours }, texts, options) => {
          const { whole } = parsePattern(ours);
          const dfa = buildIfSmall(ours);
          fc.pre(dfa !== undefined);
          const found = spines(whole, options);
          expect(found.length).toBeLessThanOrEqual(options.maxSpines);
          expect(found.every(({ length }) => length <= options.maxSteps)).toBe(true);
          for (const text of texts) {
            const bytes = bytesOf(text);
            for (let start = 0; start <= bytes.length; start += 1) {
              const end = runDfa(dfa, bytes, start);
              const match = bytes.subarray(start, end);
              if (end >= 0 && !found.some((spine) => follows(match, spine))) {
                expect.fail(`${JSON.stringify(text)} from ${start} to ${end} follows none`);
              }
            }
          }
        },
      ),
      { numRuns: times(1000) },
    );
  });
});
