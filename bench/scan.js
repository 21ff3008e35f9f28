// node bench/scan.js: the kernel against Vectorscan on bytes in memory, without a process or a pipe around
// them, in CPU time. Ours finds and replaces; Vectorscan only counts the literals at which ours stops to look.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRedactor } from "../dist/index.js";
import { cases } from "./cases/index.js";
import { vectorscan } from "./engines/vectorscan.js";
import { median } from "./measure.js";
import { replacement } from "./patterns.js";

const rounds = 7;
const megabytes = 50;
const blockBytes = 1 << 18;

if (!existsSync(vectorscan.needs)) {
  console.error(`bench: no ${vectorscan.needs} (Debian: libvectorscan-dev), nothing to compare with`);
  process.exit();
}
await vectorscan.build?.();
const redactor = createRedactor({});

console.log("| Input | kernel, MB/s | Vectorscan, MB/s | kernel of Vectorscan |\n|---|---|---|---|");
for (const each of cases) {
  const input = each.prepare(megabytes);
  if (!input) continue;
  const content = readFileSync(input.file);
  const blocks = toBlocks(content);
  const count = blocks.reduce((sum, block) => sum + occurrences(redactor.redact(block)), 0);
  if (input.expected !== undefined && count !== input.expected) {
    throw new Error(`${each.name}: ${count} redactions, expected ${input.expected}`);
  }
  const checked = vectorscan.check?.(content);
  if (checked?.count !== checked?.expected) throw new Error(`${each.name}: Vectorscan miscounts`);
  /** @type {{ ours: number, theirs: number }[]} */
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const start = cpuSeconds();
    for (const block of blocks) redactor.redact(block);
    times.push({ ours: cpuSeconds() - start, theirs: vectorscanSeconds(input.file) });
  }
  const speed = (/** @type {number[]} */ seconds) => Math.round(content.length / 1e6 / median(seconds));
  const ratio = median(times.map(({ ours, theirs }) => theirs / ours)).toFixed(2);
  console.log(
    `| ${each.what} | ${speed(times.map(({ ours }) => ours))} | ${speed(times.map(({ theirs }) => theirs))} | ${ratio} |`,
  );
}

/** Cut at line ends, as each block is redacted by itself. @param {Buffer} content */
function toBlocks(content) {
  const blocks = [];
  for (let from = 0; from < content.length; ) {
    const end =
      from + blockBytes < content.length ? content.lastIndexOf(0x0a, from + blockBytes) + 1 : content.length;
    // A line longer than a block is one.
    const to = end > from ? end : content.length;
    blocks.push(content.subarray(from, to));
    from = to;
  }
  return blocks;
}

/** @param {Uint8Array} block */
function occurrences(block) {
  return (
    Buffer.from(block.buffer, block.byteOffset, block.byteLength).toString("latin1").split(replacement)
      .length - 1
  );
}

/** Of this process, which does nothing else. */
function cpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Its own clock, round the scan alone. @param {string} file */
function vectorscanSeconds(file) {
  const printed = execFileSync("sh", ["-c", `${vectorscan.command} < '${file}'`], { encoding: "utf8" });
  return Number(printed.split(" ")[1]);
}
