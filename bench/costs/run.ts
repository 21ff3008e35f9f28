// `npm run costs`: what options, streams, redactors, the start and a bundle cost, beside what they cost in 0.1.0 as it was
// first measured. Every case is a process of its own, in turn with the others; CPU time and memory are the process's
// own. `--write` writes docs/costs.md, `--rounds N` measures more often.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { median } from "../measure.ts";
import { measureSizes } from "./sizes.ts";
import { tables } from "./tables.ts";

const { values } = parseArgs({ options: { write: { type: "boolean" }, rounds: { type: "string" } } });
const rounds = Number(values.rounds ?? 9);
const child = (name: string) => fileURLToPath(new URL(`../children/${name}`, import.meta.url));
const filter = fileURLToPath(new URL("../../dist/scrubjay.cjs", import.meta.url));

type Figures = Record<string, number>;

/** What a process reports at its end. */
function run(args: readonly string[]): Figures {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")}: exit ${status}: ${stderr}`);
  return JSON.parse(stderr.slice(stderr.lastIndexOf("{")));
}

/**
 * The CPU time of a whole process, and its memory, which needs a run of its own. Its input is an empty pipe as a shell
 * makes it; Node gives its children sockets.
 */
function runWhole(args: readonly string[]): Figures {
  const command = ["-c", ': | "$0" "$@" > /dev/null 2> /dev/null; times', process.execPath, ...args];
  const { stdout } = spawnSync("bash", command, { encoding: "utf8" });
  const times = [...(stdout.split("\n")[1] ?? "").matchAll(/(\d+)m([\d.]+)s/g)];
  const cpu = times.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000,
    0,
  );
  return { cpu, rss: run(["--require", child("report-at-exit.cjs"), ...args]).rss ?? 0 };
}

const script = (name: string, argument?: string) => [
  "--expose-gc",
  child(`${name}.js`),
  ...(argument ? [argument] : []),
];

const wholes: Record<string, readonly string[]> = {
  ...Object.fromEntries(tables.filter.map(({ flags }) => [flags.join(" "), [filter, ...flags]])),
  "node -e 0": ["-e", "0"],
  nothing: ["--input-type=module", "-e", "0"],
  pino: ["--input-type=module", "-e", 'import "pino"'],
  redact: [
    "--input-type=module",
    "-e",
    `import { redact } from ${JSON.stringify(new URL("../../dist/index.js", import.meta.url).href)}; redact("token=abc")`,
  ],
};

const cases: Record<string, readonly string[]> = {
  ...Object.fromEntries(
    tables.options.map(({ options }) => [JSON.stringify(options), script("option", JSON.stringify(options))]),
  ),
  streams: script("many", "streams"),
  redactors: script("many", "redactors"),
};

const measured: Record<string, Figures[]> = Object.fromEntries(
  [...Object.keys(cases), ...Object.keys(wholes)].map((name) => [name, []]),
);
for (let round = 0; round < rounds; round++) {
  for (const [name, args] of Object.entries(cases)) measured[name]?.push(run(args));
  for (const [name, args] of Object.entries(wholes)) measured[name]?.push(runWhole(args));
}

const of = (name: string, figure: string) =>
  median((measured[name] ?? []).map((each) => each[figure] ?? Number.NaN));
/** A process's CPU time beside another's of the same round. */
const ratio = (name: string, other: string) =>
  median((measured[name] ?? []).map(({ cpu }, i) => (cpu ?? 0) / (measured[other]?.[i]?.cpu ?? 1)));

const number = (value: number, digits = 1) => value.toFixed(digits);
const table = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
const sizes = await measureSizes();
const text = `# Costs

Written by \`npm run costs -- --write\`: medians of ${rounds} processes each, in turn, on Node ${process.versions.node}. CPU time and memory are the process's own, so another machine has other figures; what is to be compared stands beside each other. "Before" is version 0.1.0 as it was first measured.

## Options

\`createRedactor(options)\` and a first call of it, in a process that has a redactor, and the same once more.

${table([
  ["options", "first, CPU", "again, CPU", "memory", "before: first", "again", "memory"],
  ["---", "---", "---", "---", "---", "---", "---"],
  ...tables.options.map(({ options, show, before }) => {
    const name = JSON.stringify(options);
    const [first, again, memory] = before;
    return [
      `\`${show}\``,
      `${number(of(name, "first"))} ms`,
      `${number(of(name, "again"), 2)} ms`,
      `${number(of(name, "memory"))} MB`,
      first,
      again,
      memory,
    ];
  }),
])}

Memory is what the process has more, unused parts of its heap among it.

## Start of the filter

On an empty input, in CPU time.

${table([
  ["flags", "to `node -e 0`", "memory", "before"],
  ["---", "---", "---", "---"],
  ["", "1", `${number(of("node -e 0", "rss"), 0)} MB`, ""],
  ...tables.filter.map(({ flags, before }) => [
    flags.length === 0 ? "none" : `\`${flags.join(" ")}\``,
    `${number(ratio(flags.join(" "), "node -e 0"), 2)} ×`,
    `${number(of(flags.join(" "), "rss"), 0)} MB`,
    before,
  ]),
])}

## Start of the library

${table([
  ["what", "CPU", "memory", "before"],
  ["---", "---", "---", "---"],
  ...[
    ['`import "pino"`', "pino", "30 ms, 8.5 MB"],
    ["`import` to the first `redact()`", "redact", "72 to 113 ms, 30 to 33 MB"],
  ].map(([what = "", name = "", before = ""]) => [
    what,
    `+ ${number(of(name, "cpu") - of("nothing", "cpu"))} ms`,
    `+ ${number(of(name, "rss") - of("nothing", "rss"))} MB`,
    before,
  ]),
])}

## Many at once

${table([
  ["what", "memory", "before"],
  ["---", "---", "---"],
  ["an open `createRedactStream()`, of 200", `${number(of("streams", "each"))} KB`, "3,400 KB"],
  ["a further redactor with the same options, of 1,000", `${number(of("redactors", "each"))} KB`, "9,000 KB"],
])}

## Sizes

${table([
  ["what", "size", "before"],
  ["---", "---", "---"],
  ["a bundle for a page with `redact`, gzipped", `${number(sizes.bundle / 1000, 0)} KB (aim: 300)`, "608 KB"],
  ["the package, packed", `${number(sizes.packed / 1000, 0)} KB`, "1,170 KB"],
  [
    "of it all but `scrubjay.wasm`, the embedding module",
    `${number((sizes.packed - sizes.module) / 1000, 0)} KB (aim: 1,048, 1 MiB)`,
    "1,170 KB",
  ],
])}
`;
console.log(text);
if (values.write) writeFileSync(fileURLToPath(new URL("../../docs/costs.md", import.meta.url)), text);
