// A process of its own that runs the tests against one mutant after the other; what hangs is ended from outside.
import { observeAll } from "./baseline.ts";
import { preparedOf, Scripts } from "./modules.ts";
import { searchSwitch, switchKernels } from "./mutated.ts";
import type { Order, Report, Task } from "./protocol.ts";
import type { Searched } from "./search.ts";
import { Trial } from "./trial.ts";

const task = JSON.parse(process.argv[2]!) as Task;
switchKernels();
const scripts = new Scripts(task.kernel);
let trial: Trial | undefined;

async function carryOut(order: Order): Promise<Report | undefined> {
  if (order.kind === "observe") return { kind: "baseline", baseline: await observeAll(task, scripts) };
  if (order.kind === "start") {
    trial = new Trial(task, scripts, order.baseline);
    return undefined;
  }
  if (order.kind === "search") return { kind: "found", ...search(order) };
  return { kind: "outcome", outcome: await trial!.try(order.id) };
}

function search({ ids, seed, ms }: Extract<Order, { kind: "search" }>): Searched {
  // The redactor is made while the mutations that it comes by are noted, so that its kernel is watched.
  const prepared = preparedOf(scripts.prepare(task.prepare));
  const { searchTexts } = scripts.load(task.search, prepared) as typeof import("./search.ts");
  return searchTexts(ids, searchSwitch(task.mutations), seed, ms);
}

process.on("message", async (order: Order) => {
  const report = await carryOut(order);
  if (report !== undefined) process.send!(report);
});
