// Runs tests against one mutant after the other, until one fails.
import { preparedOf, type Scripts } from "./modules.ts";
import { type Steps, switchOff, switchTo } from "./mutated.ts";
import type { Baseline, Outcome, Task, TestRecord } from "./protocol.ts";
import { runTest, type Test } from "./stand-in.ts";

/** A mutant may take so many times the steps of the original, and so many more. */
const STEPS_FACTOR = 20;
const STEPS_MORE: Steps = { kernel: 1_000_000, typescript: 10_000_000 };
/** What loading a file costs is shared by so many tests of it. */
const TESTS_A_LOAD = 20;

export class Trial {
  readonly #task: Task;
  readonly #scripts: Scripts;
  readonly #baseline: Baseline;
  readonly #prepared: unknown;
  readonly #kills: Map<TestRecord, number> = new Map();
  /** Files that are loaded with no mutation on, and in which no test has failed since. */
  readonly #loaded: Map<string, readonly Test[]> = new Map();

  constructor(task: Task, scripts: Scripts, baseline: Baseline) {
    this.#task = task;
    this.#scripts = scripts;
    this.#baseline = baseline;
    this.#prepared = preparedOf(baseline.prepared);
  }

  async try(id: number): Promise<Outcome> {
    const { tests, files, preparing } = this.#baseline;
    const covering = tests.filter(
      ({ covered, file }) => covered.includes(id) || files[file]!.covered.includes(id),
    );
    const first = await this.#run(id, covering, (file) => this.#testsOf(file, id));
    if (first.killedBy !== undefined || !preparing.includes(id)) return first;
    const { killedBy, tests: more } = await this.#tryBuilt(id);
    return { killedBy, tests: first.tests + more };
  }

  /** With the catalogue as the mutated compiler writes it. */
  async #tryBuilt(id: number): Promise<Outcome> {
    let prepared: string;
    switchTo(id, most({ kernel: 0, typescript: 100 * STEPS_MORE.typescript }));
    try {
      prepared = this.#scripts.prepare(this.#task.prepare);
    } catch (error) {
      return { killedBy: `the build: ${String(error)}`, tests: 0 };
    } finally {
      switchOff();
    }
    if (prepared === this.#baseline.prepared) return { killedBy: undefined, tests: 0 };
    const scanning = this.#baseline.tests.filter(({ steps }) => steps.kernel > 0);
    const object = preparedOf(prepared);
    const loaded = new Map<string, readonly Test[]>();
    return this.#run(id, scanning, (file) => {
      const known = loaded.get(file) ?? this.#load(file, id, object);
      loaded.set(file, known);
      return known;
    });
  }

  async #run(
    id: number,
    records: readonly TestRecord[],
    testsOf: (file: string) => readonly Test[],
  ): Promise<Outcome> {
    let tests = 0;
    let left = this.#task.budgetMs;
    for (const record of this.#inOrder(records)) {
      left -= record.ms;
      if (left < 0) break;
      tests++;
      const failure = await this.#failureOf(id, record, testsOf);
      if (failure === undefined) continue;
      const isLoaded = this.#loaded.has(record.file);
      this.#loaded.delete(record.file);
      // What another mutant left behind in the modules is no failure of this one's.
      if (isLoaded && (await this.#failureOf(id, record, testsOf)) === undefined) continue;
      this.#kills.set(record, (this.#kills.get(record) ?? 0) + 1);
      return { killedBy: `${record.name}: ${failure}`, tests };
    }
    return { killedBy: undefined, tests };
  }

  async #failureOf(
    id: number,
    record: TestRecord,
    testsOf: (file: string) => readonly Test[],
  ): Promise<string | undefined> {
    try {
      const test = testsOf(record.file)[record.index];
      if (test === undefined) return "it is gone";
      switchTo(id, most(record.steps));
      await runTest(test);
      return undefined;
    } catch (error) {
      this.#loaded.delete(record.file);
      return String(error).slice(0, 200);
    } finally {
      switchOff();
    }
  }

  /** The tests of a file; it is loaded with the mutation on only where that is come by while it is. */
  #testsOf(file: string, id: number): readonly Test[] {
    if (this.#baseline.files[file]!.covered.includes(id)) return this.#load(file, id, this.#prepared);
    const known = this.#loaded.get(file) ?? this.#load(file, 0, this.#prepared);
    this.#loaded.set(file, known);
    return known;
  }

  #load(file: string, id: number, prepared: unknown): readonly Test[] {
    switchTo(id, most(this.#baseline.files[file]!.steps));
    try {
      return this.#scripts.tests(this.#task.scripts[file]!, prepared);
    } finally {
      switchOff();
    }
  }

  /** Those that told many in little time first. */
  #inOrder(records: readonly TestRecord[]): readonly TestRecord[] {
    const worth = new Map(
      records.map((record) => {
        const ms = record.ms + this.#baseline.files[record.file]!.ms / TESTS_A_LOAD;
        return [record, (1 + (this.#kills.get(record) ?? 0)) / (0.1 + ms)];
      }),
    );
    return [...records].sort((a, b) => worth.get(b)! - worth.get(a)!);
  }
}

function most({ kernel, typescript }: Steps): Steps {
  return {
    kernel: kernel * STEPS_FACTOR + STEPS_MORE.kernel,
    typescript: typescript * STEPS_FACTOR + STEPS_MORE.typescript,
  };
}
