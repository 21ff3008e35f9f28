import { expect, test } from "vitest";
import { preload, scrubjay, TOKEN } from "../program.ts";

const LOG = `start\n  user=ann password=hunter2\n{"ü":"é","apiKey":"x1y2z3w4"} ${TOKEN}\n`;

test("memory does not grow with the input or with what is found", () => {
  const peakOf = (lines: number): number => {
    const code = "process.on('exit',()=>console.error(process.resourceUsage().maxRSS))";
    const { stdout, stderr } = scrubjay(["audit", "--format", "json", "-"], LOG.repeat(lines), preload(code));
    expect(JSON.parse(stdout).summary.findings).toBe(3 * lines);
    return Number(/^(\d+)$/m.exec(stderr)![1]);
  };
  peakOf(1);
  // Half of the input of the second, which is 5 MB.
  expect(peakOf(60_000) - peakOf(10_000)).toBeLessThan(30_000);
});
