// One trial of a syslog daemon: 100,000 lines go through it, and the filter that it has started is killed in the middle.
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { linesOf, sleep, startDaemon, until } from "../daemon.js";
import { countLines, writeLines } from "../lines.js";

const program = fileURLToPath(new URL("../../../dist/scrubjay.cjs", import.meta.url));

/** So long a stopped filter stays stopped. */
const STOPPED_MS = 3_000;
/** What has not changed for so long has come to its end. */
const QUIET_MS = 3_000;

/**
 * @param {{
 *   engine: string, what: string, how: string, signal: NodeJS.Signals, count: number, allows?: { raw?: boolean, lost?: boolean },
 *   config: (at: { folder: string, filter: string }) => string,
 *   start: (config: string, folder: string) => { command: string, args: string[], env: Record<string, string> },
 * }} trial
 */
export async function runCase({ engine, what, how, signal, count, allows = {}, config, start }) {
  const folder = mkdtempSync(join(tmpdir(), `scrubjay-${engine}-`));
  const filter = join(folder, "filter.sh");
  // Its process id is how it is killed.
  writeFileSync(
    filter,
    `#!/bin/sh\necho $$ >> ${folder}/pids\nexec ${process.execPath} ${program} "$@" 2>> ${folder}/errors\n`,
  );
  chmodSync(filter, 0o755);
  writeLines(join(folder, "in.log"), count);
  const file = join(folder, "engine.conf");
  writeFileSync(file, config({ folder, filter }));
  const { command, args, env } = start(file, folder);
  const daemon = startDaemon(command, args, { env: { ...process.env, ...env } });
  const [clean, held] = [join(folder, "clean.log"), join(folder, "held.log")];
  try {
    await until(() => linesOf(clean) > count / 4 || !daemon.isAlive(), `${engine} writes`);
    if (!daemon.isAlive()) throw new Error(`${engine} ended: ${daemon.printed().slice(0, 500)}`);
    const at = linesOf(clean);
    const pid = Number(readFileSync(join(folder, "pids"), "utf8").trim().split("\n").at(-1));
    process.kill(pid, signal);
    if (signal === "SIGSTOP") {
      await sleep(STOPPED_MS);
      process.kill(pid, "SIGCONT");
    }
    await untilQuiet(() => linesOf(clean) + linesOf(held));
    await daemon.stop();
    await untilQuiet(() => linesOf(clean) + linesOf(held), 500);
    const out = countLines(clean, count);
    const aside = countLines(held, count);
    const lost = out.missing - aside.lines;
    if (at > 0.95 * count) throw new Error(`${engine} was done before the filter was killed: ${at} lines`);
    const isGood = (lost === 0 || allows.lost) && (out.raw === 0 || allows.raw) && out.doubled === 0;
    return {
      engine,
      what,
      how,
      count,
      out: out.lines,
      held: aside.lines,
      lost,
      doubled: out.doubled,
      raw: out.raw,
      isGood,
      at,
    };
  } finally {
    await daemon.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {() => number} count @param {number} [quietMs] */
async function untilQuiet(count, quietMs = QUIET_MS) {
  for (let seen = count(), now = seen; ; seen = now) {
    await sleep(quietMs);
    now = count();
    if (now === seen) return;
  }
}
