// Writes the man page; man-page.ts is TypeScript, so it is bundled first.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { dist, root } from "./paths.js";

const outfile = join(dist, "man-page.mjs");
await build({
  entryPoints: [fileURLToPath(new URL("man-page.ts", import.meta.url))],
  bundle: true,
  format: "esm",
  platform: "node",
  outfile,
  logLevel: "error",
});
try {
  const { manPage } = await import(pathToFileURL(outfile).href);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  writeFileSync(join(dist, "scrubjay.1"), manPage(version));
} finally {
  rmSync(outfile);
}
