// One run of a scenario: topics are made and filled, workers copy them while something is killed, Kafka's own client counts.
import { fileURLToPath } from "node:url";
import { startDaemon, until } from "../daemon.js";
import { clientModules } from "./install.js";
import { COMMON } from "./scenarios.js";

const script = fileURLToPath(new URL("worker.js", import.meta.url));
const PARTITIONS = 4;
const VALUE_BYTES = 300;
/** For transactions that the broker has to end first, and a broker that begins again on a busy machine. */
const COUNT_MS = 180_000;

/** A worker in a process of its own. */
export class Worker {
  /** @param {object} options */
  constructor(options) {
    this.daemon = startDaemon(process.execPath, [script, JSON.stringify(options)], {
      env: { ...process.env, NODE_PATH: clientModules },
    });
    this.ended = this.daemon.ended;
  }

  /** Waits for what it prints. @param {RegExp} text */
  says(text) {
    return until(() => {
      if (text.test(this.daemon.printed())) return true;
      if (!this.daemon.isAlive())
        throw new Error(`a worker ended (${this.daemon.how()}): ${this.daemon.printed()}`);
      return false;
    }, `worker says ${text}`);
  }

  /** @param {NodeJS.Signals} signal */
  signal(signal) {
    this.daemon.child.kill(signal);
  }
}

let trials = 0;

/**
 * @param {import("./brokers.js").Cluster} cluster @param {import("./scenarios.js").Scenario} scenario @param {number} count
 * @returns {Promise<{ lost: number, doubled: number, raw: number, changed: number, disordered: number, total: number, restarts: number, seconds: number }>}
 */
export async function runTrial(cluster, { run, options }, count) {
  const [from, to] = [`raw-${++trials}`, `clean-${trials}`];
  for (const topic of [from, to]) await cluster.ask("topic", topic, PARTITIONS, cluster.size);
  await cluster.ask("fill", from, 0, count, VALUE_BYTES);
  /** @type {Worker[]} */
  const workers = [];
  const start = (more = {}) => {
    const worker = new Worker({ brokers: cluster.brokers, from, to, ...COMMON, ...options, ...more });
    workers.push(worker);
    return worker;
  };
  const begun = Date.now();
  try {
    await run({ cluster, start });
    const ask = () => cluster.ask("count", to, count, COUNT_MS);
    // A broker that is just back may be too slow for its own client.
    const counted = JSON.parse(await ask().catch(ask));
    if (counted.lost > 0 || counted.doubled > 0)
      console.error(workers.map(({ daemon }) => daemon.printed()).join("\n---\n"));
    const restarts = workers.filter(({ daemon }) => daemon.printed().includes("begins again")).length;
    return { ...counted, restarts, seconds: (Date.now() - begun) / 1000 };
  } finally {
    await Promise.all(workers.map(({ daemon }) => daemon.stop()));
  }
}
