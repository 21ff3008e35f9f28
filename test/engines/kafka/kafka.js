// Kafka: each scenario some times, on brokers of its own.
import { Cluster } from "./brokers.js";
import { install } from "./install.js";
import { SCENARIOS } from "./scenarios.js";
import { runTrial } from "./trial.js";

/**
 * @param {{ runs: number, count: number, only?: string }} options
 * @returns {Promise<{ what: string, runs: number, records: number, lost: number, doubled: number, raw: number, changed: number, disordered: number }[]>}
 */
export async function kafka({ runs, count, only }) {
  install();
  const rows = [];
  for (const size of /** @type {const} */ ([1, 3])) {
    const scenarios = SCENARIOS.filter(({ brokers, what }) => brokers === size && what.includes(only ?? ""));
    if (scenarios.length === 0) continue;
    const cluster = await Cluster.start(size);
    try {
      for (const scenario of scenarios) {
        const row = {
          what: scenario.what,
          runs,
          records: runs * count,
          lost: 0,
          doubled: 0,
          raw: 0,
          changed: 0,
          disordered: 0,
        };
        for (let run = 0; run < runs; run++) {
          const counted = await runTrial(cluster, scenario, count).catch((error) => {
            console.error(scenario.what, run + 1, String(error));
            // What was not counted is lost.
            return { lost: count, doubled: 0, raw: 0, changed: 0, disordered: 0 };
          });
          console.error(scenario.what, run + 1, JSON.stringify(counted));
          for (const name of /** @type {const} */ (["lost", "doubled", "raw", "changed", "disordered"]))
            row[name] += counted[name];
        }
        rows.push(row);
      }
    } finally {
      await cluster.stop();
    }
  }
  return rows;
}
