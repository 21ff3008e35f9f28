// Bundles the package's entries twice, each time into modules that share chunks.
//
// The rules, without what only people read of them, are in dist/rules.js for both.
//
// - dist/module/ is for bundlers, browsers, Deno and edge workers: ES modules with the program embedded. The kernel is
//   the import `#kernel`, which package.json leads to a form that the host takes.
// - dist/*.cjs and dist/adapters/*.cjs are for Node: CommonJS, which it starts 10 ms sooner, with program and kernel
//   in files. The `.js` next to each are modules that have the same in ES form. So `import` and `require` get one
//   instance, with one kernel and one program in memory.
// - dist/scrubjay.cjs is the command, dist/tools.cjs its subcommands, dist/changed-program.cjs what options need, dist/compiler.cjs what patterns need,
//   dist/known.cjs what secrets need:
//   one file each, as each further one takes half a millisecond of the start.
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build, transform } from "esbuild";
import { dist, root, src } from "./paths.js";

const adapters = [
  "stream",
  "web",
  "register",
  "opentelemetry",
  "pino",
  "winston",
  "secrets",
  "metrics",
  "kafka",
];
/** @type {Record<string, string>} */
const entryPoints = {
  index: join(src, "index.ts"),
  ...Object.fromEntries(adapters.map((name) => [`adapters/${name}`, join(src, "adapters", `${name}.ts`)])),
};

/** What only Node runs, as its client is a native one, is in one form. */
const forAllHosts = Object.fromEntries(
  Object.entries(entryPoints).filter(([name]) => name !== "adapters/kafka"),
);

/** @satisfies {import("esbuild").BuildOptions} */
const common = {
  // What the paths of `metafile` are relative to.
  absWorkingDir: root,
  bundle: true,
  splitting: true,
  // Constants of other files stand in place: after an import of CommonJS each is a call (6 % of the time with spans).
  minifySyntax: true,
  format: "esm",
  target: "node20",
  minifyWhitespace: true,
  minifyIdentifiers: true,
  packages: "external",
  logLevel: "error",
};

/** @param {RegExp} filter @param {{ path: string, external?: boolean }} result @returns {import("esbuild").Plugin} */
const replaced = (filter, result) => ({
  name: "replaced",
  setup({ onResolve }) {
    onResolve({ filter }, () => result);
  },
});

const KERNEL = /\/kernel-module\.ts$/;
const UNPACKER = /\/unpacker-module\.ts$/;
const KNOWN_ROOM = /\/known-room\.ts$/;
const KNOWN_MODULE = /\/known-module\.ts$/;
const PROGRAM = /\/prepared\.ts$/;
const RULES = /\/(?:rules|build)\/catalogue\.ts$/;
const ALL_RULES = /\/all-rules\.ts$/;

const forNode = join(src, "node");

/** @satisfies {import("esbuild").BuildOptions} */
const node = {
  ...common,
  lineLimit: 160,
  outdir: dist,
  // Next to program.bin, as `import.meta.dirname` is that of a chunk.
  chunkNames: "chunk-[hash]",
  outExtension: { ".js": ".cjs" },
  platform: "node",
  define: { "import.meta.dirname": "__dirname" },
  inject: [join(forNode, "globals.ts")],
  plugins: [
    replaced(KERNEL, { path: join(forNode, "kernel-module.ts") }),
    replaced(PROGRAM, { path: join(forNode, "prepared.ts") }),
    replaced(ALL_RULES, { path: join(forNode, "all-rules.ts") }),
    // Not as entries.
    replaced(/^\.\/compiler\.ts$|^\.\.\/\.\.\/program\/extension\/compiler\.ts$/, {
      path: join(forNode, "compiler.ts"),
    }),
    replaced(/^\.\/compiler\.cjs$/, { path: "./compiler.cjs", external: true }),
    replaced(KNOWN_MODULE, { path: join(forNode, "known-module.ts") }),
    replaced(KNOWN_ROOM, { path: join(forNode, "known-room.ts") }),
    replaced(/^\.\/known\.cjs$/, { path: "./known.cjs", external: true }),
    replaced(/^\.\.?\/(?:redactor\/)?changed-program\.ts$/, { path: join(forNode, "changed-program.ts") }),
    replaced(/^\.\/changed-program\.cjs$/, { path: "./changed-program.cjs", external: true }),
    replaced(/^\.\/tools\/index\.ts$/, { path: "./tools.cjs", external: true }),
    replaced(/^\.\.\/\.\.\/adapters\/kafka\.ts$/, { path: "./adapters/kafka.cjs", external: true }),
    replaced(/^\.\/config\.ts$/, { path: "./config.cjs", external: true }),
  ],
};

