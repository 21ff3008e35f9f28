// A process of its own that tries one mutant after the other; what hangs is ended from outside.
import { readFileSync } from "node:fs";
import { observeSubject } from "../replay/baseline.ts";
import { loadSubject, type Subject } from "../replay/subject.ts";
import type { Searched } from "../search.ts";
import { Scripts } from "./modules.ts";
import { forgetKernels, observe, searchSwitch, switchKernels, watchAll } from "./mutated.ts";
import type { Observed, Order, Report, Task } from "./protocol.ts";
import { Trial } from "./trial.ts";

const task = JSON.parse(process.argv[2]!) as Task;
switchKernels();
const scripts = new Scripts(task.kernel, task.known);
let trial: Trial | undefined;

async function observeAll(): Promise<Observed> {
  let prepared: Uint8Array = new Uint8Array();
  const preparing = await observe(() => {
    prepared = scripts.compile(task.catalogue);
  }, task.mutations);
  watchAll();
  let subject: Subject | undefined;
  const loading = await observe(() => {
    subject = loadSubject(scripts, task.tests, prepared);
  }, task.mutations);
  const baseline = await observeSubject(subject!, task.mutations);
  trial = new Trial(task, scripts, baseline, prepared, preparing.covered, loading.covered);
  return { tests: baseline.tests.length, calls: baseline.calls.length, failing: baseline.failing };
}

async function carryOut(order: Order): Promise<Report> {
  if (order.kind === "observe") return { kind: "observed", observed: await observeAll() };
  if (order.kind === "search") return { kind: "found", ...search(order) };
  return { kind: "outcome", outcome: await trial!.try(order.id) };
}

function search({ ids, seed, ms, lines }: Extract<Order, { kind: "search" }>): Searched {
  forgetKernels();
  watchAll();
  const { searchTexts } = scripts.load(
    task.search,
    scripts.compile(task.catalogue),
  ) as typeof import("../search.ts");
  return searchTexts(ids, searchSwitch(task.mutations), { seed, ms, lines: linesOf(lines) });
}

function linesOf(path: string | undefined): readonly string[] {
  return path === undefined ? [] : readFileSync(path, "latin1").split("\n");
}

process.on("message", async (order: Order) => {
  process.send!(await carryOut(order));
});
