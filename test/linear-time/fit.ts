import { expect } from "vitest";
import { createRedactor, type RedactorOptions } from "../../src/redactor/redactor.ts";
import { cpuTime } from "../cpu-time.ts";

/** Sizes in bytes, each four times the one before: what is late by half at one of them tilts the fit by a tenth. */
export const sizes = (largest: number): number[] => [6, 4, 2, 0].map((halvings) => largest >> halvings);
export const LARGEST: number = 512 * 1024;

export const MOST_EXPONENT = 1.3;
const TRIALS = 6;

/** Slope of log(time) over log(size), by least squares. */
function exponentOf(points: readonly (readonly [size: number, ms: number])[]): number {
  const logs = points.map(([size, ms]) => [Math.log(size), Math.log(ms)] as const);
  const mean = (k: 0 | 1) => logs.reduce((sum, point) => sum + point[k], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const top = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return top / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

/**
 * Fits the best time of each size, tried until they fit: another process' noise only makes things slower,
 * now and then.
 */
export function fitted(
  run: (size: number) => void,
  all: readonly number[],
): { exponent: number; rate: number } {
  const best = new Map<number, number>();
  // Cold code is slow at the small sizes, which would hide a square.
  run(all.at(-1)!);
  let exponent = Number.POSITIVE_INFINITY;
  for (let trial = 0; trial < TRIALS && exponent > MOST_EXPONENT; trial++) {
    for (const size of all)
      best.set(size, Math.min(best.get(size) ?? Number.POSITIVE_INFINITY, time(run, size), time(run, size)));
    exponent = exponentOf([...best]);
  }
  const [size, ms] = [...best].at(-1)!;
  return { exponent, rate: size / ms / 1000 };
}

function time(run: (size: number) => void, size: number): number {
  return cpuTime(() => run(size));
}

/** Fails where the time to redact `unit`, again and again behind `head`, grows faster than the text. */
export function expectLinear(
  name: string,
  unit: string,
  options: RedactorOptions | undefined,
  head = "",
  most = LARGEST,
): void {
  const redactor = createRedactor(options);
  const inputs = new Map(sizes(most).map((size) => [size, Buffer.alloc(size, unit, "latin1")]));
  for (const input of inputs.values()) input.write(head, "latin1");
  const { exponent, rate } = fitted((size) => redactor.redact(inputs.get(size)!), [...inputs.keys()]);
  expect(exponent, `${name} at ${rate.toFixed(1)} MB/s`).toBeLessThan(MOST_EXPONENT);
}
