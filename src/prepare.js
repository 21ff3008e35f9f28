// Runs src/prepare.ts, which is TypeScript, before anything else is built.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const { outputFiles } = await build({
  entryPoints: [join(here, "prepare.ts")],
  bundle: true,
  format: "esm",
  platform: "neutral",
  write: false,
});
const module = `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`;
const { prepareCatalogue } = await import(module);
const directory = join(here, "program", "build");
mkdirSync(directory, { recursive: true });
writeFileSync(join(directory, "prepared.ts"), prepareCatalogue());
