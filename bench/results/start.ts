// Start and end of the program on an empty pipe, next to a Node that does nothing.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { quote } from "../engines/engine.ts";
import { median } from "../measure.ts";
import { type Result, timeTo } from "./result.ts";

const program = fileURLToPath(new URL("../../dist/scrubjay.cjs", import.meta.url));
const rounds = 21;

const commands: readonly (readonly [name: string, args: string])[] = [
  ["nothing", "-e 0"],
  ["", quote(program)],
  ["`--keys ssn`", `${quote(program)} --keys ssn`],
  ["`--rules 'pii/*'`", `${quote(program)} --rules 'pii/*'`],
];

export function startResults(): Result[] {
  const ratios: number[][] = commands.map(() => []);
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

function seconds(args: string) {
  const start = process.hrtime.bigint();
  const { status } = spawnSync("sh", ["-c", `: | ${quote(process.execPath)} ${args} > /dev/null`]);
  if (status !== 0) throw new Error(`${args}: exit ${status}`);
  return Number(process.hrtime.bigint() - start) / 1e9;
}
