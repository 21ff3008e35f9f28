// Builds a sample of the mutants and runs the tests against each; see `run.js`.
import { type ChildProcess, fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildKernel, type MutatedKernel } from "./running/build-kernel.ts";
import { bundleScripts } from "./running/bundle.ts";
import { Journal } from "./running/journal.ts";
import type { Observed, Order, Outcome, Report, Task } from "./running/protocol.ts";
import type { Found, Searched } from "./search.ts";
import { allMutations, numbered, readSources, type Source, sampleOf } from "./sites/mutants.ts";
import type { Mutation } from "./sites/operators.ts";
import type { Numbered } from "./sites/rewrite.ts";
import { isListed, type Survivors } from "./survivors.ts";
import { testFiles } from "./test-files.ts";

/** A mutant that takes longer hangs where no step is counted. */
const HANG_MS = 300_000;

export interface Options {
  readonly sample: number;
  readonly seed: number;
  /** Part of `file:function`, with `*` for anything. */
  readonly file: string | undefined;
  readonly survivors: Survivors;
  /** Where outcomes are kept until the run has ended. */
  readonly journal: string;
  /** How long texts are searched that tell survivors. */
  readonly searchMs: number;
  /** A file of lines that the search begins with. */
  readonly lines: string | undefined;
  /** Names of the mutants that are tried; undefined: the sample's. */
  readonly only: ReadonlySet<string> | undefined;
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
  const { only } = options;
  const drawn = sampleOf(all, options.sample, options.seed).filter(
    (mutation) => only?.has(nameOf(mutation)) ?? true,
  );
  // Those that are known to survive are looked at every time: one that is killed now is to leave the list.
  const known = (only === undefined ? all : []).filter(
    (mutation) => !drawn.includes(mutation) && isListed(mutation, options.survivors),
  );
  const sample = numbered([...drawn, ...known]);
  say(`${sample.length} of ${all.length} mutants, seed ${options.seed}`);
  const kernel = await buildKernel(sources, sample);
  const task = await writeTask(options, sources, kernel);
  const journal = new Journal(options.journal, [task.kernel, task.known, task.tests, task.catalogue]);
  say(`built; ${journal.size} mutants are known from a run that was cut short`);
  const worker = new Worker(options.worker, task);
  const results: Result[] = [];
  for (const mutation of kernel.mutations) {
    let outcome = journal.outcomeOf(mutation.id);
    if (outcome === undefined) {
      if (!worker.isReady) sayObserved(await worker.observe(), say);
      outcome = await worker.try(mutation);
      journal.note(mutation.id, outcome);
    }
    results.push({ mutation, outcome });
    say(`${results.length}/${kernel.mutations.length} ${nameOf(mutation)}: ${toldOf(outcome)}`);
  }
  results.sort((a, b) => a.mutation.id - b.mutation.id);
  const alive = results.flatMap(({ mutation, outcome }) =>
    outcome.killedBy === undefined ? [mutation] : [],
  );
  const searched = options.searchMs > 0 ? await worker.search(alive, options) : NOTHING;
  worker.end();
  return { results, refused: kernel.refused, found: searched.found };
}

function sayObserved({ tests, calls, failing }: Observed, say: (line: string) => void): void {
  say(`${tests} tests with ${calls} calls; ${failing.length} tests fail without a mutation`);
  for (const test of failing) say(`  ${test}`);
}

function toldOf({ killedBy, isUnreached, tries }: Outcome): string {
  return killedBy ?? `SURVIVED ${tries} tries${isUnreached ? ", comes by no test" : ""}`;
}

const NOTHING: Searched = { found: [] };

/** Writes the mutated kernel and the scripts. */
async function writeTask(
  { folder, budgetMs, tests }: Options,
  sources: readonly Source[],
  { wasm, known, mutations }: MutatedKernel,
): Promise<Task> {
  const kernel = join(folder, "kernel.wasm");
  writeFileSync(kernel, wasm);
  const knownPath = join(folder, "known.wasm");
  writeFileSync(knownPath, known);
  const others = {
    catalogue: "test/mutation/replay/compile-catalogue.ts",
    search: "test/mutation/search.ts",
  };
  await bundleScripts(others, testFiles(tests), sources, mutations, folder);
  const script = (name: string): string => join(folder, `${name}.cjs`);
  const most = mutations.reduce((most, { id }) => Math.max(most, id), 0);
  const scripts = { catalogue: script("catalogue"), tests: script("tests"), search: script("search") };
  return { budgetMs, kernel, known: knownPath, mutations: most, ...scripts };
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

  /** Whether its process has seen the tests. */
  isReady = false;

  async observe(): Promise<Observed> {
    const report = await this.#ask({ kind: "observe" }, 30 * HANG_MS);
    if (report?.kind !== "observed") throw new Error("the tests hang or the process ended");
    this.isReady = true;
    return report.observed;
  }

  async try({ id }: Numbered): Promise<Outcome> {
    const report = await this.#ask({ kind: "try", id }, HANG_MS);
    if (report?.kind === "outcome") return report.outcome;
    this.end();
    return { killedBy: "no answer", tries: 0 };
  }

  async search(alive: readonly Numbered[], { seed, searchMs, lines }: Options): Promise<Searched> {
    const ids = alive.map(({ id }) => id);
    const report = await this.#ask(
      { kind: "search", ids, seed, ms: searchMs, lines },
      HANG_MS + 2 * searchMs,
    );
    return report?.kind === "found" ? report : NOTHING;
  }

  end(): void {
    this.#process?.kill("SIGKILL");
    this.#process = undefined;
    this.isReady = false;
  }

  #running(): ChildProcess {
    this.#process ??= fork(this.#path, [JSON.stringify(this.#task)], {
      env: { ...process.env, SCRUBJAY_LONG: "0.1" },
      execArgv: ["--stack-size=2000", "--max-old-space-size=6000"],
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
