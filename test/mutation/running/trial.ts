// Tries one mutant after the other: asks again what the tests ask, and lets the test of what comes out otherwise judge.

import type { Baseline, CallRecord, TestRecord } from "../replay/baseline.ts";
import type { Call } from "../replay/recorder.ts";
import { loadSubject } from "../replay/subject.ts";
import type { Scripts } from "./modules.ts";
import { forgetLearnt, type Steps, switchOff, switchTo, unwatched } from "./mutated.ts";
import type { Outcome, Task } from "./protocol.ts";
import { runTest, type Test } from "./stand-in.ts";

/** A mutant may take so many times the steps of the original, and so many more. */
const STEPS_FACTOR = 20;
const STEPS_MORE: Steps = { kernel: 1_000_000, typescript: 10_000_000 };

/** Of calls that give something else, so many are looked at whose tests do not mind. */
const MAX_UNMINDED = 12;
/** What is built anew tells of a constant, by which all calls come: so many times as long, as the cheapest tests tell little. */
const BUILT_FACTOR = 8;
/** Of the calls that come by a mutant, whole texts and cut ones, so many are made, from the shortest to the longest. */
const MAX_CALLS = 10_000;

interface Replayed extends Outcome {
  /** Whether a call comes by the mutation. */
  readonly isCovered: boolean;
  /**
   * Tests that ask what was asked again of a redactor without options, but for those that did not mind what came out:
   * what making one of another's own does is not done again.
   */
  readonly tests: readonly Test[];
}

export class Trial {
  readonly #task: Task;
  readonly #scripts: Scripts;
  readonly #baseline: Baseline;
  readonly #prepared: Uint8Array;
  /** What the build of the catalogue, and loading the tests, come by. */
  readonly #preparing: ReadonlySet<number>;
  readonly #loading: ReadonlySet<number>;
  readonly #kills: Map<string, number> = new Map();

  constructor(
    task: Task,
    scripts: Scripts,
    baseline: Baseline,
    prepared: Uint8Array,
    preparing: readonly number[],
    loading: readonly number[],
  ) {
    this.#task = task;
    this.#scripts = scripts;
    this.#baseline = baseline;
    this.#prepared = prepared;
    this.#preparing = new Set(preparing);
    this.#loading = new Set(loading);
  }

  async try(id: number): Promise<Outcome> {
    forgetLearnt();
    const covering = this.#baseline.tests.filter((record) => record?.covered.has(id)) as TestRecord[];
    const replayed = await this.#replay(id);
    if (replayed.killedBy !== undefined) return replayed;
    let { tries } = replayed;
    // Where calls come by the code, only what comes by it in other ways is left.
    const asked = new Set(replayed.tests);
    const others = covering.filter(({ test }) => !asked.has(test));
    const direct = await this.#run(id, others);
    tries += direct.tries;
    if (direct.killedBy !== undefined) return { killedBy: direct.killedBy, tries };
    // What no call comes by, but a test does, is done once: a constant, or what a kernel makes when it is new.
    const isOnce = this.#loading.has(id) || (covering.length > 0 && !replayed.isCovered);
    if (isOnce || this.#preparing.has(id)) {
      const built = await unwatched(() => this.#tryBuilt(id, isOnce));
      return { killedBy: built.killedBy, tries: tries + built.tries };
    }
    return { killedBy: undefined, tries, isUnreached: covering.length === 0 };
  }

  async #replay(id: number): Promise<Replayed> {
    let tries = 0;
    let isCovered = false;
    const unminded = new Set<TestRecord>();
    const asking = new Set<TestRecord>();
    for (const isCut of [false, true]) {
      const covering = this.#baseline.calls.filter(
        ({ call, covered }) => call.isCut === isCut && covered.has(id),
      );
      if (covering.length > 0) isCovered = true;
      for (const { call } of covering)
        if (call.isPlain) for (const record of this.#recordsOf(call)) asking.add(record);
      for (const record of spread(covering, MAX_CALLS)) {
        if (unminded.size >= MAX_UNMINDED) break;
        tries++;
        if (outOf(id, record) === record.out) continue;
        const judged = await this.#judge(id, record, unminded);
        if (judged !== undefined) return { killedBy: judged, tries, isCovered, tests: [] };
      }
    }
    const tests = [...asking].filter((record) => !unminded.has(record)).map(({ test }) => test);
    return { killedBy: undefined, tries, isCovered, tests };
  }

