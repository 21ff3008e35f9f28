// What options cost, in a process that has a redactor: CPU time in milliseconds, memory in megabytes.
import { createRedactor, redact } from "../../dist/index.js";

const options = JSON.parse(process.argv[2] ?? "{}");
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const use = () => {
  const from = cpu();
  createRedactor(options).redact("token=hunter2 x");
  return cpu() - from;
};

redact("token=abc");
createRedactor();
const before = process.memoryUsage().rss;
const first = use();
const memory = (process.memoryUsage().rss - before) / 1e6;
process.stderr.write(JSON.stringify({ first, again: use(), memory }));
