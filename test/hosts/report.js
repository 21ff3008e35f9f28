// Writes docs/hosts.md.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "./workshop.js";

/** Of the version before there were a build for CommonJS and conditions for hosts, in bytes. */
const BEFORE = { esbuild: 607_656, Vite: 607_870, program: 419_000, package: 1_170_000, unpacked: 5_200_000 };

/** What of a bundle is the embedded program. */
function programSize() {
  const prepared = readFileSync(join(root, "src", "program", "build", "prepared.ts"), "latin1");
  return gzipSync(/"program": "([^"]*)"/.exec(prepared)?.[1] ?? "", { level: 9 }).length;
}

const kilobytes = (/** @type {number} */ bytes) => `${Math.round(bytes / 1000)} KB`;
const cell = (/** @type {string} */ text) => text.replaceAll("|", "\\|").replaceAll("\n", " ").slice(0, 160);

/** @param {readonly string[][]} rows */
const table = ([head, ...rows]) =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");

/**
 * @param {readonly import("./run.js").Row[]} rows
 * @param {{ readonly size: number, readonly unpackedSize: number }} packed
 */
export function writeReport(rows, packed) {
  const grouped = new Map();
  for (const { host, way, version, result } of rows) {
    const key = JSON.stringify([host, way, result]);
    grouped.set(key, { host, way, result, versions: [...(grouped.get(key)?.versions ?? []), version] });
  }
  const tried = [...grouped.values()].map(({ host, way, versions, result }) => [
    host,
    way,
    [...new Set(versions)].join(", "),
    result,
  ]);
  const sizes = rows
    .filter(({ gzipped }) => gzipped !== undefined)
    .map(({ host, gzipped }) => [
      `${host}, a page with \`redact\``,
      kilobytes(gzipped),
      host in BEFORE ? kilobytes(BEFORE[host]) : "",
    ]);
  const text = `# Hosts

Written by \`npm run hosts -- --write\`, which packs the package, installs it in a temporary folder next to each host, and tries it there. The figures of before are those of the version without a \`require\` build.

## What was tried

${table([["host", "way of use", "version", "result"], ...tried])}

Declarations of other packages may be too new for an old TypeScript; errors in those are not counted.

## What was not

| host | what is known |
|---|---|
| Windows, macOS | not run. Nothing of \`/proc\` or \`mkfifo\` is in their way: where these are missing, the filter reads and writes the descriptors that it got, and a command's output comes through Node's own pipes |
| pnpm, Yarn's Plug'n'Play | tried by hand on 2026-11-30 with pnpm 9 and Yarn 4.5: \`import\`, \`require\`, scrubjay/pino as transport and the filter work |
| Electron | not run. The main process is Node; a page needs \`'wasm-unsafe-eval'\` in its policy, as in Chromium |
| Firefox, Safari | not run. They need WebAssembly with SIMD: Firefox 89, Safari 16.4 |

## One instance

Node gets the same instance for \`import\` and \`require\`: the ES modules take what the CommonJS files export, so there is one kernel and one program a process, and \`RedactorConfigError\` is one class. Bundlers take the ES modules for both. Deno and Bun take these, too; in Deno, \`import\` and \`require\` are two instances, which share nothing but behave the same. A bundle of yours beside an unbundled scrubjay is a second instance.

## Where WebAssembly cannot be compiled

Creating a redactor throws a \`RedactorConfigError\` with the code \`no-webassembly\`, and so does the first \`redact()\`; the filter ends with status 2. The message says what to allow: \`'wasm-unsafe-eval'\` in a page's \`script-src\`, Node without \`--jitless\`, the condition \`workerd\` or \`edge-light\` at the edge. Nothing is withheld in silence.

\`scrubjay/register\` is for Node alone and throws elsewhere (code \`unsupported-host\`).

## Sizes

${table([
  ["what", "gzipped", "before"],
  ...sizes,
  ["of these, the program of the rules", kilobytes(programSize()), kilobytes(BEFORE.program)],
  ["the package, packed", kilobytes(packed.size), kilobytes(BEFORE.package)],
  ["the package, unpacked", kilobytes(packed.unpackedSize), kilobytes(BEFORE.unpacked)],
])}
`;
  writeFileSync(join(root, "docs", "hosts.md"), text);
}
