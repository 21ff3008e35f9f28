// npx tsx bench/micro.ts: what one call costs, and what a logger pays per line, as ratios in one run.
import { Writable } from "node:stream";
import Benchmark from "benchmark";
import { pino } from "pino";
import { redactHooks } from "../dist/adapters/pino.js";
import { createRedactor } from "../dist/index.js";
import { loadObjectEngines } from "./engines/objects.ts";
import { median } from "./measure.ts";
import { makeCleanLine, makeLeakyLine, makeLeakyRecord, makeRecord } from "./pino-line.ts";
import { createRandom } from "./random.ts";

const random = createRandom(3);
const time = 1763820483000;
const clean = Array.from({ length: 64 }, () => makeCleanLine(random, time));
const leaky = Array.from({ length: 64 }, () => makeLeakyLine(random, time));
const records = Array.from({ length: 64 }, () => makeRecord(random, time));
const leakyRecords = Array.from({ length: 64 }, () => makeLeakyRecord(random, time));

const redactor = createRedactor({});
const { streamWrite } = redactHooks();
const paths = ["req.headers.authorization", "password", "*.token"];
const sink = () => new Writable({ decodeStrings: false, write: (_line, _encoding, done) => done() });
const plain = pino(sink());
const listed = pino({ redact: paths }, sink());
const hooked = pino({ hooks: { streamWrite } }, sink());

let turn = 0;
const next = <T>(from: readonly T[]): T => from[turn++ & 63] as T;

const calls: [name: string, run: () => unknown][] = [
  ["redact(clean line)", () => redactor.redact(next(clean))],
  ["redact(line with a credential)", () => redactor.redact(next(leaky))],
  ...(await objectCalls()),
  ["redactHooks().streamWrite(clean line)", () => streamWrite(next(clean))],
  ["pino, nothing", () => plain.info(next(records), "done")],
  ["pino, redact: 3 paths, one a wildcard", () => listed.info(next(records), "done")],
  ["pino, redactHooks()", () => hooked.info(next(records), "done")],
];

/** Every engine on the same request logs, after its count of replacements there has been checked. */
async function objectCalls(): Promise<[name: string, run: () => unknown][]> {
  const engines = await loadObjectEngines();
  return [
    { what: "clean request log object", values: records, expected: 0 },
    { what: "the same with a credential", values: leakyRecords, expected: 64 },
  ].flatMap(({ what, values, expected }) =>
    engines.map(({ name, redact }) => {
      const count = JSON.stringify(values.map(redact)).split("[REDACTED]").length - 1;
      if (count !== expected)
        throw new Error(`${name}: ${what}: ${count} replacements, expected ${expected}`);
      return [`${name}: ${what}`, () => redact(next(values))] as [string, () => unknown];
    }),
  );
}

const rounds = 3;
const nanoseconds: Map<string, number[]> = new Map();
for (let round = 0; round < rounds; round++) {
  for (const [name, run] of calls) {
    const { error, stats } = new Benchmark(name, run, { maxTime: 0.5, minSamples: 5 }).run();
    if (error) throw error;
    nanoseconds.set(name, [...(nanoseconds.get(name) ?? []), stats.mean * 1e9]);
  }
}

const cost = (name: string) => median(nanoseconds.get(name) ?? []);
const nothing = cost("pino, nothing");
const byPaths = cost("pino, redact: 3 paths, one a wildcard") - nothing;
console.log("| call | ns | of a pino log call |\n|---|---|---|");
for (const [name] of calls) {
  console.log(`| ${name} | ${Math.round(cost(name))} | ${(cost(name) / nothing).toFixed(2)} |`);
}
const byHooks = cost("pino, redactHooks()") - nothing;
console.log(`\nOverhead of redactHooks over that of pino's redact: ${(byHooks / byPaths).toFixed(2)}.`);
