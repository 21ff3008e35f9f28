import fc from "fast-check";
import { expect, test } from "vitest";
import { FIRST_LISTS, R_FRAGMENT_END, RULE_SIZE } from "../../src/kernel/abi.ts";
import { encodeLists, type FirstLists, joinLists } from "../../src/program/image/by-first.ts";

interface Rule {
  readonly from: number;
  readonly end: number;
  readonly fragmentEnd: number;
  readonly isOff: boolean;
}

const rule: fc.Arbitrary<Rule> = fc.record({
  from: fc.integer({ min: 0, max: 200 }),
  end: fc.integer({ min: 0, max: 256 }),
  fragmentEnd: fc.integer({ min: 0, max: 4 }),
  isOff: fc.boolean(),
});

/** As the compiler makes them: the farthest fragment first, of equal ones the first rule. */
function listsOf(rules: readonly (readonly [number, Rule])[]): FirstLists {
  const sorted = [...rules].sort(([, a], [, b]) => b.fragmentEnd - a.fragmentEnd);
  const lists: number[][] = [];
  for (const [value, { from, end }] of sorted) {
    // A set that is like a rule's number must not be taken for one.
    for (let byte = from; byte < end; byte++) lists[byte] = [...(lists[byte] ?? []), value + 1, value];
  }
  return lists;
}

test("joined lists are those of all rules that are on", () => {
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 12 }), fc.array(rule, { maxLength: 6 }), (base, more) => {
      const numbered = [...base, ...more].map((each, i) => [i, each] as const);
      const there = numbered.slice(0, base.length);
      const added = numbered.slice(base.length);
      const records = new Uint16Array((numbered.length * RULE_SIZE) / 2);
      for (const [i, { fragmentEnd }] of numbered)
        records[(i * RULE_SIZE + R_FRAGMENT_END) / 2] = fragmentEnd;
      const bytes = encodeLists(listsOf(there));
      const program = { slice: (at: number, size: number) => bytes.slice(at, at + size) };
      const of = (isOff: boolean) => there.filter(([, each]) => each.isOff === isOff).map(([i]) => i);
      const joined = joinLists(program, 0, listsOf(added), { records, off: of(true), kept: of(false) });
      expect(joined).toEqual(encodeLists(listsOf([...there.filter(([, { isOff }]) => !isOff), ...added])));
    }),
  );
});

test("what comes without an order is last", () => {
  const bytes = encodeLists([
    [5, 1],
    [5, 1],
  ]);
  const joined = joinLists({ slice: (at, size) => bytes.slice(at, at + size) }, 0, [[9, 2], [], [9, 2]]);
  const words = [...new Uint32Array(joined.buffer, FIRST_LISTS)];
  expect(words).toEqual([5, 1, 9, 2, 5, 1, 9, 2]);
});
