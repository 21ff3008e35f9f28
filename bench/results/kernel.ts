// The kernel on bytes in memory, without a process or a pipe around it. Ours finds and replaces; Vectorscan
// only counts the literals at which ours stops to look.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRedactor } from "../../dist/index.js";
import { cleanJson } from "../cases/clean-json.ts";
import { leakyJson } from "../cases/leaky-json.ts";
import { realLogs } from "../cases/real-logs.ts";
import { readBlocks } from "../children/blocks.js";
import { cpuSeconds } from "../children/cpu-seconds.js";
import { replacement } from "../children/patterns.js";
import { vectorscan } from "../engines/vectorscan.ts";
import { median } from "../measure.ts";
import { createRandom } from "../random.ts";
import { inTurns } from "../turns.ts";
import { type Result, speedTo } from "./result.ts";

const rounds = 7;
const megabytes = 50;

export async function kernelResults(): Promise<Result[]> {
  return [...(await besideVectorscan()), ...(await onRealLogs()), await withManyRules()];
}

async function besideVectorscan() {
  if (!existsSync(vectorscan.needs)) {
    console.error(`bench: no ${vectorscan.needs} (Debian: libvectorscan-dev), nothing to compare with`);
    return [];
  }
  await vectorscan.build?.();
  return [
    speedTo("kernel, clean JSON logs", "Vectorscan, search for the same literals", besideIts(cleanJson)),
    speedTo(
      "kernel, a credential in 10 % of the lines, redacted",
      "Vectorscan, search for the same literals",
      besideIts(leakyJson),
    ),
  ];
}

function besideIts({ name, prepare }: typeof cleanJson) {
  const { file, expected } = prepare(megabytes);
  const { redact } = createRedactor({});
  const { content, blocks } = readBlocks(file);
  const count = blocks.reduce((sum, block) => sum + occurrences(redact(block)), 0);
  if (expected !== undefined && count !== expected)
    throw new Error(`${name}: ${count} redactions, expected ${expected}`);
  const checked = vectorscan.check?.(content.subarray(0, 4e6));
  if (checked?.count !== checked?.expected) throw new Error(`${name}: Vectorscan miscounts`);
  const ratios = Array.from({ length: rounds }, () => {
    const start = cpuSeconds();
    for (const block of blocks) redact(block);
    const ours = cpuSeconds() - start;
    return vectorscanSeconds(file) / ours;
  });
  return median(ratios);
}

function occurrences(block: Uint8Array) {
  const text = Buffer.from(block.buffer, block.byteOffset, block.byteLength).toString("latin1");
  return text.split(replacement).length - 1;
}

/** Its own clock, round the scan alone. */
function vectorscanSeconds(file: string) {
  const printed = execFileSync("sh", ["-c", `${vectorscan.command} < '${file}'`], { encoding: "utf8" });
  return Number(printed.split(" ")[1]);
}

async function onRealLogs() {
  const real = realLogs.prepare(megabytes);
  if (!real) return [];
  const { redact } = createRedactor({});
  const [clean, logs] = [readBlocks(cleanJson.prepare(megabytes).file), readBlocks(real.file)];
  const { logs: took = 0 } = await inTurns(
    {
      clean: () => clean.blocks.map((block) => redact(block)),
      logs: () => logs.blocks.map((block) => redact(block)),
    },
    { calls: 1, rounds },
  );
  return [
    speedTo(
      "real logs, dense with ids and hashes",
      "clean JSON logs",
      logs.content.length / clean.content.length / took,
    ),
  ];
}

async function withManyRules() {
  const random = createRandom(9);
  const rules = Array.from({ length: 2_500 }, (_, i) => ({
    id: `many/rule-${i}`,
    pattern: `${random.text(4, "abcdefghijklmnopqrstuvwxyz")}_[A-Za-z0-9]{${20 + (i % 40)}}`,
  }));
  const [few, many] = [createRedactor({}), createRedactor({ rules })];
  const sample = rules[7]?.pattern.replace(/\[.*/, random.text(60)) ?? "";
  if (many.redact(sample) === sample) throw new Error("the rules are not at work");
  const { blocks } = readBlocks(cleanJson.prepare(megabytes).file);
  const { many: took = 0 } = await inTurns(
    {
      few: () => blocks.map((block) => few.redact(block)),
      many: () => blocks.map((block) => many.redact(block)),
    },
    { calls: 1, rounds },
  );
  return speedTo("2,500 more rules", "the catalogue alone", 1 / took);
}
