// What is killed, paused or slow, and when. Each is a row: it gets two workers that run and makes one of them, or a broker,
// fail in the middle.
import { sleep } from "../daemon.js";

/** Shorter than a user's, so that a test need not wait: the group gives a silent worker up after 2.5 s. */
const IMPATIENT = { "session.timeout.ms": 2_500, "heartbeat.interval.ms": 600 };
/** Longer than the session and the transaction of a paused worker last. */
const PAUSE_MS = 8_000;

/**
 * @typedef {{
 *   cluster: import("./brokers.js").Cluster,
 *   start: (options?: object) => Worker,
 * }} Field
 * @typedef {import("./trial.js").Worker} Worker
 * @typedef {{ what: string, brokers: 1 | 3, options?: object, run: (field: Field) => Promise<void> }} Scenario
 */

/** Kills a worker at a step and starts another in its place. @param {string} stopAt @param {object} [more] */
const killedAt =
  (stopAt, more = {}) =>
  async (/** @type {Field} */ { start }) => {
    const doomed = start({ stopAt, waitMs: 600_000, ...more });
    start();
    await doomed.says(/^at /m);
    if (!("delayMs" in more)) doomed.signal("SIGKILL");
    await doomed.ended;
    start();
  };

/** Pauses a worker at a step for longer than it is waited for. @param {string} stopAt */
const pausedAt =
  (stopAt) =>
  async (/** @type {Field} */ { start }) => {
    const zombie = start({ stopAt, waitMs: 50 });
    await zombie.says(/^at /m);
    zombie.signal("SIGSTOP");
    start();
    await sleep(PAUSE_MS);
    zombie.signal("SIGCONT");
  };

/** @type {readonly Scenario[]} */
export const SCENARIOS = [
  { what: "worker killed before it produced", brokers: 1, run: killedAt("begun") },
  { what: "worker killed after it produced, before the offsets", brokers: 1, run: killedAt("produced") },
  { what: "worker killed after the offsets, before the commit", brokers: 1, run: killedAt("offsets sent") },
  { what: "worker killed during the commit", brokers: 1, run: killedAt("offsets sent", { delayMs: 2 }) },
  {
    what: "worker killed after the offsets, and the group moves twice while they are pending",
    brokers: 1,
    options: { transactionTimeoutMs: 9_000 },
    run: async ({ start }) => {
      const doomed = start({ stopAt: "offsets sent", waitMs: 600_000 });
      await doomed.says(/^at /m);
      start();
      // The killed one is given up after 2.5 s; whoever joins then moves what is asked for.
      doomed.signal("SIGKILL");
      for (let i = 0; i < 2; i++) {
        await sleep(3_200);
        start();
      }
    },
  },
  {
    what: "worker paused past the session, before the offsets",
    brokers: 1,
    options: { transactionTimeoutMs: 60_000 },
    run: pausedAt("produced"),
  },
  {
    what: "worker paused past the session, the offsets pending",
    brokers: 1,
    options: { transactionTimeoutMs: 60_000 },
    run: pausedAt("offsets sent"),
  },
  { what: "worker paused past the session and the transaction", brokers: 1, run: pausedAt("offsets sent") },
  {
    what: "member joins while a commit takes 4.5 s, the pending partitions move",
    brokers: 1,
    run: async ({ start }) => {
      const slow = start({ stopAt: "offsets sent", waitMs: 4_500 });
      await slow.says(/^at /m);
      start();
    },
  },
  {
    what: "worker ended by SIGTERM, another started",
    brokers: 1,
    run: async ({ start }) => {
      const leaving = start({ stopAt: "produced", waitMs: 200 });
      start();
      await leaving.says(/^at /m);
      leaving.signal("SIGTERM");
      await leaving.ended;
      start();
    },
  },
  {
    what: "the only broker killed, and back after 3 s",
    brokers: 1,
    run: async ({ start, cluster }) => {
      const worker = start({ stopAt: "produced", waitMs: 200 });
      start();
      await worker.says(/^at /m);
      await cluster.killNode(0, "SIGKILL");
      await sleep(3_000);
      await cluster.startNode(0);
    },
  },
  {
    what: "one of three brokers killed, and back after 5 s",
    brokers: 3,
    run: async ({ start, cluster }) => {
      const worker = start({ stopAt: "produced", waitMs: 200 });
      start();
      await worker.says(/^at /m);
      const i = Math.floor(Math.random() * 3);
      await cluster.killNode(i, "SIGKILL");
      await sleep(5_000);
      await cluster.startNode(i);
    },
  },
  { what: "worker killed after the offsets, three brokers", brokers: 3, run: killedAt("offsets sent") },
];

/** What all workers of the trials have in common. */
export const COMMON = { transactionTimeoutMs: 5_000, clientConfig: IMPATIENT };
