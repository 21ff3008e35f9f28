// Builds the playground: one file, with everything in it, that works from a disk, too.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root, site } from "./paths.js";

const { build } = createRequire(join(root, "package.json"))("esbuild");
const folder = join(site, "playground");
const read = (/** @type {string} */ name) => readFileSync(join(folder, name), "utf8");

/** @param {string} file where the page goes */
export async function writePlayground(file) {
  const [page, worker, theme] = await Promise.all(["page.ts", "worker.ts", "theme.js"].map(bundle));
  const style = read("page.css");
  const parts = {
    policy: policyOf([theme, page]),
    style,
    // Blocks of data: no "</script" may end them.
    example: escaped(readFileSync(join(root, "examples", "app.log"), "utf8")),
    worker: escaped(worker),
    theme,
    page,
  };
  const html = read("page.html").replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);
  writeFileSync(file, html);
}

/** @param {string} name @returns {Promise<string>} */
async function bundle(name) {
  const { outputFiles } = await build({
    entryPoints: [join(folder, name)],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2022",
    logLevel: "error",
  });
  return outputFiles[0].text.trim().replaceAll("</script", "<\\/script");
}

/** @param {string} text */
const escaped = (text) => {
  if (/<\/script/i.test(text)) throw new Error("a block of data would end too soon");
  return text;
};

/**
 * Nothing may be loaded or reached. Scripts are those of the page, by their hashes, and the workers that they make, which
 * have the same policy. The kernel is WebAssembly. CodeMirror writes styles; there is nothing that a style could load.
 *
 * @param {readonly string[]} scripts
 */
function policyOf(scripts) {
  const hashes = scripts.map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  return [
    "default-src 'none'",
    "connect-src 'none'",
    `script-src ${hashes.join(" ")} 'wasm-unsafe-eval'`,
    "worker-src blob:",
    "style-src 'unsafe-inline'",
    "img-src data:",
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");
}
