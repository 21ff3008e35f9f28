// Whole processes, timed from outside.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { replacement } from "./children/patterns.js";
import { quote } from "./engines/engine.ts";

/** Seconds. `cat` ends in a second `cat`, as a filter in a pipe would. */
export function time(command: string, file: string) {
  const line =
    command === "cat" ? `cat ${quote(file)} | cat > /dev/null` : `${command} < ${quote(file)} > /dev/null`;
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync("sh", ["-c", line], { encoding: "utf8" });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (!isFine(command, status)) {
    throw new Error(`${command}: exit ${status}: ${stderr.trim().slice(0, 300)}`);
  }
  return seconds;
}

/** grep's and rg's 1 says that no line matched. */
const isFine = (command: string, status: number | null) =>
  status === 0 || (status === 1 && /^(?:LC_ALL=C )?(?:grep|rg) /.test(command));

/** How many replacements stand in the output. */
export async function countRedactions(command: string, file: string): Promise<number> {
  const child = spawn("sh", ["-c", `${command} < ${quote(file)}`], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "close");
  const count = await countMarks(child.stdout);
  const [status] = await ended;
  if (!isFine(command, status)) throw new Error(`${command}: exit ${status}`);
  return count;
}

/** How many replacements stand in `output`. */
export async function countMarks(output: AsyncIterable<Buffer>) {
  const mark = Buffer.from(replacement);
  let rest = Buffer.alloc(0);
  let count = 0;
  for await (const chunk of output) {
    const data = Buffer.concat([rest, chunk]);
    let from = 0;
    for (let at = data.indexOf(mark); at >= 0; at = data.indexOf(mark, from)) {
      count++;
      from = at + mark.length;
    }
    rest = data.subarray(Math.max(from, data.length - mark.length + 1));
  }
  return count;
}

export function median(values: number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
