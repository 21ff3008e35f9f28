// Writes the package's type declarations: one file an entry, for `import` and, the same, for `require`.
import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { dts } from "rolldown-plugin-dts";
import { dist } from "./paths.js";
import { runTsc } from "./tsc.js";

const ENTRIES = [
  "index",
  ...["stream", "web", "register", "opentelemetry", "pino", "winston"].map((name) => `adapters/${name}`),
];

const types = join(dist, "types");
rmSync(types, { recursive: true, force: true });
const errors = runTsc("-p", "tsconfig.json", "--emitDeclarationOnly", "--outDir", types);
if (errors.length > 0) {
  console.error(errors.join("\n"));
  process.exitCode = 1;
} else for (const name of ENTRIES) await bundle(name);
rmSync(types, { recursive: true, force: true });

/** @param {string} name */
async function bundle(name) {
  const bundle = await rolldown({
    input: { [name]: join(types, `${name}.d.ts`) },
    external: /^[^./]/,
    plugins: [dts({ dtsInput: true, tsconfig: false, sourcemap: false })],
  });
  await bundle.write({ dir: dist, format: "es", entryFileNames: "[name].ts", chunkFileNames: "[name].ts" });
  await bundle.close();
  copyFileSync(join(dist, `${name}.d.ts`), join(dist, `${name}.d.cts`));
}
