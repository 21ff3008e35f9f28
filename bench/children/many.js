// What one more of many costs in memory, in kilobytes: open streams, or redactors with the same options.
import { createRedactStream } from "../../dist/adapters/stream.js";
import { createRedactor } from "../../dist/index.js";

const make = {
  streams: () => {
    const stream = createRedactStream();
    stream.resume();
    stream.write("hello token=abc\n");
    return stream;
  },
  redactors: () => {
    const redactor = createRedactor({ keys: ["ssn"], censor: "label" });
    redactor.redact("ssn=1 token=abc");
    return redactor;
  },
}[/** @type {"streams" | "redactors"} */ (process.argv[2])];
const count = process.argv[2] === "streams" ? 200 : 1000;

const kept = [make()];
const used = async () => {
  await new Promise((resolve) => setTimeout(resolve, 50));
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
const before = await used();
while (kept.length <= count) kept.push(make());
process.stderr.write(JSON.stringify({ each: ((await used()) - before) / count / 1000 }));
