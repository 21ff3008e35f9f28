// Requests a second that a Fastify answers and logs, under load on the loopback: what a user of a server feels.
import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { median } from "../measure.ts";
import { type Result, speedTo } from "./result.ts";

const server = fileURLToPath(new URL("../children/server.js", import.meta.url));
const loadIsInstalled = existsSync(new URL("../peers/node_modules/autocannon/", import.meta.url));
const rounds = 3;

/** How it logs. */
const kinds = ["plain", "paths", "hooks"] as const;

export async function serverResults(): Promise<Result[]> {
  if (!loadIsInstalled) {
    console.error("bench: bench/peers is not installed (npm ci in it), no load on a server");
    return [];
  }
  const { load } = await import("../peers/load.ts");
  const requests: Record<(typeof kinds)[number], number[]> = { plain: [], paths: [], hooks: [] };
  const servers = await Promise.all(kinds.map(startServer));
  for (const { port } of servers) await load(port);
  for (let round = 0; round < rounds; round++)
    for (const { kind, port } of servers) requests[kind].push(await load(port));
  for (const { child } of servers) child.kill();
  const each = (ours: readonly number[], theirs: readonly number[]) =>
    median(ours.map((count, i) => count / (theirs[i] ?? 1)));
  const { plain, paths, hooks } = requests;
  const a = (counts: readonly number[]) => Math.round(median([...counts])).toLocaleString("en");
  const what = "Fastify with its logger and `redactHooks()`, requests a second";
  const result = speedTo(what, "without", each(hooks, plain));
  const toPaths = speedTo(what, "pino's `redact` with three paths", each(hooks, paths));
  return [
    { ...result, got: `${result.got} (${a(hooks)} of ${a(plain)})` },
    { ...toPaths, got: `${toPaths.got} (${a(hooks)} and ${a(paths)})` },
  ];
}

async function startServer(kind: (typeof kinds)[number]) {
  // Without the arguments of this process: tsx is among them.
  const child = fork(server, [kind], { execArgv: [], stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const port = await new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", () => reject(new Error(`the server did not start: ${kind}`)));
  });
  return { kind, child, port: Number(port) };
}
