import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where `npm run conformance` puts the runtimes; git and npm do not look there. */
export const folder = fileURLToPath(new URL("./runtimes/", import.meta.url));

const NODES = [20, 22, 24, 26];

/** Has npm bring each Node, Bun and Deno. */
export function installRuntimes() {
  mkdirSync(folder, { recursive: true });
  const platform = process.platform === "win32" ? "win" : process.platform;
  const nodes = NODES.map((version) => `node${version}@npm:node-${platform}-${process.arch}@${version}`);
  // Bun's and Deno's own packages only pick one of these by an install script, which npm may not run.
  const args = [
    "install",
    "--no-audit",
    "--no-fund",
    "--no-package-lock",
    "--prefix",
    folder,
    ...nodes,
    "bun",
    "deno",
  ];
  execFileSync("npm", args, { stdio: ["ignore", "ignore", "inherit"] });
}

/** @typedef {{ name: string, runs: "module" | "page", command: string[] }} Runtime */

/** This Node, a Node without what is its own, and whatever else is there. @returns {Runtime[]} */
export function presentRuntimes() {
  const modules = join(folder, "node_modules");
  const nodes = NODES.map((version) => [`Node ${version}`, join(modules, `node${version}`, "bin", "node")]);
  const browser = ["chromium", "chromium-browser", "google-chrome"].map(onPath).find(Boolean);
  const bun = [join(modules, ".bin", "bun"), onPath("bun")].find(existsSync);
  const deno = [join(modules, ".bin", "deno"), onPath("deno")].find(existsSync);
  return [
    { name: `Node ${process.version}`, runs: "module", command: [process.execPath] },
    ...nodes
      .filter(([, path]) => existsSync(path))
      .map(([name, path]) => ({ name, runs: "module", command: [path] })),
    ...(bun ? [{ name: "Bun", runs: "module", command: [bun] }] : []),
    ...(deno
      ? [{ name: "Deno", runs: "module", command: [deno, "run", "--allow-read", "--allow-env"] }]
      : []),
    { name: "no Node at all", runs: "page", command: [process.execPath] },
    ...(browser ? [{ name: "Chromium", runs: "page", command: [browser] }] : []),
  ];
}

function onPath(name) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((each) => join(each, name)).find(existsSync) ?? "";
}
