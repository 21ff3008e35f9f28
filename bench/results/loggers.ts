// What a logger pays for redaction, and whether the transport keeps up.
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { type DestinationStream, pino } from "pino";
import winston from "winston";
import { redactHooks } from "../../dist/adapters/pino.js";
import { redactFormat } from "../../dist/adapters/winston.js";
import { createRedactor } from "../../dist/index.js";
import { loadObjectEngines } from "../engines/objects.ts";
import { makeRecord } from "../pino-line.ts";
import { createRandom } from "../random.ts";
import { inTurns } from "../turns.ts";
import { type Result, speedTo, timeTo } from "./result.ts";

const random = createRandom(3);
const records = Array.from({ length: 64 }, () => makeRecord(random, 1763820483000));
const paths = ["req.headers.authorization", "password", "*.token"];
const record = (i: number) => records[i & 63] as object;

export async function loggerResults(): Promise<Result[]> {
  return [...(await hooks()), ...(await objects()), await bytes(), await format(), await transport()];
}

/** Where lines go. */
const targets: readonly (readonly [where: string, open: () => DestinationStream])[] = [
  ["to /dev/null", () => pino.destination({ dest: "/dev/null", sync: true })],
  ["to a stream whose `write` does nothing", () => ({ write() {} })],
];

async function hooks() {
  const results = [];
  for (const [where, open] of targets) {
    const [plain, listed, hooked] = [
      pino({}, open()),
      pino({ redact: paths }, open()),
      pino({ hooks: redactHooks() }, open()),
    ];
    const { listed: byPaths = 0, hooked: byHooks = 0 } = await inTurns({
      plain: (i) => plain.info(record(i), "done"),
      listed: (i) => listed.info(record(i), "done"),
      hooked: (i) => hooked.info(record(i), "done"),
    });
    results.push(
      timeTo(`pino, a line of 400 bytes ${where} with \`redactHooks()\``, "without", byHooks),
      timeTo(
        `what \`redactHooks()\` adds, ${where}`,
        "what pino's `redact` adds with three paths, one a wildcard",
        (byHooks - 1) / (byPaths - 1),
      ),
    );
  }
  return results;
}

/** The same text as bytes and as a string. */
async function bytes() {
  const { redact } = createRedactor({});
  const lines = records.map((each) => JSON.stringify(each));
  const buffers = lines.map((line) => Buffer.from(line));
  const { buffer: took = 0 } = await inTurns({
    string: (i) => redact(lines[i & 63]),
    buffer: (i) => redact(buffers[i & 63]),
  });
  return timeTo("`redact(Buffer)` of 400 bytes", "the same as a string", took);
}

/** Each after its count of replacements has been checked. */
async function objects() {
  const engines = await loadObjectEngines();
  for (const { name, redact } of engines) {
    const count = JSON.stringify(records.map(redact)).split("[REDACTED]").length - 1;
    if (count !== 0) throw new Error(`${name}: ${count} replacements in clean records`);
  }
  const took = await inTurns(
    Object.fromEntries(engines.map(({ name, redact }) => [name, (i) => redact(record(i))])),
  );
  return engines
    .slice(1)
    .map(({ name }) => speedTo("`redact(object)` of a request log", name, took[name] ?? 0));
}

async function format() {
  const { combine, json } = winston.format;
  const nowhere = () => new Writable({ write: (_line, _encoding, done) => done() });
  const logger = (each: winston.Logform.Format) =>
    winston.createLogger({
      format: each,
      transports: [new winston.transports.Stream({ stream: nowhere() })],
    });
  const [bare, formatted] = [logger(json()), logger(combine(json(), redactFormat()))];
  const { formatted: took = 0 } = await inTurns(
    { bare: (i) => bare.info("done", record(i)), formatted: (i) => formatted.info("done", record(i)) },
    { calls: 5_000 },
  );
  return timeTo("winston, `json()` to nowhere with `redactFormat()`", "without", took);
}

async function transport() {
  const own = await keepUp(new URL("../../dist/adapters/pino.js", import.meta.url).pathname);
  const theirs = await keepUp("pino/file");
  return {
    what: "pino's transport at 100,000 lines of 400 bytes a second for five seconds, into a file",
    rival: "`pino/file`",
    got: `${own.lost} lost, ${thousands(own.pace)} a second, all written ${own.late} ms after the last; ${thousands(theirs.pace)}, ${theirs.late} ms`,
  };
}

const thousands = (count: number) => `${Math.round(count / 1000)},000`;

/** As fast as the machine can, where that is less. */
async function keepUp(target: string) {
  const folder = mkdtempSync(join(tmpdir(), "scrubjay-loggers-"));
  const destination = join(folder, "app.log");
  // A thread without the arguments of this process: tsx is among them.
  const stream = pino.transport({ target, options: { destination }, worker: { execArgv: [] } });
  const log = pino(stream);
  // The worker alone does not keep the process.
  const alive = setInterval(() => {}, 1_000);
  await new Promise((resolve) => stream.on("ready", resolve));
  const start = Date.now();
  let sent = 0;
  for (let tick = 1; tick <= 500; tick++) {
    for (let i = 0; i < 1_000; i++) log.info(record(sent++), "done");
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, start + tick * 10 - Date.now())));
  }
  const sentAt = Date.now();
  const closed = new Promise((resolve) => stream.on("close", resolve));
  stream.end();
  await closed;
  clearInterval(alive);
  const pace = Math.round((1000 * sent) / (sentAt - start));
  const late = Date.now() - sentAt;
  let arrived = 0;
  for await (const chunk of createReadStream(destination))
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) arrived++;
  rmSync(folder, { recursive: true });
  return { pace, late, lost: sent - arrived };
}
