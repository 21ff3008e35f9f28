// Copies the project's documents to where VitePress reads them. Their texts stay as they are; README.md becomes the first
// page.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pages, root } from "./paths.js";

/** Documents beside README.md and docs/. */
const OTHERS = ["CHANGELOG.md", "CONTRIBUTING.md", "DESIGN.md", "SECURITY.md"];

export function copyDocuments() {
  rmSync(pages, { recursive: true, force: true });
  mkdirSync(join(pages, "docs"), { recursive: true });
  mkdirSync(join(pages, "public"));
  copyPage("README.md", "index.md");
  for (const name of OTHERS) copyPage(name, name);
  for (const name of readdirSync(join(root, "docs"))) {
    if (name.endsWith(".md")) copyPage(`docs/${name}`, `docs/${name}`);
    else cpSync(join(root, "docs", name), join(pages, "docs", name));
  }
  writeFileSync(join(pages, "LICENSE.md"), `# License\n\n${readFileSync(join(root, "LICENSE"), "utf8")}`);
}

/** @param {string} from @param {string} to */
function copyPage(from, to) {
  const text = readFileSync(join(root, from), "utf8");
  writeFileSync(join(pages, to), text.replace(/\]\(((?:\.\.\/)?)README\.md(?=[)#])/g, "]($1index.md"));
}
