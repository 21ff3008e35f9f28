// The fuzzer's loop, in a thread of its own: what hangs is ended from outside.
import { parentPort, workerData } from "node:worker_threads";
import { createRandom, pick } from "../samples/random.ts";
import { Coverage, countKernelBranches } from "./coverage.ts";
import { mutate, shrink } from "./mutate.ts";
import { bytesOf } from "./target.ts";

export interface Task {
  readonly target: string;
  readonly seconds: number;
  readonly seed: number;
  readonly corpus: readonly Uint8Array[];
  /** What is being tried, for who watches: its length, then its bytes. */
  readonly current: SharedArrayBuffer;
}

export type Report =
  | { readonly kind: "progress"; readonly runs: number; readonly branches: number; readonly inputs: number }
  | { readonly kind: "found"; readonly input: Uint8Array; readonly message: string }
  | {
      readonly kind: "done";
      readonly runs: number;
      readonly branches: number;
      readonly corpus: Uint8Array[];
    };

countKernelBranches();
const { targets } = await import("./targets/index.ts");

const task = workerData as Task;
const target = targets[task.target]!;
const random = createRandom(task.seed);
const coverage = new Coverage(target.guides);
const report = (message: Report): void => parentPort!.postMessage(message);
const length = new Int32Array(task.current, 0, 1);
const shown = new Uint8Array(task.current, 4);

function show(input: Uint8Array): void {
  shown.set(input);
  Atomics.store(length, 0, input.length);
}

/** What is thrown for an input, undefined if nothing is. */
function failureOf(input: Uint8Array): (Error & { promise?: string }) | undefined {
  try {
    show(input);
    target.check(input);
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

const inputs: Uint8Array[] = [];
let runs = 0;

/** Returns false when the input breaks a promise, which ends the run. */
function tryOne(input: Uint8Array): boolean {
  runs++;
  let failure: ReturnType<typeof failureOf>;
  const fresh = coverage.newIn(() => {
    failure = failureOf(input);
  });
  if (failure !== undefined) {
    const { promise } = failure;
    const smallest = shrink(input, (smaller) => {
      const again = failureOf(smaller);
      return again !== undefined && again.promise === promise;
    });
    report({ kind: "found", input: smallest, message: String(failureOf(smallest)?.stack ?? failure) });
    return false;
  }
  if (fresh.length > 0) inputs.push(input.slice());
  return true;
}

/** As few inputs as take all branches between them that the seeds do not, however often; the shortest first. */
function fewest(all: readonly Uint8Array[]): Uint8Array[] {
  const seen = new Set<string>();
  const opensAny = (input: Uint8Array): boolean => {
    const before = seen.size;
    for (const feature of coverage.of(() => target.check(input))) seen.add(feature.split(":")[0]!);
    return seen.size > before;
  };
  for (const seed of target.seeds) opensAny(bytesOf(seed));
  return [...all]
    .sort((a, b) => a.length - b.length)
    .filter((input) => {
      // Some thousand inputs take longer than one that hangs.
      tellProgress();
      return opensAny(input);
    });
}

function tellProgress(): void {
  report({ kind: "progress", runs, branches: coverage.size, inputs: inputs.length });
}

function run(): void {
  const first = [...task.corpus, ...target.seeds.map(bytesOf)].filter(
    ({ length }) => length <= target.mostBytes,
  );
  for (const input of first) {
    if (!tryOne(input)) return;
    tellProgress();
  }
  if (inputs.length === 0) inputs.push(new Uint8Array());
  const end = performance.now() + task.seconds * 1000;
  for (let next = 0; performance.now() < end; ) {
    // New ones are tried more often: what they opened is not explored yet.
    const from = random() < 0.5 ? inputs.slice(-40) : inputs;
    if (!tryOne(mutate(pick(from, random), pick(inputs, random), target.words, target.mostBytes, random)))
      return;
    if (performance.now() < next) continue;
    tellProgress();
    next = performance.now() + 1000;
  }
  report({ kind: "done", runs, branches: coverage.size, corpus: fewest(inputs) });
}

run();
