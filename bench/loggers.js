// node bench/loggers.js: what a logger pays for redaction, and whether the transport keeps up.
//
// Rounds in turn, each measured against the plain logger of its own round, in processor time, so that
// other work on the machine counts little; medians.
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { DeepRedact } from "@hackylabs/deep-redact";
import pinoRedact from "@pinojs/redact";
import { pino } from "pino";
import winston from "winston";
import { redactHooks } from "../dist/adapters/pino.js";
import { redactFormat } from "../dist/adapters/winston.js";
import { createRedactor } from "../dist/index.js";
import { median } from "./measure.js";
import { makeRecord } from "./pino-line.js";
import { createRandom } from "./random.js";

const random = createRandom(3);
const records = Array.from({ length: 64 }, () => makeRecord(random, 1763820483000));
const paths = ["req.headers.authorization", "password", "*.token"];
const rounds = 15;

/** Nanoseconds of processor time a call. @param {(record: object) => unknown} run @param {number} calls */
async function cost(run, calls) {
  const start = process.cpuUsage();
  for (let i = 0; i < calls; i++) {
    run(/** @type {object} */ (records[i & 63]));
    // As in a server: without a turn of the event loop winston's entries pile up, and most of the time
    // measured is that of the garbage collector.
    if ((i & 63) === 63) await new Promise(setImmediate);
  }
  const { user, system } = process.cpuUsage(start);
  return ((user + system) * 1000) / calls;
}

/**
 * The first is what the others are measured against.
 * @param {string} title @param {Record<string, (record: object) => unknown>} runs @param {number} calls
 * @returns {Promise<Record<string, number>>} What each costs, in units of the first
 */
async function compare(title, runs, calls = 20_000) {
  const names = Object.keys(runs);
  for (const run of Object.values(runs)) await cost(run, calls);
  /** @type {Record<string, number[]>} */
  const costs = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    // In turn from another one on: who comes first pays for what the last one left to collect.
    for (let i = 0; i < names.length; i++) {
      const name = names[(round + i) % names.length] ?? "";
      costs[name]?.push(await cost(runs[name] ?? (() => 0), calls));
    }
  }
  const first = costs[names[0] ?? ""] ?? [];
  const ratios = Object.fromEntries(
    Object.entries(costs).map(([name, each]) => [name, median(each.map((ns, i) => ns / (first[i] ?? 1)))]),
  );
  console.log(`\n| ${title} | ns | × |\n|---|---|---|`);
  for (const [name, each] of Object.entries(costs))
    console.log(`| ${name} | ${Math.round(median(each))} | ${(ratios[name] ?? 0).toFixed(2)} |`);
  return ratios;
}

const line = () => pino.destination({ dest: "/dev/null", sync: true });
const plain = pino(line());
const listed = pino({ redact: paths }, line());
const hooked = pino({ hooks: redactHooks() }, line());
const both = pino({ hooks: redactHooks({ paths }) }, line());
const inPino = await compare("pino, a line of 400 bytes to /dev/null", {
  plain: (record) => plain.info(record, "done"),
  "redact: three paths, one a wildcard": (record) => listed.info(record, "done"),
  "redactHooks()": (record) => hooked.info(record, "done"),
  "redactHooks({ paths })": (record) => both.info(record, "done"),
});
const over = (/** @type {string} */ name) => (inPino[name] ?? 0) - 1;
const ofRedact = over("redactHooks()") / over("redact: three paths, one a wildcard");
console.log(
  `\nredactHooks() adds ${(100 * over("redactHooks()")).toFixed(0)} %, ${ofRedact.toFixed(2)} × redact's overhead.`,
);

const redactor = createRedactor();
const byPaths = pinoRedact({ paths, serialize: false });
const toText = pinoRedact({ paths });
const deep = new DeepRedact({ blacklistedKeys: ["authorization", "password", "token"] });
await compare("a request log object", {
  "scrubjay, redact(object)": (record) => redactor.redact(record),
  "@pinojs/redact, three paths, no text": (record) => byPaths(record),
  "@pinojs/redact, three paths": (record) => toText(record),
  "scrubjay, stringify(object)": (record) => redactor.stringify(record),
  "@hackylabs/deep-redact, three keys": (record) => deep.redact(record),
});

const { combine, json } = winston.format;
const nowhere = () => new Writable({ write: (_line, _encoding, done) => done() });
const logger = (/** @type {winston.Logform.Format} */ format) =>
  winston.createLogger({ format, transports: [new winston.transports.Stream({ stream: nowhere() })] });
const [bare, formatted] = [logger(json()), logger(combine(json(), redactFormat()))];
await compare(
  "winston, json() to nowhere",
  {
    plain: (record) => bare.info("done", record),
    "redactFormat()": (record) => formatted.info("done", record),
  },
  5_000,
);

const own = await keepUp(new URL("../dist/adapters/pino.js", import.meta.url).pathname);
const theirs = await keepUp("pino/file");
const ratio = (own.pace / theirs.pace).toFixed(2);
console.log(
  `\nTransport, at 100,000 lines a second for five seconds: ${own.pace} a second written, ${ratio} × pino/file (${theirs.pace}); ${own.cost} ns of processor time a line, pino/file ${theirs.cost}; lost: ${own.lost}.`,
);
if (own.lost !== 0) process.exitCode = 1;

/** Through the worker thread into a file, as fast as the machine can where that is less. @param {string} target */
async function keepUp(target) {
  const folder = mkdtempSync(join(tmpdir(), "scrubjay-loggers-"));
  const destination = join(folder, "app.log");
  const transport = pino.transport({ target, options: { destination } });
  const log = pino(transport);
  // The worker alone does not keep the process.
  const alive = setInterval(() => {}, 1_000);
  await new Promise((resolve) => transport.on("ready", resolve));
  const before = process.cpuUsage();
  const start = Date.now();
  let sent = 0;
  for (let tick = 1; tick <= 500; tick++) {
    for (let i = 0; i < 1_000; i++) log.info(records[sent++ & 63], "done");
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, start + tick * 10 - Date.now())));
  }
  const closed = new Promise((resolve) => transport.on("close", resolve));
  transport.end();
  await closed;
  clearInterval(alive);
  const pace = Math.round((1000 * sent) / (Date.now() - start));
  const { user, system } = process.cpuUsage(before);
  let arrived = 0;
  for await (const chunk of createReadStream(destination))
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) arrived++;
  rmSync(folder, { recursive: true });
  return { pace, cost: Math.round(((user + system) * 1000) / sent), lost: sent - arrived };
}
