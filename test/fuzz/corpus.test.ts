import { describe, expect, test } from "vitest";
import { readCorpus } from "./corpus.ts";
import { bytesOf } from "./target.ts";
import { targets } from "./targets/index.ts";

describe("what the fuzzer found is held", () => {
  test.each(Object.entries(targets))("%s", (name, target) => {
    const file = new URL(`corpus/${name}.jsonl`, import.meta.url).pathname;
    const corpus = readCorpus(file);
    expect(corpus.length).toBeGreaterThan(20);
    for (const input of [...corpus, ...target.seeds.map(bytesOf)]) target.check(input);
  });
});
