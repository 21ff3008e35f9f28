// npm run engines [-- rsyslog|syslog-ng ...] [--count N] [--write]
//
// Starts log engines, kills the filter in them and counts what was lost, doubled or left raw. --write puts the tables
// into docs/.
import { parseArgs } from "node:util";
import { writeTable } from "../../bench/documents.js";
import { rsyslog } from "./syslog/rsyslog.js";
import { syslogNg } from "./syslog/syslog-ng.js";

const ENGINES = { rsyslog, "syslog-ng": syslogNg };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: "boolean", default: false }, count: { type: "string", default: "100000" } },
});
const names = /** @type {(keyof typeof ENGINES)[]} */ (
  positionals.length > 0 ? positionals : Object.keys(ENGINES)
);
const unknown = names.filter((name) => !Object.hasOwn(ENGINES, name));
if (unknown.length > 0) {
  console.error(`no engine ${unknown.join(", ")}; there are ${Object.keys(ENGINES).join(", ")}`);
  process.exit(2);
}

const rows = [];
for (const name of names) rows.push(...(await ENGINES[name]({ count: Number(values.count) })));
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
if (values.write) writeTable("engines", table);

/** @param {number} number */
function shown(number) {
  return number.toLocaleString("en");
}
