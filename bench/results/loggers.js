// What a logger pays for redaction, and whether the transport keeps up.
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { pino } from "pino";
import winston from "winston";
import { redactHooks } from "../../dist/adapters/pino.js";
import { redactFormat } from "../../dist/adapters/winston.js";
import { loadObjectEngines } from "../engines/objects.js";
import { makeRecord } from "../pino-line.js";
import { createRandom } from "../random.js";
import { inTurns } from "../turns.js";
import { atLeast, atMost } from "./aim.js";

const random = createRandom(3);
const records = Array.from({ length: 64 }, () => makeRecord(random, 1763820483000));
const paths = ["req.headers.authorization", "password", "*.token"];
const record = (/** @type {number} */ i) => /** @type {object} */ (records[i & 63]);

/** @returns {Promise<import("./aim.js").Aim[]>} */
export async function loggerAims() {
  return [...(await hooks()), ...(await objects()), await format(), await transport()];
}

async function hooks() {
  const line = () => pino.destination({ dest: "/dev/null", sync: true });
  const [plain, listed, hooked] = [
    pino(line()),
    pino({ redact: paths }, line()),
    pino({ hooks: redactHooks() }, line()),
  ];
  const { listed: byPaths = 0, hooked: byHooks = 0 } = await inTurns({
    plain: (i) => plain.info(record(i), "done"),
    listed: (i) => listed.info(record(i), "done"),
    hooked: (i) => hooked.info(record(i), "done"),
  });
  return [
    atMost("pino, a line of 400 bytes to /dev/null with `redactHooks()`, to one without", 1.06, byHooks),
    atMost(
      "overhead of `redactHooks()` to that of pino's `redact` with three paths, one a wildcard",
      0.1,
      (byHooks - 1) / (byPaths - 1),
    ),
  ];
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
    .map(({ name }) => atLeast(`\`redact(object)\` of a request log, to ${name}`, 1, took[name] ?? 0));
}

async function format() {
  const { combine, json } = winston.format;
  const nowhere = () => new Writable({ write: (_line, _encoding, done) => done() });
  const logger = (/** @type {winston.Logform.Format} */ each) =>
    winston.createLogger({
      format: each,
      transports: [new winston.transports.Stream({ stream: nowhere() })],
    });
  const [bare, formatted] = [logger(json()), logger(combine(json(), redactFormat()))];
  const { formatted: took = 0 } = await inTurns(
    { bare: (i) => bare.info("done", record(i)), formatted: (i) => formatted.info("done", record(i)) },
    { calls: 5_000 },
  );
  return atMost("winston, `json()` to nowhere with `redactFormat()`, to one without", 1.15, took);
}

async function transport() {
  const own = await keepUp(new URL("../../dist/adapters/pino.js", import.meta.url).pathname);
  const theirs = await keepUp("pino/file");
  return {
    what: "pino's transport at 100,000 lines of 400 bytes a second for five seconds, into a file",
    aim: "none lost, 100,000 a second",
    got: `${own.lost} lost, ${thousands(own.pace)} a second, all written ${own.late} ms after the last; \`pino/file\` ${thousands(theirs.pace)}, ${theirs.late} ms`,
    // What is written a second behind had been piling up: the thread did not keep up.
    met: own.lost === 0 && own.pace >= 99_000 && own.late < 1_000,
  };
}

/** @param {number} count */
const thousands = (count) => `${Math.round(count / 1000)},000`;

/** As fast as the machine can, where that is less. @param {string} target */
async function keepUp(target) {
  const folder = mkdtempSync(join(tmpdir(), "scrubjay-loggers-"));
  const destination = join(folder, "app.log");
  const stream = pino.transport({ target, options: { destination } });
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