  #recordsOf(call: Call): readonly TestRecord[] {
    return call.tests.flatMap((test) => this.#baseline.tests[test] ?? []);
  }

  /** The test that fails because something else comes out. */
  async #judge(id: number, { call }: CallRecord, unminded: Set<TestRecord>): Promise<string | undefined> {
    forgetLearnt();
    for (const record of [...this.#recordsOf(call)].sort((a, b) => a.ms - b.ms)) {
      if (unminded.has(record)) continue;
      const failure = await failureOf(id, record, record.test);
      if (failure === undefined) {
        unminded.add(record);
        continue;
      }
      forgetLearnt();
      if ((await failureOf(0, record, record.test)) !== undefined) continue;
      this.#kills.set(record.test.file, (this.#kills.get(record.test.file) ?? 0) + 1);
      return `${record.test.name}: ${failure}`;
    }
    return undefined;
  }

  /**
   * Runs tests, those of little time first. Where they were loaded anew with the mutation on, these are in `built` by
   * their names, and a failure is the mutation's; of others it may be what another mutant left after.
   */
  async #run(
    id: number,
    records: readonly TestRecord[],
    built?: ReadonlyMap<string, Test>,
  ): Promise<Outcome> {
    let tries = 0;
    let left = this.#task.budgetMs * (built === undefined ? 1 : BUILT_FACTOR);
    for (const record of [...records].sort((a, b) => a.ms - b.ms)) {
      left -= record.ms;
      if (left < 0) break;
      tries++;
      const test = built === undefined ? record.test : built.get(record.test.name);
      const failure = test === undefined ? "it is gone" : await failureOf(id, record, test);
      if (failure === undefined) continue;
      forgetLearnt();
      if (built === undefined && (await failureOf(0, record, record.test)) !== undefined) continue;
      const how = built === undefined ? "" : "built anew, ";
      return { killedBy: `${how}${record.test.name}: ${failure}`, tries };
    }
    return { killedBy: undefined, tries };
  }

  /** With the catalogue as the mutated compiler writes it, and the tests loaded anew. */
  async #tryBuilt(id: number, isOnce: boolean): Promise<Outcome> {
    switchTo(id, most({ kernel: 0, typescript: 100 * STEPS_MORE.typescript }));
    let subject: ReturnType<typeof loadSubject>;
    try {
      const prepared = this.#preparing.has(id) ? this.#scripts.compile(this.#task.catalogue) : this.#prepared;
      if (isSame(prepared, this.#prepared) && !isOnce) return { killedBy: undefined, tries: 0 };
      subject = loadSubject(this.#scripts, this.#task.tests, prepared);
    } catch (error) {
      return { killedBy: `the build: ${String(error).slice(0, 200)}`, tries: 0 };
    } finally {
      switchOff();
    }
    const scanning = this.#baseline.tests.filter(
      (record) => record !== undefined && (record.steps.kernel > 0 || record.covered.has(id)),
    ) as TestRecord[];
    const byName = new Map(subject.tests.map((test) => [test.name, test]));
    return this.#run(id, scanning, byName);
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/** At most `most` of the items, each as far from the next. */
function spread<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, i) => items[Math.floor((i * items.length) / most)]!);
}

/** What a call gives with a mutation on; undefined where it takes too many steps or throws. */
export function outOf(id: number, { call, steps }: CallRecord): string | undefined {
  switchTo(id, most({ kernel: steps, typescript: 0 }));
  try {
    return call.run();
  } catch {
    return undefined;
  } finally {
    switchOff();
  }
}

async function failureOf(id: number, { steps }: TestRecord, test: Test): Promise<string | undefined> {
  switchTo(id, most(steps));
  try {
    await runTest(test);
    return undefined;
  } catch (error) {
    return String(error).slice(0, 200);
  } finally {
    switchOff();
  }
}

function most({ kernel, typescript }: Steps): Steps {
  return {
    kernel: kernel * STEPS_FACTOR + STEPS_MORE.kernel,
    typescript: typescript * STEPS_FACTOR + STEPS_MORE.typescript,
  };
}
