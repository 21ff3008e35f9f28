import { expect, test } from "vitest";
import { start } from "../program.ts";

// How soon is what `npx tsx bench/prompt.ts` prints: 2 ms are aimed at, on a machine that does nothing else.
test("a line in is a line out, before the next one comes", async () => {
  const run = start([]);
  let expected = "";
  for (let i = 0; i < 100; i++) {
    run.child.stdin!.write(`{"level":30,"n":${i},"msg":"request completed","password":"x${i}y"}\n`);
    expected += `{"level":30,"n":${i},"msg":"request completed","password":"[REDACTED]"}\n`;
    await run.until((output) => output.length >= expected.length);
  }
  expect(run.output()).toBe(expected);
  run.child.stdin!.end();
  expect(await run.ended).toEqual({ status: 0, signal: null });
  expect(run.output()).toBe(expected);
});
