import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { copyDocuments } from "./pages.js";
import { out, pages, site } from "./paths.js";
import { writePlayground } from "./playground.js";
import { writeReference } from "./reference.js";

/** Builds the site. @throws {Error} if something is undocumented, or a link leads nowhere */
export async function buildSite() {
  copyDocuments();
  const complaints = await writeReference(join(pages, "reference"));
  if (complaints.length > 0) throw new Error(`the reference is not whole:\n${complaints.join("\n")}`);
  await writePlayground(join(pages, "public", "playground.html"));
  rmSync(out, { recursive: true, force: true });
  runVitePress();
  const count = readdirSync(out, { recursive: true }).filter((name) => `${name}`.endsWith(".html")).length;
  console.log(`dist-site/: ${count} pages`);
}

/** What it prints is shown only if it fails. */
function runVitePress() {
  const vitepress = join(site, "node_modules", "vitepress", "bin", "vitepress.js");
  const { stdout, stderr, status } = spawnSync(process.execPath, [vitepress, "build", site], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`VitePress failed:\n${stdout}${stderr}`);
}
