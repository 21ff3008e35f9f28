// Texts made to take time, in memory: the slowest of them.
import { createRedactor } from "../../dist/index.js";
import { hostile } from "../hostile.js";
import { cpuSeconds } from "../turns.js";

const aimed = 100;
const bytes = 1e6;
const rounds = 5;

/** @returns {import("./aim.js").Aim[]} */
export function hostileAims() {
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
  const slow = speeds.filter(({ speed }) => speed < aimed);
  const [slowest] = speeds;
  return [
    {
      what: `hostile texts, ${speeds.length} kinds; time grows with the length alone`,
      aim: `≥ ${aimed} MB/s`,
      got: `${speeds.length - slow.length} of them at ${aimed} MB/s or more; the slowest, ${slowest?.name}: ${slowest?.speed.toFixed(0)} MB/s`,
      met: slow.length === 0,
    },
  ];
}
