// node test/engines/kafka/hostile.js [--kills N] [--seed N]
//
// Two workers copy records of every kind that may break one (HostileRecords.java) while they are killed (SIGKILL) at random
// moments, and the broker once. Each record must come out once, whole, withheld or as a dead letter, and none raw.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sleep } from "../daemon.js";
import { Cluster } from "./brokers.js";
import { startCommand, TEST_KEY } from "./command.js";
import { install } from "./install.js";

const { values } = parseArgs({
  options: { kills: { type: "string", default: "20" }, seed: { type: "string", default: `${Date.now()}` } },
});
const KILLS = Number(values.kills);
/** Between two kills so many records are added. */
const ADDED = 400;
const LONGEST_MS = 4_000;
/** After the last kill, on a busy machine. */
const LIMIT_MS = 300_000;

install();
/** @type {(below: number) => number} */
const random = ((state) => (below) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
})(Number(values.seed) >>> 0);
const folder = mkdtempSync(join(tmpdir(), "scrubjay-hostile-"));
const settings = join(folder, "client.properties");
writeFileSync(settings, "session.timeout.ms=2500\nheartbeat.interval.ms=600\n");
const cluster = await Cluster.start(1);
const names = ["pod-0", "pod-1"];

/** @param {string} name */
const start = (name) =>
  startCommand(
    [
      ...["--brokers", cluster.brokers, "--from", "raw", "--to", "clean", "--dead-letter", "dead"],
      ...["--redact-keys", "--redact-headers", "--censor", "hash", "--instance", name],
      ...["--batch-ms", "40", "--settings", settings],
    ],
    { SCRUBJAY_HMAC_KEY: TEST_KEY },
  );

const workers = names.map(() => /** @type {ReturnType<typeof start> | undefined} */ (undefined));
/** Ends that nobody asked for, without the reason that a broker which begins again is. @type {string[]} */
const ends = [];
let isOver = false;

/** Starts a worker again each time it has ended, as an orchestrator does. @param {number} i */
async function keep(i) {
  while (!isOver) {
    const worker = start(names[i]);
    workers[i] = worker;
    await worker.ended;
    const isKnown = worker.how() === "SIGKILL" || /no broker answers|cannot begin/.test(worker.printed());
    if (!isOver && !isKnown) ends.push(`${worker.how()}: ${worker.printed()}`);
    await sleep(500);
  }
}
try {
  for (const topic of ["raw", "clean", "dead"]) await cluster.ask("topic", topic, 4, 1);
  await cluster.ask("limit", "raw", 5_000_000);
  await cluster.ask("hostile", "raw", 0, ADDED);
  let count = ADDED;
  names.forEach((_, i) => void keep(i));
  for (let kill = 0; kill < KILLS; kill++) {
    await cluster.ask("hostile", "raw", count, count + ADDED);
    count += ADDED;
    await sleep(200 + random(LONGEST_MS));
    if (kill === KILLS >> 1) {
      await cluster.killNode(0, "SIGKILL");
      await sleep(2_000);
      await cluster.startNode(0);
    }
    const i = random(2);
    console.error(`kill ${kill + 1} of ${KILLS}: ${names[i]}, which said: ${workers[i]?.printed().trim()}`);
    workers[i]?.child.kill("SIGKILL");
  }
  const counted = JSON.parse(await cluster.ask("verify", "raw", "clean,dead", count, LIMIT_MS));
  console.log(`${KILLS} kills, ${count} records, seed ${values.seed}: ${JSON.stringify(counted)}`);
  for (const end of ends) console.log(`a worker ended by itself: ${end}`);
  const { lost, doubled, raw, unknown, changed } = counted;
  if (lost + doubled + raw + unknown + changed + ends.length > 0) {
    console.error(workers.map((worker) => worker?.printed()).join("\n---\n"));
    process.exitCode = 1;
  }
} finally {
  isOver = true;
  await Promise.all(workers.map((worker) => worker?.stop()));
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
