// A process of its own that runs the tests against one mutant after the other; what hangs is ended from outside.
import { observeAll } from "./baseline.ts";
import { Scripts } from "./modules.ts";
import { switchKernels } from "./mutated.ts";
import type { Order, Report, Task } from "./protocol.ts";
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
  return { kind: "outcome", outcome: await trial!.try(order.id) };
}

process.on("message", async (order: Order) => {
  const report = await carryOut(order);
  if (report !== undefined) process.send!(report);
});
