// npm run hill-climb -- [--seconds N] [--seed N] [--user-rules N] [--top N]
//
// Climbs towards texts that take many steps a byte in the checked build of the kernel, over what the program's rules
// and names are known by, and prints the worst: steps, and time as a multiple of clean JSON's with the same program.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { checkedKernel } from "../checked/build.js";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    seed: { type: "string", default: "1" },
    "user-rules": { type: "string", default: "0" },
    top: { type: "string", default: "20" },
  },
});

const folder = mkdtempSync(join(tmpdir(), "scrubjay-hill-climb-"));
try {
  const outfile = join(folder, "hill-climb.mjs");
  const entry = fileURLToPath(new URL("hill-climb.ts", import.meta.url));
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "error",
  });
  const { hillClimb } = await import(pathToFileURL(outfile).href);
  hillClimb({
    seconds: Number(values.seconds),
    seed: Number(values.seed),
    userRules: Number(values["user-rules"]),
    top: Number(values.top),
    wasm: await checkedKernel(),
    print: console.log,
  });
} finally {
  rmSync(folder, { recursive: true });
}
