// Bundlers that read package.json as Rollup and webpack do, and Parcel.
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { BUILT_ON, ENTRY, NODE, runPage } from "./bundlers.js";
import { prints, same, says } from "./workshop.js";

/** @typedef {import("./workshop.js").Workshop} Workshop */

/** @param {Workshop} shop @param {string} program @param {string[]} args @param {string} [cwd] */
function builds(shop, program, args, cwd = shop.folder) {
  const { stderr, stdout, status } = shop.run(shop.bin(program), args, { cwd });
  same({ status, said: status === 0 ? "" : stderr + stdout }, { status: 0, said: "" });
}

const ROLLUP = `
import resolve from "@rollup/plugin-node-resolve";
const silent = true;
export default [
  { input: "page.js", output: { file: "out/page.js", format: "iife", inlineDynamicImports: true }, plugins: [resolve({ browser: true })] },
  { input: "node.mjs", output: { file: "out/node.mjs" }, plugins: [resolve({ preferBuiltins: true })] },
];
`;

const RSPACK = `
const shared = { mode: "production", performance: { hints: false } };
export default [
  { ...shared, entry: "./page.js", output: { filename: "page.js" } },
  { ...shared, entry: "./node.mjs", target: "node20", output: { filename: "node.cjs" } },
];
`;

/** @param {Workshop} shop @param {object} [settings] Of Parcel's resolver, in package.json */
function parcel(shop, settings) {
  shop.write("parcel/package.json", JSON.stringify({ "@parcel/resolver-default": settings ?? {} }));
  // Where its project begins.
  shop.write("parcel/package-lock.json", "{}");
  shop.write("parcel/page.js", ENTRY);
  shop.write("parcel/index.html", '<script type="module" src="page.js"></script>');
  rmSync(shop.path("parcel/out"), { recursive: true, force: true });
  const args = ["build", "index.html", "--dist-dir", "out", "--no-source-maps", "--no-cache"];
  builds(shop, "parcel", args, shop.path("parcel"));
  const folder = shop.path("parcel/out");
  return join(folder, readdirSync(folder).find((name) => name.endsWith(".js")) ?? "");
}

export const rollups = [
  {
    name: "rollup",
    title: "Rollup",
    dependencies: { rollup: "4.68.8", "@rollup/plugin-node-resolve": "16.0.3" },
    version: (/** @type {Workshop} */ shop) => shop.versionOf("rollup"),
    setUp: (/** @type {Workshop} */ shop) => {
      shop.write("page.js", ENTRY);
      shop.write("node.mjs", NODE);
      shop.write("rollup.config.mjs", ROLLUP);
      builds(shop, "rollup", ["-c", "--silent"]);
    },
    ways: {
      "for a page": (/** @type {Workshop} */ shop) => void runPage(shop.path("out/page.js")),
      "for Node": (/** @type {Workshop} */ shop) =>
        prints(shop.run(process.execPath, ["out/node.mjs"]), BUILT_ON),
    },
  },
  {
    name: "rspack",
    title: "Rspack",
    dependencies: { "@rspack/core": "2.3.4", "@rspack/cli": "2.2.8" },
    version: (/** @type {Workshop} */ shop) => shop.versionOf("@rspack/core"),
    setUp: (/** @type {Workshop} */ shop) => {
      shop.write("page.js", ENTRY);
      shop.write("node.mjs", NODE);
      shop.write("rspack.config.mjs", RSPACK);
      builds(shop, "rspack", ["build", "-c", "rspack.config.mjs"]);
    },
    ways: {
      "for a page": (/** @type {Workshop} */ shop) => void runPage(shop.path("dist/page.js")),
      "for Node": (/** @type {Workshop} */ shop) =>
        prints(shop.run(process.execPath, ["dist/node.cjs"]), BUILT_ON),
    },
  },
  {
    name: "parcel",
    title: "Parcel",
    dependencies: { parcel: "2.16.4" },
    version: (/** @type {Workshop} */ shop) => shop.versionOf("parcel"),
    ways: {
      "for a page, with `packageExports`": (/** @type {Workshop} */ shop) => {
        runPage(parcel(shop, { packageExports: true }));
        return 'works with `"@parcel/resolver-default": { "packageExports": true }` in package.json';
      },
      "for a page, as it comes": (/** @type {Workshop} */ shop) => {
        try {
          runPage(parcel(shop));
        } catch (error) {
          says(String(error), /Error/);
          return "throws: Parcel reads `exports` only if `packageExports` is set";
        }
        throw new Error("works");
      },
    },
  },
];