// Editors and validators read it as it is; on one line it is a third smaller.
const schema = JSON.parse(readFileSync(join(src, "config", "config.schema.json"), "utf8"));
writeFileSync(join(dist, "config.schema.json"), JSON.stringify(schema));
await buildModules();
await buildForNode();
await buildSingleFiles();

async function buildModules() {
  const outdir = join(dist, "module");
  rmSync(outdir, { recursive: true, force: true });
  await build({
    ...common,
    entryPoints: forAllHosts,
    outdir,
    chunkNames: "chunks/[name]-[hash]",
    platform: "neutral",
    external: ["node:*"],
    plugins: [
      replaced(KERNEL, { path: "#kernel", external: true }),
      replaced(UNPACKER, { path: "#kernel", external: true }),
      replaced(KNOWN_MODULE, { path: "#kernel", external: true }),
      replaced(KNOWN_ROOM, { path: join(src, "redactor", "imported-known-room.ts") }),
      replaced(RULES, { path: "#rules", external: true }),
    ],
  });
  const kernel = join(dist, "kernel");
  rmSync(kernel, { recursive: true, force: true });
  await build({
    ...common,
    splitting: false,
    platform: "neutral",
    stdin: {
      contents:
        'export * from "./scanner/embedded-kernel.ts"; export * from "./program/unpacker/unpacker-module.ts"; export * from "./known/known-module.ts";',
      resolveDir: src,
    },
    outfile: join(kernel, "embedded.js"),
  });
  const ready = (/** @type {string} */ query) =>
    [
      `import kernel from "../kernel.wasm${query}";`,
      `import unpacker from "../unpacker.wasm${query}";`,
      "export const kernelModule = () => kernel;",
      `import known from "../known.wasm${query}";`,
      "export const unpackerModule = () => unpacker;",
      "export const knownModule = () => known;",
      "",
    ].join("\n");
  writeFileSync(join(kernel, "workerd.js"), ready(""));
  // As Next.js and Vercel want it.
  writeFileSync(join(kernel, "edge-light.js"), ready("?module"));
  for (const name of ["kernel.wasm", "unpacker.wasm", "known.wasm", "functions.json"]) {
    copyFileSync(join(src, "kernel", "build", name), join(dist, name));
  }
}

async function buildForNode() {
  for (const name of readdirSync(dist)) if (name.startsWith("chunk-")) rmSync(join(dist, name));
  const { metafile } = await build({
    ...node,
    entryPoints,
    metafile: true,
  });
  const names = new Set(Object.keys(entryPoints).map((name) => `dist/${name}.cjs`));
  for (const [path, { exports }] of Object.entries(metafile.outputs)) {
    const file = join(root, path);
    // esbuild splits ES modules only, and keeps what is dynamic dynamic: Jest has no `import()` in CommonJS.
    // And that it calls `require` by another name would hide the file from those who follow such calls.
    const bundled = readFileSync(file, "utf8").replace(/\b__require\((?=")/g, "require(");
    const { code } = await transform(bundled, {
      format: "cjs",
      platform: "node",
      target: "node20",
      // Entries stay as those read them who want to know what a file of CommonJS exports.
      ...(names.has(path) ? {} : { minifyWhitespace: true, lineLimit: 160 }),
      supported: { "dynamic-import": false },
      logLevel: "error",
    });
    writeFileSync(file, code);
    if (names.has(path)) writeTwin(file, exports);
  }
}

/** What is one file each. */
async function buildSingleFiles() {
  await build({
    ...node,
    splitting: false,
    format: "cjs",
    entryPoints: {
      scrubjay: join(src, "cli", "main.ts"),
      "changed-program": join(src, "redactor", "changed-program.ts"),
      compiler: join(src, "program", "extension", "compiler.ts"),
      known: join(src, "known", "known.ts"),
    },
    supported: { "dynamic-import": false },
  });
  // With the libraries that only the subcommands need: the package itself depends on none of them.
  await build({
    ...node,
    splitting: false,
    format: "cjs",
    packages: "bundle",
    entryPoints: {
      tools: join(src, "cli", "tools", "index.ts"),
      config: join(src, "cli", "options", "config.ts"),
    },
    supported: { "dynamic-import": false },
  });
}

/** A module that has what a file of CommonJS exports. @param {string} file @param {readonly string[]} exports */
function writeTwin(file, exports) {
  const names = exports.filter((name) => name !== "default");
  const lines = [
    `import ${exports.length === 0 ? "" : "exported from "}"./${basename(file)}";`,
    ...(names.length === 0 ? [] : [`export const { ${names.join(", ")} } = exported;`]),
    ...(names.length === exports.length ? [] : ["export default exported.default;"]),
    "",
  ];
  writeFileSync(file.replace(/\.cjs$/, ".js"), lines.join("\n"));
}
