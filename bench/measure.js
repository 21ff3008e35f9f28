// Whole processes, timed from outside.
import { spawn, spawnSync } from "node:child_process";
import { quote } from "./engines/engine.js";
import { replacement } from "./patterns.js";

/** Seconds. `cat` ends in a second `cat`, as a filter in a pipe would. @param {string} command @param {string} file */
export function time(command, file) {
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

/** grep's and rg's 1 says that no line matched. @param {string} command @param {number | null} status */
const isFine = (command, status) =>
  status === 0 || (status === 1 && /^(?:LC_ALL=C )?(?:grep|rg) /.test(command));

/** How many replacements stand in the output. @param {string} command @param {string} file @returns {Promise<number>} */
export function countRedactions(command, file) {
  const child = spawn("sh", ["-c", `${command} < ${quote(file)}`], { stdio: ["ignore", "pipe", "inherit"] });
  const mark = Buffer.from(replacement);
  let rest = Buffer.alloc(0);
  let count = 0;
  child.stdout.on("data", (/** @type {Buffer} */ chunk) => {
    const data = Buffer.concat([rest, chunk]);
    let from = 0;
    for (let at = data.indexOf(mark); at >= 0; at = data.indexOf(mark, from)) {
      count++;
      from = at + mark.length;
    }
    rest = data.subarray(Math.max(from, data.length - mark.length + 1));
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => {
      if (isFine(command, status)) resolve(count);
      else reject(new Error(`${command}: exit ${status}`));
    });
  });
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
