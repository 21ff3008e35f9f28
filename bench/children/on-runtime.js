// node bench/children/on-runtime.js FILE: MB of the file that are redacted in a second of CPU time, at best.
import { createRedactor } from "../../dist/index.js";
import { readBlocks } from "./blocks.js";
import { cpuSeconds } from "./cpu-seconds.js";

const { redact } = createRedactor({});
const { content, blocks } = readBlocks(process.argv[2] ?? "");
const seconds = Array.from({ length: 9 }, () => {
  const start = cpuSeconds();
  for (const block of blocks) redact(block);
  return cpuSeconds() - start;
});
console.log(content.length / 1e6 / Math.min(...seconds));
