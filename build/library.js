// Bundles the package's entries, and what the command loads only for some options, into modules that share chunks.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { dist, src } from "./paths.js";

const adapters = ["stream", "web", "register", "opentelemetry", "pino", "winston"];

rmSync(join(dist, "chunks"), { recursive: true, force: true });
await build({
  entryPoints: {
    index: join(src, "index.ts"),
    "stream-redactor": join(src, "redactor", "stream-redactor.ts"),
    ...Object.fromEntries(adapters.map((name) => [`adapters/${name}`, join(src, "adapters", `${name}.ts`)])),
  },
  outdir: dist,
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  logLevel: "error",
});
