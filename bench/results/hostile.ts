// Texts made to take time, in memory: the slowest of them.
import { createRedactor } from "../../dist/index.js";
import { cleanJson } from "../cases/clean-json.ts";
import { readBlocks } from "../children/blocks.js";
import { cpuSeconds } from "../children/cpu-seconds.js";
import { hostile } from "../hostile.ts";
import { type Result, speedTo } from "./result.ts";

/** A text is fast at so many MB/s. */
const FAST = 100;
const bytes = 1e6;
const rounds = 5;

export function hostileResults(): Result[] {
  const { redact } = createRedactor({});
  const speeds = hostile
    .map(([name, unit, head = ""]) => {
      const text = Buffer.from(head + unit.repeat(Math.ceil(bytes / unit.length)));
      const seconds = Array.from({ length: rounds }, () => {
        const start = cpuSeconds();
        redact(text);
        return cpuSeconds() - start;
      });
      return { name, speed: text.length / 1e6 / Math.min(...seconds) };
    })
    .sort((a, b) => a.speed - b.speed);
  const fast = speeds.filter(({ speed }) => speed >= FAST);
  const [slowest] = speeds;
  const clean = cleanSpeed(redact);
  const result = speedTo(
    `the slowest of ${speeds.length} hostile texts (${slowest?.name})`,
    "clean JSON logs",
    (slowest?.speed ?? 0) / clean,
  );
  return [
    {
      ...result,
      got: `${result.got}, ${slowest?.speed.toFixed(0)} MB/s; ${fast.length} are at ${FAST} or more`,
    },
  ];
}

function cleanSpeed(redact: (text: Uint8Array) => Uint8Array) {
  const { content, blocks } = readBlocks(cleanJson.prepare(10).file);
  const seconds = Array.from({ length: rounds }, () => {
    const start = cpuSeconds();
    for (const block of blocks) redact(block);
    return cpuSeconds() - start;
  });
  return content.length / 1e6 / Math.min(...seconds);
}
