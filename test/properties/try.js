// node test/properties/try.js PROPERTY|all [--seed N] [--cases N] [--shown N] [--out FILE] [--src FOLDER] [--without REGEXP]
//
// Tries a property on made inputs and prints how many failed, by promise, and the first of them made as simple as
// they can be; the same goes into failures.txt. --without leaves out inputs that the pattern finds. --src takes another checkout's src/, once it has been built.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "1" },
    cases: { type: "string", default: "3000" },
    shown: { type: "string", default: "20" },
    out: { type: "string", default: join(root, "failures.txt") },
    without: { type: "string" },
    src: { type: "string", default: join(root, "src") },
  },
});

/** @type {import("esbuild").Plugin} */
const otherSource = {
  name: "another checkout's source",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.\/(?:\.\.\/)+src\// }, ({ path }) => ({
      path: resolve(values.src, path.replace(/^(?:\.\.\/)+src\//, "")),
    }));
  },
};

const folder = mkdtempSync(join(tmpdir(), "scrubjay-properties-"));
try {
  const outfile = join(folder, "properties.mjs");
  await build({
    entryPoints: [join(root, "test/properties/index.ts")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "error",
    // winston is CommonJS.
    banner: {
      js: `import { createRequire } from "node:module"; const require = createRequire(${JSON.stringify(import.meta.url)});`,
    },
    plugins: [otherSource],
  });
  const { properties, report } = await import(pathToFileURL(outfile).href);
  const [name = ""] = positionals;
  const chosen = properties.filter(
    (/** @type {{ name: string }} */ each) => name === "all" || each.name === name,
  );
  if (chosen.length === 0) {
    console.error(
      `which one? all, ${properties.map((/** @type {{ name: string }} */ each) => each.name).join(", ")}`,
    );
    process.exitCode = 2;
  }
  let text = "";
  for (const property of chosen) {
    const { summary, failed } = report(property, {
      seed: Number(values.seed),
      cases: Number(values.cases),
      shown: Number(values.shown),
      without: values.without === undefined ? undefined : new RegExp(values.without),
    });
    console.log(summary);
    text += `${summary}\n`;
    if (failed > 0) process.exitCode = 1;
  }
  if (chosen.length > 0) writeFileSync(values.out, text);
} finally {
  rmSync(folder, { recursive: true });
}
