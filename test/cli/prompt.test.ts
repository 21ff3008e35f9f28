import { expect, test } from "vitest";
import { program } from "./program.ts";

// The bench's scripts are JavaScript without types.
const script: string = new URL("../../bench/prompt.js", import.meta.url).href;

// The aim, 2 ms, is for a machine that does nothing else; `node bench/prompt.js` prints what is measured.
test("a line in is a line out at once, under a trickle", { timeout: 30_000 }, async () => {
  const { measurePromptness } = (await import(script)) as {
    measurePromptness(command: readonly string[], lines: number): Promise<{ median: number; p99: number }>;
  };
  const { median, p99 } = await measurePromptness([process.execPath, program], 200);
  expect(median).toBeLessThan(10);
  expect(p99).toBeLessThan(100);
});
