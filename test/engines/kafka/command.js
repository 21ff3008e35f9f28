// The command as users start it, in a process of its own.
import { fileURLToPath } from "node:url";
import { startDaemon } from "../daemon.js";
import { clientModules } from "./install.js";

const command = fileURLToPath(new URL("../../../dist/scrubjay.cjs", import.meta.url));

/** @param {readonly string[]} args @param {NodeJS.ProcessEnv} [env] */
export function startCommand(args, env = {}) {
  return startDaemon(process.execPath, [command, "kafka", ...args], {
    env: { ...process.env, NODE_PATH: clientModules, ...env },
  });
}

/** What it says once it works. */
export const WORKS = /policy [0-9a-f]{16}\n/;

/** For the censor hash. */
export const TEST_KEY = "0123456789abcdef".repeat(2);
