// Bundles the tests that are run against the mutants, with the mutated rooms in them: a script for each,
// which gives a fresh set of modules whenever it is run.
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { root } from "../../structure/files.ts";
import type { Source } from "../sites/mutants.ts";
import { type Numbered, rewrite } from "../sites/rewrite.ts";

/** What the bundle asks its host for, by `require`. */
export const HOST = {
  switch: "mutation:switch",
  prepared: "mutation:prepared",
  kernel: "mutation:kernel",
  known: "mutation:known",
  recorder: "mutation:recorder",
};

/** The script that runs test files, each when it is asked for by its name; what they import is loaded once for all. */
const TESTS = "mutation:tests";

/**
 * Scripts of CommonJS by names, each of which runs one file of the repository with all that it needs; and `tests`, which
 * runs those of `tests`.
 */
export async function bundleScripts(
  files: Readonly<Record<string, string>>,
  tests: readonly string[],
  sources: readonly Source[],
  mutations: readonly Numbered[],
  outdir: string,
): Promise<void> {
  await build({
    entryPoints: { ...files, tests: TESTS },
    absWorkingDir: root,
    bundle: true,
    format: "cjs",
    platform: "node",
    outdir,
    outExtension: { ".js": ".cjs" },
    logLevel: "error",
    external: ["vitest", ...Object.values(HOST)],
    plugins: [testEntry(tests), watchedRedactors, mutated(sources, mutations), fileUrls],
  });
}

function testEntry(tests: readonly string[]): Plugin {
  const entries = tests.map(
    (file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(`./${file}`)})`,
  );
  return {
    name: "all tests",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^${TESTS}$`) }, () => ({ path: TESTS, namespace: "tests" }));
      onLoad({ filter: /.*/, namespace: "tests" }, () => ({
        contents: `module.exports = {${entries.join(",\n")}};`,
        resolveDir: root,
      }));
    },
  };
}

/** What makes redactors is told to the recorder. */
const watchedRedactors: Plugin = {
  name: "watched redactors",
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/redactor\/(stream-)?redactor\.ts$/ }, ({ path }) => {
      const [name, kind] = path.includes("stream-")
        ? ["createByteRedactor", "streams"]
        : ["createRedactor", "redactors"];
      const text = readFileSync(path, "utf8").replace(
        `export function ${name}(`,
        `export const ${name} = recorder.${kind}(${name}Plain); function ${name}Plain(`,
      );
      return { contents: `import * as recorder from "${HOST.recorder}"; ${text}`, loader: "ts" };
    });
  },
};

function mutated(sources: readonly Source[], mutations: readonly Numbered[]): Plugin {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  return {
    name: "mutated rooms",
    setup({ onLoad }) {
      onLoad({ filter: /\/kernel\/build\/kernel\.ts$/ }, () => ({
        contents: `export { kernelBase64 } from "${HOST.kernel}";`,
      }));
      onLoad({ filter: /\/kernel\/build\/known\.ts$/ }, () => ({
        contents: `export { knownHex } from "${HOST.known}";`,
      }));
      onLoad({ filter: /\/program\/image\/prepared\.ts$/ }, () => ({ contents: PREPARED, loader: "ts" }));
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

/** In place of the program that is embedded, which is packed: the one that the mutated compiler makes. */
const PREPARED = `
import { prepared } from "${HOST.prepared}";
import { catalogue } from "../build/catalogue.ts";
import { idsOf, programOf } from "./program.ts";
let program;
export const preparedProgram = () =>
  (program ??= programOf(prepared, idsOf(catalogue.filter(({ optIn }) => !optIn))));
`;

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
