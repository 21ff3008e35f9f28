// Runs all tests with no mutation on: what they ask the redactors for, what they take, and what they come by.
import { observe, observeCall, type Steps, switchOff, watchAll } from "../running/mutated.ts";
import { runTest } from "../running/stand-in.ts";
import { BitSet } from "./bit-set.ts";
import type { Call } from "./recorder.ts";
import type { OwnTest, Subject } from "./subject.ts";

export interface TestRecord {
  readonly test: OwnTest;
  readonly ms: number;
  readonly steps: Steps;
  readonly covered: BitSet;
}

export interface CallRecord {
  readonly call: Call;
  readonly out: string;
  readonly steps: number;
  readonly covered: BitSet;
}

export interface Baseline {
  /** By their numbers; undefined for those that fail without any mutation. */
  readonly tests: readonly (TestRecord | undefined)[];
  /** The cheapest first. */
  readonly calls: readonly CallRecord[];
  readonly failing: readonly string[];
}

/** Of what is asked in pieces, so many steps are enough. */
const MAX_CALL_STEPS = 3_000_000;

export async function observeSubject(subject: Subject, mutations: number): Promise<Baseline> {
  watchAll();
  const tests: (TestRecord | undefined)[] = [];
  const failing: string[] = [];
  for (const [index, test] of subject.tests.entries()) {
    subject.recorder.test = index;
    try {
      const { ms, steps, covered } = await observe(() => runTest(test), mutations);
      tests.push({ test, ms, steps, covered: BitSet.of(covered, mutations) });
    } catch (error) {
      tests.push(undefined);
      failing.push(`${test.name}: ${String(error).slice(0, 300)}`);
    }
  }
  subject.recorder.test = undefined;
  const calls: CallRecord[] = [];
  for (const call of subject.recorder.calls) {
    if (call.tests.every((test) => tests[test] === undefined)) continue;
    const record = recordOf(call, mutations);
    if (record !== undefined) calls.push(record);
  }
  switchOff();
  calls.sort((a, b) => a.steps - b.steps);
  return { tests, calls, failing };
}

/** Undefined where it is not the same each time, or takes too long. */
function recordOf(call: Call, mutations: number): CallRecord | undefined {
  try {
    const { out, steps, covered } = observeCall(() => call.run(), mutations);
    if (steps > MAX_CALL_STEPS) return undefined;
    return call.run() === out ? { call, out, steps, covered: BitSet.of(covered, mutations) } : undefined;
  } catch {
    return undefined;
  }
}
