// Builds a sample of the mutants and runs the tests against each; see `run.js`.
import { type ChildProcess, fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildKernel, type MutatedKernel } from "./build-kernel.ts";
import { bundleScripts } from "./bundle.ts";
import { allMutations, numbered, readSources, type Source, sampleOf } from "./mutants.ts";
import type { Mutation } from "./operators.ts";
import type { Baseline, Order, Outcome, Report, Task } from "./protocol.ts";
import type { Numbered } from "./rewrite.ts";
import type { Found, Searched } from "./search.ts";
import { isListed, type Survivors } from "./survivors.ts";
import { testFiles } from "./test-files.ts";

/** A mutant that takes longer hangs where no step is counted. */
const HANG_MS = 120_000;

export interface Options {
  readonly sample: number;
  readonly seed: number;
  /** Part of `file:function`, with `*` for anything. */
  readonly file: string | undefined;
  readonly survivors: Survivors;
  readonly workers: number;
  /** How long texts are searched that tell survivors. */
  readonly searchMs: number;
  readonly budgetMs: number;
  /** Part of the test files' paths. */
  readonly tests: string | undefined;
  readonly folder: string;
  readonly worker: string;
}

export interface Result {
  readonly mutation: Numbered;
  readonly outcome: Outcome;
}

export interface Run {
  readonly results: readonly Result[];
  readonly refused: readonly Numbered[];
  /** Texts that would kill survivors. */
  readonly found: readonly Found[];
}

export async function runMutants(options: Options, say: (line: string) => void): Promise<Run> {
  const sources = readSources();
  const all = allMutations(sources).filter((mutation) => isIn(mutation, options.file));
  const drawn = sampleOf(all, options.sample, options.seed);
  // Those that are known to survive are looked at every time: one that is killed now is to leave the list.
  const known = all.filter((mutation) => !drawn.includes(mutation) && isListed(mutation, options.survivors));
  const sample = numbered([...drawn, ...known]);
  say(`${sample.length} of ${all.length} mutants, seed ${options.seed}`);
  const kernel = await buildKernel(sources, sample);
  const task = await writeTask(options, sources, kernel);
  say("built");
  const first = new Worker(options.worker, task);
  const baseline = await first.observe();
  say(`${baseline.tests.length} tests, ${baseline.failing.length} of which fail without a mutation`);
  for (const failing of baseline.failing) say(`  ${failing}`);
  const left = [...kernel.mutations];
  const results: Result[] = [];
  const workers = [
    first,
    ...Array.from({ length: options.workers - 1 }, () => new Worker(options.worker, task)),
  ];
  await Promise.all(
    workers.map(async (worker) => {
      for (let mutation = left.shift(); mutation !== undefined; mutation = left.shift()) {
        const outcome = await worker.try(mutation, baseline);
        results.push({ mutation, outcome });
        say(
          `${results.length}/${kernel.mutations.length} ${nameOf(mutation)}: ${outcome.killedBy ?? "SURVIVED"}`,
        );
      }
      if (worker !== first) worker.end();
    }),
  );
  results.sort((a, b) => a.mutation.id - b.mutation.id);
  const alive = results.flatMap(({ mutation, outcome }) =>
    outcome.killedBy === undefined ? [mutation] : [],
  );
  const searched = options.searchMs > 0 ? await first.search(alive, options, baseline) : NOTHING;
  first.end();
  const told = new Set(searched.told);
  const judged = results.map((result) => (told.has(result.mutation.id) ? toldOf(result) : result));
  return { results: judged, refused: kernel.refused, found: searched.found };
}

const NOTHING: Searched = { told: [], found: [] };

/** A mutant that no test has told, but a text of which one says what comes out. */
function toldOf({ mutation }: Result): Result {
  return { mutation, outcome: { killedBy: "a text that is tested", tests: 0 } };
}

/** Writes the mutated kernel and the scripts. */
async function writeTask(
  { folder, budgetMs, tests }: Options,
  sources: readonly Source[],
  { wasm, mutations }: MutatedKernel,
): Promise<Task> {
  const kernel = join(folder, "kernel.wasm");
  writeFileSync(kernel, wasm);
  const names = testFiles(tests).map((file, i) => [file, `test-${i}`] as const);
  const entries = Object.fromEntries(names.map(([file, name]) => [name, file]));
  const others = { prepare: "build/prepare-catalogue.ts", search: "test/mutation/search.ts" };
  await bundleScripts({ ...entries, ...others }, sources, mutations, folder);
  const scripts = Object.fromEntries(names.map(([file, name]) => [file, join(folder, `${name}.cjs`)]));
  const paths = { prepare: join(folder, "prepare.cjs"), search: join(folder, "search.cjs") };
  const most = mutations.reduce((most, { id }) => Math.max(most, id), 0);
  return { budgetMs, kernel, mutations: most, ...paths, scripts };
}

export function nameOf({ file, within, operator, text }: Mutation): string {
  return `${file}:${within}: ${operator}: ${text}`;
}

/** Whether a mutation's file and function are what is asked for: a part of `file:function`, with `*` for anything. */
function isIn({ file, within }: Mutation, asked: string | undefined): boolean {
  if (asked === undefined) return true;
  const parts = asked.split("*").map((part) => part.replace(/[.\\+?^${}()|[\]]/g, "\\$&"));
  return new RegExp(parts.join(".*")).test(`${file}:${within}`);
}

/** A process that runs mutants; a new one where it hangs. */
class Worker {
  readonly #path: string;
  readonly #task: Task;
  #process: ChildProcess | undefined;

  constructor(path: string, task: Task) {
    this.#path = path;
    this.#task = task;
  }

  async observe(): Promise<Baseline> {
    const report = await this.#ask({ kind: "observe" }, 10 * HANG_MS);
    if (report?.kind !== "baseline") throw new Error("the tests hang or the process ended");
    this.#start(report.baseline);
    return report.baseline;
  }

  async try({ id }: Numbered, baseline: Baseline): Promise<Outcome> {
    if (this.#process === undefined) this.#start(baseline);
    const report = await this.#ask({ kind: "try", id }, HANG_MS);
    if (report?.kind === "outcome") return report.outcome;
    this.end();
    return { killedBy: "no answer", tests: 0 };
  }

  async search(
    alive: readonly Numbered[],
    { seed, searchMs }: Options,
    baseline: Baseline,
  ): Promise<Searched> {
    if (this.#process === undefined) this.#start(baseline);
    const ids = alive.map(({ id }) => id);
    const report = await this.#ask({ kind: "search", ids, seed, ms: searchMs }, HANG_MS + 2 * searchMs);
    return report?.kind === "found" ? report : NOTHING;
  }

  end(): void {
    this.#process?.kill("SIGKILL");
    this.#process = undefined;
  }

  #start(baseline: Baseline): void {
    this.#running().send({ kind: "start", baseline } satisfies Order);
  }

  #running(): ChildProcess {
    this.#process ??= fork(this.#path, [JSON.stringify(this.#task)], {
      env: { ...process.env, SCRUBJAY_LONG: "0.1" },
      execArgv: ["--stack-size=2000"],
    });
    return this.#process;
  }

  #ask(order: Order, ms: number): Promise<Report | undefined> {
    const child = this.#running();
    return new Promise((resolve) => {
      const done = (report?: Report) => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(report);
      };
      const timer = setTimeout(done, ms);
      child.on("message", (report) => done(report as Report));
      child.on("exit", () => done());
      child.send(order);
    });
  }
}
