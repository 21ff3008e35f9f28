// Runs a program of the trial with its secrets and gives all that it printed.
import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { LANGUAGES } from "./languages.js";

/** @import { Program } from "./program.js" */

const TIMEOUT_MS = 60_000;
const MAX_BYTES = 32_000_000;

/** `{NAME}` and `{NAME:url}`. @param {string} text @param {Record<string, string>} values */
function fill(text, values) {
  return text.replace(/\{([A-Z]+)(:url)?\}/g, (whole, name, url) => {
    const value = values[name];
    if (value === undefined) return whole;
    return url
      ? encodeURIComponent(value).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
      : value;
  });
}

/**
 * @param {string} folder where it is installed @param {Program} program
 * @param {Record<string, string>} secrets @param {Record<string, number>} ports
 * @returns {Promise<string>} bytes of standard output and error, as latin1
 */
export async function execute(folder, program, secrets, ports) {
  const home = join(folder, "home");
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const values = { ...secrets, ...mapValues(ports, String), HOME: home };
  const { command, env } = LANGUAGES[program.language].start(folder, program);
  const args = [...command, ...(program.run ?? [])].map((text) => fill(text, values));
  for (const [name, text] of Object.entries(program.files ?? {})) {
    mkdirSync(dirname(join(home, name)), { recursive: true });
    writeFileSync(join(home, name), fill(text, values), { mode: 0o600 });
  }
  const child = spawn(args[0], args.slice(1), {
    cwd: home,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      HOME: home,
      LANG: "C.UTF-8",
      ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`T_${name}`, value])),
      ...env,
      ...mapValues(program.env ?? {}, (text) => fill(text, values)),
    },
  });
  return await collect(child);
}

/** @param {import("node:child_process").ChildProcess} child @returns {Promise<string>} */
function collect(child) {
  return new Promise((done, fail) => {
    let text = "";
    const take = (/** @type {Buffer} */ data) => {
      if (text.length < MAX_BYTES) text += data.toString("latin1");
    };
    const timer = setTimeout(() => process.kill(-(/** @type {number} */ (child.pid)), "SIGKILL"), TIMEOUT_MS);
    child.stdout?.on("data", take);
    child.stderr?.on("data", take);
    child.on("error", fail);
    child.on("close", () => {
      clearTimeout(timer);
      done(text);
    });
  });
}

/** @template T, U @param {Readonly<Record<string, T>>} record @param {(value: T) => U} map @returns {Record<string, U>} */
const mapValues = (record, map) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
