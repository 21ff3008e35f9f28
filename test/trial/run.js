// npm run trial [-- --only NAME]… [--resume] [--write] [--show] [--keep FOLDER]
//
// Runs real programs with their debug switches and secrets made for this run, and counts which of these are left
// after scrubjay (dist/). Not a part of `npm test`: it installs each program, into a folder of the system's
// temporary one, and takes half an hour the first time. --write puts the figures of programs that were not there into
// first-run.json and, of a run of all, the table into docs/trial.md; --show prints the surroundings of what is left and of what else
// was replaced; --keep writes outputs and secrets to a folder. --resume goes on where a run was stopped: it counts in what the
// programs printed last, and runs those that have printed nothing since their row was changed.
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createRedactor } from "../../dist/index.js";
import { count, judge } from "./count.js";
import { execute } from "./execute.js";
import { recordFirstRun } from "./first-run.js";
import { copyOutput, keepOutput, readOutput } from "./kept.js";
import { install } from "./languages.js";
import { PROGRAMS } from "./programs.js";
import { makeSecrets } from "./secrets.js";
import { startServers } from "./servers.js";
import { show } from "./show.js";
import { writeTable } from "./table.js";

/** @import { Figures } from "./count.js" */

const { values } = parseArgs({
  options: {
    resume: { type: "boolean", default: false },
    only: { type: "string", multiple: true, default: [] },
    write: { type: "boolean", default: false },
    show: { type: "boolean", default: false },
    keep: { type: "string" },
  },
});
const cache = process.env.SCRUBJAY_TRIAL ?? join(tmpdir(), "scrubjay-trial");
const chosen = PROGRAMS.filter(({ name }) => values.only.length === 0 || values.only.includes(name));
const redactor = createRedactor();
/** @type {Record<string, string>} */
let secrets = {};
const { ports, close } = await startServers(() => secrets);
/** @type {Map<string, Figures | string>} what was counted, or why it did not run */
const results = new Map();

for (const program of chosen) {
  const { name } = program;
  const folder = join(cache, name);
  const start = performance.now();
  try {
    const output = (values.resume && readOutput(folder, program)) || (await run(folder, program));
    const { text } = output;
    ({ secrets } = output);
    const spans = redactor.scan(Buffer.from(text, "latin1"));
    const figures = count(text, spans, secrets);
    results.set(name, figures);
    if (values.show) show(text, judge(text, spans, secrets), secrets);
    if (values.keep) copyOutput(values.keep, name, output);
    const others = Object.values(figures.others).reduce((sum, often) => sum + often, 0);
    console.log(
      `${name}: ${figures.bytes} bytes, ${figures.planted} planted, ${figures.left} left ` +
        `(${figures.leftBesideName} beside a name), ${others} others, ${Math.round((performance.now() - start) / 1000)} s`,
    );
  } catch (error) {
    const reason = String(/** @type {any} */ (error).stderr || error).trim();
    results.set(name, reason);
    console.log(`${name}: ${reason.slice(-2000)}`);
  }
}
close();
if (values.write) {
  const runs = recordFirstRun(results);
  if (values.only.length === 0) writeTable(runs, results);
}

/** Installs and runs the program with new secrets. @param {string} folder @param {import("./program.js").Program} program */
async function run(folder, program) {
  secrets = makeSecrets(program.secrets);
  install(folder, program);
  const output = { text: await execute(folder, program, secrets, ports), secrets };
  keepOutput(folder, program, output);
  return output;
}
