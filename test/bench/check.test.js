import { expect, test } from "vitest";
import { fallen } from "../../bench/check.ts";
import { resultsTable, speedTo, timeTo } from "../../bench/results/result.ts";

const committed = /** @type {const} */ ({
  "kernel, to cat": { ratio: 0.5, better: "more" },
  "hooks, to none": { ratio: 1.2, better: "less" },
});
/** @param {number} kernel @param {number} hooks */
const run = (kernel, hooks) => [speedTo("kernel", "cat", kernel), timeTo("hooks (of 46)", "none", hooks)];

test("what is a tenth worse, in the median of the runs, has fallen", () => {
  expect(fallen([run(0.5, 1.2)], committed)).toEqual([]);
  expect(fallen([run(0.46, 1.31)], committed)).toEqual([]);
  expect(fallen([run(2, 0.5)], committed)).toEqual([]);
  expect(fallen([run(0.44, 1.33)], committed)).toEqual([
    "kernel, to cat: 0.440, was 0.5 (more is better)",
    "hooks, to none: 1.330, was 1.2 (less is better)",
  ]);
  expect(fallen([run(0.1, 1.2), run(0.5, 9), run(0.5, 1.2)], committed)).toEqual([]);
  expect(fallen([run(0.1, 1.2), run(0.5, 9), run(0.1, 1.2)], committed)).toEqual([
    "kernel, to cat: 0.100, was 0.5 (more is better)",
  ]);
});

test("what is not measured is said", () => {
  expect(fallen([[speedTo("kernel", "cat", 0.5)]], committed)).toEqual(["hooks, to none: not measured"]);
});

test("the table has a row for each, and no aims", () => {
  expect(resultsTable([speedTo("kernel", "cat", 0.0456), timeTo("hooks", "none", 1.2)])).toBe(
    "| What | Beside | Measured |\n|---|---|---|\n| kernel | cat | 0.046 × |\n| hooks | none | 1.20 × the time |",
  );
});
