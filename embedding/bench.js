// Compares the hosts: the same text through each, as one stream in blocks of 64 KB: `node embedding/bench.js FOLDER`. The
// text is all files of the folder, repeated to 100 MB (`--megabytes N`). Each host has to write the same bytes; its time is
// the CPU time of the process, less that of the same with an empty text. `--write` writes the table of docs/embedding.md.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { benches } from "./hosts.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const args = process.argv.slice(2);
const megabytes = Number(args.find((_, i) => args[i - 1] === "--megabytes") ?? 100);
const source = args.find((arg, i) => !arg.startsWith("--") && args[i - 1] !== "--megabytes");
if (source === undefined) throw new Error("which folder has the texts?");
const only = args.flatMap((arg, i) => (args[i - 1] === "--only" ? [arg] : []));

const folder = mkdtempSync(join(tmpdir(), "embedding-"));
const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();
const text = Buffer.concat(files.map((file) => readFileSync(file)));
const most = megabytes * 1e6;
const repeated = Buffer.concat(Array.from({ length: Math.ceil(most / text.length) }, () => text)).subarray(
  0,
  most,
);
writeFileSync(join(folder, "text"), repeated);
writeFileSync(join(folder, "empty"), "");

/** @param {import("./hosts.js").BenchRow} bench @param {string} input */
function run({ cwd, command }, input) {
  const output = join(folder, "out");
  const [from, to] = [openSync(join(folder, input), "r"), openSync(output, "w")];
  const { status, stderr } = spawnSync(
    "bash",
    ["-c", 'TIMEFORMAT="cpu %U %S"; time "$@"', "bench", ...command],
    {
      cwd: join(here, cwd),
      stdio: [from, to, "pipe"],
      encoding: "utf8",
    },
  );
  closeSync(from);
  closeSync(to);
  const [, user = "", system = ""] = /^cpu (\S+) (\S+)$/m.exec(stderr) ?? [];
  const wall = Number(/^seconds (\S+)$/m.exec(stderr)?.[1]);
  if (status !== 0) throw new Error(stderr);
  return {
    cpu: Number(user) + Number(system),
    wall,
    sum: createHash("sha256").update(readFileSync(output)).digest("hex"),
  };
}

/** @type {(import("./hosts.js").BenchRow & { speed: number, sum: string, wall: number })[]} */
const rows = [];
for (const bench of benches) {
  if (only.length > 0 && !only.includes(bench.name)) continue;
  if (!bench.needs.every((file) => existsSync(join(here, file)))) {
    console.log(`${bench.name}: left out, as it is not built`);
    continue;
  }
  const empty = run(bench, "empty").cpu;
  const { cpu, wall, sum } = run(bench, "text");
  rows.push({ ...bench, speed: megabytes / (cpu - empty), sum, wall });
  console.log(
    `${bench.name}: ${(megabytes / (cpu - empty)).toFixed(0)} MB/s of CPU time, ${(megabytes / wall).toFixed(0)} MB/s, ${sum.slice(0, 16)}`,
  );
}
rmSync(folder, { recursive: true });
const own = rows.find(({ name }) => name.startsWith("Node, its own"));
const differing = rows.filter(({ sum }) => sum !== rows[0].sum).map(({ name }) => name);
if (differing.length > 0) {
  console.error(`other bytes come out of ${differing.join(", ")}`);
  process.exitCode = 1;
}
const lines = (/** @type {readonly string[]} */ paths) =>
  paths.reduce((sum, path) => sum + readFileSync(join(here, path), "utf8").split("\n").length - 1, 0);
const table = [
  "| host | lines | MB/s | of Node's own | tried with |",
  "|---|---|---|---|---|",
  ...rows.map(({ name, sources, speed, tried }) => {
    const share = own === undefined ? "" : (speed / own.speed).toFixed(2);
    return `| ${name} | ${sources.length === 0 ? "" : lines(sources)} | ${speed.toFixed(0)} | ${share} | ${tried} |`;
  }),
].join("\n");
console.log(table);
if (args.includes("--write") && process.exitCode !== 1) {
  const page = join(here, "..", "docs", "embedding.md");
  const marked = /(<!-- hosts: written by embedding\/bench\.js -->\n)[\s\S]*?(<!-- end -->)/;
  writeFileSync(
    page,
    readFileSync(page, "utf8").replace(marked, (_, begin, end) => `${begin}\n${table}\n\n${end}`),
  );
}
