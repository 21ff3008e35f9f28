// A worker that says where it is and, at a step that was asked for, waits to be killed or goes on late.
//
// node worker.js '{"brokers": …, "stopAt": "produced", "nth": 5, "waitMs": 0}'
import { startKafka } from "../../../dist/adapters/kafka.js";

const { stopAt, nth = 3, waitMs = 0, delayMs, ...options } = JSON.parse(process.argv[2]);
let times = 0;

const worker = await startKafka({
  maxBatchRecords: 500,
  ...options,
  onMessage: (text) => console.error(text),
  onStep: async (step) => {
    if (step !== stopAt || ++times !== nth) return;
    process.stdout.write(`at ${step}\n`);
    // During the call that follows.
    if (delayMs !== undefined) setTimeout(() => process.kill(process.pid, "SIGKILL"), delayMs);
    else await new Promise((resolve) => setTimeout(resolve, waitMs));
  },
});
process.stdout.write("working\n");
process.on("SIGTERM", () => worker.stop());
try {
  await worker.ended;
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
}
process.stdout.write(`${JSON.stringify(worker.status())}\n`);
process.exit();
