// The same module on each Node that `npm run conformance` has installed.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { presentRuntimes } from "../../test/conformance/runtimes.js";
import { cleanJson } from "../cases/clean-json.ts";
import { median } from "../measure.ts";
import { type Result, speedTo } from "./result.ts";

const script = fileURLToPath(new URL("../children/on-runtime.js", import.meta.url));
const rounds = 5;
const megabytes = 20;

export function runtimeResults(): Result[] {
  const nodes = presentRuntimes().filter(({ name }) => /^Node (?:20|22|24|26)$/.test(name));
  const [first, ...others] = nodes;
  if (first?.name !== "Node 20" || others.length === 0) {
    console.error("bench: no other Node is installed (npm run conformance does it), nothing to compare with");
    return [];
  }
  const { file } = cleanJson.prepare(megabytes);
  const ratios: number[][] = others.map(() => []);
  for (let round = 0; round < rounds; round++) {
    const speed = speedOn(first.command, file);
    for (const [i, { command }] of others.entries()) ratios[i]?.push(speedOn(command, file) / speed);
  }
  return others.map(({ name }, i) =>
    speedTo(`\`redact(bytes)\` on ${name}, clean JSON logs`, "Node 20", median(ratios[i] ?? [])),
  );
}

function speedOn([node = "", ...args]: readonly string[], file: string) {
  const { stdout, stderr, status } = spawnSync(node, [...args, script, file], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${node}: ${stderr}`);
  return Number(stdout);
}
