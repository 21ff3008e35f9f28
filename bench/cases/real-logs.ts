import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { concatenate, type Input } from "../data.ts";

const projectDir = fileURLToPath(new URL("../..", import.meta.url));
const corporaDir = resolve(projectDir, process.env.SCRUBJAY_SHARED ?? "../shared", "corpora");
const folders = ["treeherder", "elastic-examples", "loghub"];

export const realLogs = {
  name: "real-logs",
  what: "real CI, web and system logs",
  prepare(megabytes: number): Input | undefined {
    if (!existsSync(corporaDir)) return undefined;
    const files = folders.flatMap((folder) =>
      readdirSync(join(corporaDir, folder)).map((name) => join(corporaDir, folder, name)),
    );
    return concatenate("real-logs", megabytes, files);
  },
};
