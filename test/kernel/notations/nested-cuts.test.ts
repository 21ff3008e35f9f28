// Every notation in strings, byte by byte, and in those of JSON cut into two chunks at every byte.
import { describe, expect, test } from "vitest";
import { isLong } from "../../long.ts";
import { all, inBytes, inChunks, nested, wraps } from "../cases/nested.ts";

describe.each(isLong ? ["json", "json of Gson"] : ["json"])("in %s, at every cut", (name) => {
  test.each(all)("%s", (_group, cases) => {
    for (const [input, expected] of nested(name, cases)) {
      const bytes = Buffer.from(input, "latin1");
      for (let cut = 1; cut < bytes.length; cut++) {
        const got = inChunks([bytes.subarray(0, cut), bytes.subarray(cut)]);
        if (got !== expected) expect(got, `cut at ${cut}`).toBe(expected);
      }
    }
  });
});

describe.each(Object.keys(wraps))("in %s, byte by byte", (name) => {
  test.each(all)("%s", (_group, cases) => {
    for (const [input, expected] of nested(name, cases)) expect(inBytes(input)).toBe(expected);
  });
});
