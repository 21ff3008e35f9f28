// npm run engines [-- kafka|rsyslog|spark|syslog-ng ...] [--runs N] [--count N] [--only TEXT] [--write]
// npm run engines -- kafka --short
//
// Starts log engines and brokers, kills what is in them and counts what was lost, doubled or left raw. --write puts the
// rows into the tables of docs/; those that were not made anew stay. The short form is for .ci/run: one broker, one worker
// that is killed, and nothing that has to be fetched first.
import { parseArgs } from "node:util";
import { writeRows } from "../../build/documents.js";
import { isInstalled } from "./kafka/install.js";
import { kafka } from "./kafka/kafka.js";
import { spark } from "./spark.js";
import { rsyslog } from "./syslog/rsyslog.js";
import { syslogNg } from "./syslog/syslog-ng.js";

const SYSLOG = { rsyslog, "syslog-ng": syslogNg };
const NAMES = [...Object.keys(SYSLOG), "kafka", "spark"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: "boolean", default: false },
    short: { type: "boolean", default: false },
    runs: { type: "string", default: "5" },
    count: { type: "string" },
    only: { type: "string" },
  },
});
const names = positionals.length > 0 ? positionals : NAMES;
const unknown = names.filter((name) => !NAMES.includes(name));
if (unknown.length > 0) {
  console.error(`no engine ${unknown.join(", ")}; there are ${NAMES.join(", ")}`);
  process.exit(2);
}
/** @param {number} number */
const shown = (number) => number.toLocaleString("en");

if (values.short) await runShort();
else {
  const syslog = /** @type {(keyof typeof SYSLOG)[]} */ (names.filter((name) => name in SYSLOG));
  if (syslog.length > 0) await runSyslog(syslog);
  if (names.includes("kafka")) await runKafka();
  if (names.includes("spark")) console.log(spark());
}

async function runShort() {
  if (!isInstalled()) {
    console.log(
      "skipped: Kafka's jars and client are not in the cache; `npm run engines -- kafka` puts them there",
    );
    return;
  }
  const [row] = await kafka({ runs: 1, count: 4_000, only: "after the offsets, before the commit" });
  console.log(
    `Kafka, ${row.what}: ${shown(row.records)} records, ${row.lost} lost, ${row.doubled} doubled, ${row.raw} raw`,
  );
  if (!isClean(row)) process.exitCode = 1;
}

/** @param {readonly (keyof typeof SYSLOG)[]} names */
async function runSyslog(names) {
  const rows = [];
  for (const name of names) rows.push(...(await SYSLOG[name]({ count: Number(values.count ?? 100_000) })));
  const table = [
    "| engine | what was killed | lines in | redacted | held back | lost | doubled | raw |",
    "|---|---|---|---|---|---|---|---|",
    ...rows.map(
      ({ engine, what, how, count, out, held, lost, doubled, raw }) =>
        `| ${engine}, ${what} | ${how} | ${[count, out, held, lost, doubled, raw].map(shown).join(" | ")} |`,
    ),
  ].join("\n");
  console.log(table);
  if (rows.some(({ isGood }) => !isGood)) process.exitCode = 1;
  if (values.write) writeRows("engines", table, 2);
}

async function runKafka() {
  const rows = await kafka({
    runs: Number(values.runs),
    count: Number(values.count ?? 20_000),
    only: values.only,
  });
  const table = [
    "| what was killed | runs | records | lost | doubled | raw | changed otherwise | out of order |",
    "|---|---|---|---|---|---|---|---|",
    ...rows.map(
      ({ what, runs, records, lost, doubled, raw, changed, disordered }) =>
        `| ${what} | ${[runs, records, lost, doubled, raw, changed, disordered].map(shown).join(" | ")} |`,
    ),
  ].join("\n");
  console.log(table);
  if (!rows.every(isClean)) process.exitCode = 1;
  if (values.write) writeRows("kafka", table, 1);
}

/** @param {{ lost: number, doubled: number, raw: number, changed: number, disordered: number }} row */
function isClean({ lost, doubled, raw, changed, disordered }) {
  return lost + doubled + raw + changed + disordered === 0;
}
