// Bundles the tests that are run against the mutants, with the mutated rooms in them: a script for each,
// which gives a fresh set of modules whenever it is run.
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { root } from "../structure/files.ts";
import type { Source } from "./mutants.ts";
import { type Numbered, rewrite } from "./rewrite.ts";

/** What the bundle asks its host for, by `require`. */
export const HOST = { switch: "mutation:switch", prepared: "mutation:prepared", kernel: "mutation:kernel" };

/** Scripts of CommonJS by names, each of which runs one file of the repository with all that it needs. */
export async function bundleScripts(
  files: Readonly<Record<string, string>>,
  sources: readonly Source[],
  mutations: readonly Numbered[],
  outdir: string,
): Promise<void> {
  await build({
    entryPoints: files,
    absWorkingDir: root,
    bundle: true,
    format: "cjs",
    platform: "node",
    outdir,
    outExtension: { ".js": ".cjs" },
    logLevel: "error",
    external: ["vitest", ...Object.values(HOST)],
    plugins: [mutated(sources, mutations), fileUrls],
  });
}

function mutated(sources: readonly Source[], mutations: readonly Numbered[]): Plugin {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  return {
    name: "mutated rooms",
    setup({ onLoad }) {
      onLoad({ filter: /\/kernel\/build\/kernel\.ts$/ }, () => ({
        contents: `export { kernelBase64 } from "${HOST.kernel}";`,
      }));
      onLoad({ filter: /\/program\/build\/prepared\.ts$/ }, () => ({
        contents: `export { prepared } from "${HOST.prepared}";`,
      }));
      onLoad({ filter: /\/src\/program\/.*\.ts$/ }, ({ path }) => {
        const source = byPath.get(relative(root, path).replaceAll("\\", "/"));
        if (source === undefined) return { contents: readFileSync(path, "utf8"), loader: "ts" };
        const text = rewrite(
          source.file,
          mutations.filter(({ file }) => file === source.path),
        );
        const needs = text === source.file.text ? "" : `import { on, tick } from "${HOST.switch}"; `;
        return { contents: needs + text, loader: "ts" };
      });
    },
  };
}

/** What a script is made of keeps its own `import.meta.url`. */
const fileUrls: Plugin = {
  name: "file urls",
  setup({ onLoad }) {
    onLoad({ filter: /\/(test|build|bench)\/.*\.[jt]s$/ }, ({ path }) => {
      if (path.includes("node_modules")) return undefined;
      const url = JSON.stringify(pathToFileURL(path).href);
      const contents = readFileSync(path, "utf8").replace(/\bimport\.meta\.url\b/g, () => url);
      return { contents, loader: path.endsWith(".ts") ? "ts" : "js" };
    });
  },
};
