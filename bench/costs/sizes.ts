// How large the package is, and a page's bundle.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** @returns Bytes; `module` is the embedding module's share of `packed` */
export async function measureSizes(): Promise<{ packed: number; module: number; bundle: number }> {
  const folder = mkdtempSync(join(tmpdir(), "scrubjay-costs-"));
  try {
    const args = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
    const { stdout } = spawnSync("npm", args, { cwd: root, encoding: "utf8" });
    const [{ filename }] = JSON.parse(stdout);
    const packed = statSync(join(folder, filename)).size;
    const { outputFiles } = await build({
      stdin: {
        contents: 'import { redact } from "scrubjay"; console.log(redact(location.href));',
        resolveDir: root,
      },
      bundle: true,
      minify: true,
      format: "esm",
      platform: "browser",
      write: false,
    });
    const module = gzipSync(readFileSync(join(root, "dist/scrubjay.wasm"))).length;
    return { packed, module, bundle: gzipSync(outputFiles[0]?.contents ?? "").length };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
