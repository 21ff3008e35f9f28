import { expect, test } from "vitest";
import * as abi from "../../src/kernel/abi.ts";

test("each word of the program's header has an address of its own", () => {
  const words = Object.entries(abi)
    .filter(([name]) => /^P_[A-Z_]+$/.test(name))
    .map(([, address]) => address as number);
  expect(words.length).toBeGreaterThan(30);
  expect(words.filter((address, i) => words.indexOf(address) !== i)).toEqual([]);
  for (const address of words) {
    expect(address % 4).toBe(0);
    expect(address).toBeLessThan(abi.PROGRAM_HEADER);
  }
});
