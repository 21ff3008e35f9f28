// quiet node test/engines/kafka/speed.js [--write]
//
// What redaction costs a worker: CPU time a record beside the same pipeline without it, and of two workers beside one.
// CPU time, as the broker and Kafka's own client run on the same cores.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeTable } from "../../../build/documents.js";
import { startDaemon } from "../daemon.js";
import { Cluster } from "./brokers.js";
import { clientModules, install } from "./install.js";

const script = fileURLToPath(new URL("speed-worker.js", import.meta.url));
/** Long enough that the first seconds, in which Node compiles, weigh little. */
const COUNT = 300_000;
const VALUE_BYTES = 400;
const ROUNDS = 2;

const { values } = parseArgs({ options: { write: { type: "boolean", default: false } } });
install();
const cluster = await Cluster.start(1);
let runs = 0;

/** @param {boolean} plain @param {number} workers */
async function run(plain, workers) {
  const to = `clean-${++runs}`;
  await cluster.ask("topic", to, 8, 1);
  const options = { brokers: cluster.brokers, from: "raw", to, plain };
  const began = Date.now();
  const daemons = Array.from({ length: workers }, () =>
    startDaemon(process.execPath, [script, JSON.stringify(options)], {
      env: { ...process.env, NODE_PATH: clientModules },
    }),
  );
  const { lost, doubled } = JSON.parse(await cluster.ask("count", to, COUNT, 180_000));
  const seconds = (Date.now() - began) / 1000;
  await Promise.all(daemons.map((daemon) => daemon.stop()));
  if (lost > 0 || doubled > 0) throw new Error(`${lost} lost, ${doubled} doubled: no speed to tell`);
  const ends = daemons.map((daemon) => JSON.parse(daemon.printed().trim().split("\n").at(-1) ?? ""));
  const cpuMs = ends.reduce((sum, end) => sum + end.cpuMs, 0);
  console.error(plain ? "plain" : "redacting", workers, seconds, JSON.stringify(ends));
  return (1_000 * cpuMs) / COUNT;
}

try {
  await cluster.ask("topic", "raw", 8, 1);
  await cluster.ask("fill", "raw", 0, COUNT, VALUE_BYTES);
  /** @type {{ plain: number[], one: number[], two: number[] }} */
  const us = { plain: [], one: [], two: [] };
  for (let round = 0; round < ROUNDS; round++) {
    us.plain.push(await run(true, 1));
    us.one.push(await run(false, 1));
    us.two.push(await run(false, 2));
  }
  const [plain, one, two] = [us.plain, us.one, us.two].map((all) => Math.min(...all));
  const table = [
    `| ${COUNT.toLocaleString("en")} records of ${VALUE_BYTES} bytes | CPU time a record, µs | records a second and core | ratio |`,
    "|---|---|---|---|",
    ...[
      ["one worker without redaction", plain, "1"],
      ["one worker", one, `${(plain / one).toFixed(2)} of it (aim: 0.7)`],
      ["two workers", two, `${(two / one).toFixed(2)} of the CPU time of one (aim: 1.15 at most)`],
    ].map(
      ([what, time, ratio]) =>
        `| ${what} | ${Number(time).toFixed(1)} | ${Math.round(1e6 / Number(time)).toLocaleString("en")} | ${ratio} |`,
    ),
  ].join("\n");
  console.log(table);
  if (values.write) writeTable("kafka-speed", table);
} finally {
  await cluster.stop();
}
