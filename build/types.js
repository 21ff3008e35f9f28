// Writes the package's type declarations: one file an entry, for `import` and, the same, for `require`.
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { rolldown } from "rolldown";
import { dts } from "rolldown-plugin-dts";
import { dist } from "./paths.js";
import { runTsc } from "./tsc.js";

const ENTRIES = [
  "index",
  ...["stream", "web", "register", "opentelemetry", "pino", "winston", "secrets", "metrics", "kafka"].map(
    (name) => `adapters/${name}`,
  ),
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
  const [modules, commonJs] = [join(dist, `${name}.d.ts`), join(dist, `${name}.d.cts`)];
  copyFileSync(modules, commonJs);
  // As the module itself takes what the file of CommonJS has. A default of CommonJS is another thing to a module.
  if (!/ as default\b/.test(readFileSync(modules, "utf8")))
    writeFileSync(modules, `export * from "./${basename(name)}.cjs";\n`);
}
