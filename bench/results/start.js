// Start and end of the program on an empty pipe, next to a Node that does nothing.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { quote } from "../engines/engine.js";
import { median } from "../measure.js";
import { timeTo } from "./result.js";

const program = fileURLToPath(new URL("../../dist/scrubjay.cjs", import.meta.url));
const rounds = 21;

/** @type {readonly (readonly [name: string, args: string])[]} */
const commands = [
  ["nothing", "-e 0"],
  ["", quote(program)],
  ["`--keys ssn`", `${quote(program)} --keys ssn`],
  ["`--rules 'pii/*'`", `${quote(program)} --rules 'pii/*'`],
];

/** @returns {import("./result.js").Result[]} */
export function startResults() {
  /** @type {number[][]} */
  const ratios = commands.map(() => []);
  for (let round = 0; round < rounds; round++) {
    const took = commands.map(([, args]) => seconds(args));
    for (const [i, each] of took.entries()) ratios[i]?.push(each / (took[0] ?? 1));
  }
  return commands
    .slice(1)
    .map(([name], i) =>
      timeTo(`start of the filter${name && `, ${name}`}`, "`node -e 0`", median(ratios[i + 1] ?? [])),
    );
}

/** @param {string} args */
function seconds(args) {
  const start = process.hrtime.bigint();
  const { status } = spawnSync("sh", ["-c", `: | ${quote(process.execPath)} ${args} > /dev/null`]);
  if (status !== 0) throw new Error(`${args}: exit ${status}`);
  return Number(process.hrtime.bigint() - start) / 1e9;
}
