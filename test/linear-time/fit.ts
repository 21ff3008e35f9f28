import { expect } from "vitest";
import { changesOf } from "../../src/config/selected-rules.ts";
import { extendProgram } from "../../src/program/extension/extend.ts";
import { preparedProgram } from "../../src/program/image/prepared.ts";
import { createRedactor, type RedactorOptions } from "../../src/redactor/redactor.ts";
import { createStepMeter } from "../bounded/step-meter.ts";
import { checkedKernel } from "../checked/scanner.ts";
import { cpuTime } from "../cpu-time.ts";
import { isLong } from "../long.ts";

/** Sizes in bytes, each four times the one before: what is late by half at one of them tilts the fit by a tenth. */
export const sizes = (largest: number): number[] => [6, 4, 2, 0].map((halvings) => largest >> halvings);
const LARGEST = 512 * 1024;
/** Steps are counted, so two sizes tell; the smaller one is longer than what the kernel looks ahead. */
const COUNTED = [16 * 1024, 64 * 1024];

export const MOST_EXPONENT = 1.3;
const TRIALS = 6;

/** Slope of log(cost) over log(size), by least squares. */
export function exponentOf(points: readonly (readonly [size: number, cost: number])[]): number {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const);
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

/** `unit` again and again after `head`. */
function textOf(size: number, unit: string, head: string): Buffer {
  const text = Buffer.alloc(size, unit, "latin1");
  text.write(head, "latin1");
  return text;
}

/**
 * Fails where the work to redact a text grows faster than it: the kernel's steps, which the checked build counts, and
 * in the long form the time as well.
 */
export async function expectLinear(
  name: string,
  unit: string,
  options: RedactorOptions | undefined,
  head = "",
  most = LARGEST,
): Promise<void> {
  const steps = createStepMeter(programOf(options), await checkedKernel());
  // What is remembered of the first text is asked for in the others.
  steps.perByteOf(textOf(COUNTED[0]!, unit, head));
  const points = COUNTED.map((size) => [size, size * steps.perByteOf(textOf(size, unit, head))] as const);
  expect(exponentOf(points), name).toBeLessThan(MOST_EXPONENT);
  if (!isLong) return;
  const redactor = createRedactor(options);
  const inputs = new Map(sizes(most).map((size) => [size, textOf(size, unit, head)]));
  const { exponent, rate } = fitted((size) => redactor.redact(inputs.get(size)!), [...inputs.keys()]);
  expect(exponent, `${name} at ${rate.toFixed(1)} MB/s`).toBeLessThan(MOST_EXPONENT);
}

function programOf(options: RedactorOptions | undefined) {
  const program = preparedProgram();
  return options === undefined ? program : extendProgram(program, changesOf(options));
}
