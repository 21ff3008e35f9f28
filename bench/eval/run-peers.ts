// npm run eval -- --peers: the table of scrubjay and the others, on the very same inputs.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { peers } from "../peers/index.ts";
import { oneByOne, type Peer, type RedactAll } from "../peers/peer.ts";
import type { Case } from "./cases.ts";
import { asValues, gatherInputs, jsonLines, measureEngine, timeEngine } from "./peers.ts";
import { toPeersTable } from "./peers-table.ts";
import type { Engine } from "./recall.ts";

const peersDir = fileURLToPath(new URL("../peers/", import.meta.url));

/**
 * The table of scrubjay and its peers.
 *
 * @param flags `only`: part of a peer's name; `alarms`: show the lines of real logs that it changed.
 */
export async function runPeers(
  cases: Case[],
  scrubjay: Engine,
  { only = "", alarms = false }: { only?: string | undefined; alarms?: boolean | undefined },
): Promise<string> {
  install();
  const inputs = gatherInputs(cases, scrubjay);
  const values = asValues(inputs);
  const ours = oneByOne(scrubjay.redact);
  const results = [];
  const missing: string[] = [];
  for (const peer of [toPeer(ours), ...peers.filter(({ name }) => name.includes(only))]) {
    const loaded = await peer.load();
    if (!loaded) {
      missing.push(peer.name);
      continue;
    }
    console.error(`eval: ${peer.name} ${loaded.version}`);
    const measured = await measureEngine(peer.reads === "json" ? values : inputs, loaded.redactAll);
    if (alarms) showLines(peer.name, measured.logs.inVain);
    const texts = peer.reads === "json" ? jsonLines(values.logs) : inputs.logs.map(({ text }) => text);
    const started = await timeEngine([], loaded.redactAll);
    const before = await timeEngine(texts, ours);
    const seconds = (await timeEngine(texts, loaded.redactAll)) - started;
    // Whatever else the machine does, it does to both.
    const ourSeconds = (before + (await timeEngine(texts, ours))) / 2;
    const readBytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    results.push({ peer, version: loaded.version, measured, readBytes, seconds, ourSeconds });
  }
  return toPeersTable(results, inputs, missing);
}

function install() {
  if (existsSync(`${peersDir}node_modules`)) return;
  console.error(`eval: npm ci in ${peersDir}`);
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: peersDir,
    stdio: "inherit",
  });
}

function toPeer(redactAll: RedactAll): Peer {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return {
    name: "scrubjay",
    reads: "text",
    given: "its default options",
    load: async () => ({ version, redactAll }),
  };
}

function showLines(name: string, lines: { file: string; line: number; changed: string[] }[]) {
  for (const { file, line, changed } of lines) {
    console.log(
      `${name} | ${file}:${line}\n  ${changed.map((each) => JSON.stringify(each.slice(0, 100))).join(" ")}`,
    );
  }
}
