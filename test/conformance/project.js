import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));
const FILES = ["suite.js", "main.js", "main.cjs", "page.js", "bare.js"];

/** A project that has the built package installed, and the suite in it. */
export async function createProject() {
  const folder = mkdtempSync(join(tmpdir(), "scrubjay-conformance-"));
  const modules = join(folder, "node_modules");
  mkdirSync(modules);
  for (const path of ["dist", "package.json"])
    cpSync(join(root, path), join(modules, "scrubjay", path), { recursive: true });
  cpSync(join(root, "node_modules", "safe-stable-stringify"), join(modules, "safe-stable-stringify"), {
    recursive: true,
  });
  for (const file of FILES) cpSync(join(root, "test", "conformance", file), join(folder, file));
  const dependencies = { scrubjay: "*", "safe-stable-stringify": "*" };
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ private: true, type: "module", dependencies }),
  );
  // Fails on whatever a browser does not have.
  await build({
    entryPoints: [join(folder, "page.js")],
    outfile: join(folder, "page.bundle.js"),
    bundle: true,
    platform: "browser",
    format: "iife",
    target: "es2023",
    logLevel: "error",
  });
  writeFileSync(
    join(folder, "page.html"),
    `<!doctype html><meta charset="utf-8"><body><script>
      window.report = (text) => { document.body.textContent = "report:" + text + ":end"; };
    </script><script src="page.bundle.js"></script>`,
  );
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/**
 * Runs the suite on a runtime, once for each way to load the package.
 *
 * @param {import("./runtimes.js").Runtime} runtime
 * @param {string} folder The project.
 * @returns {{ way: string, passed: number, failures: string[] }[]}
 */
export function conform({ name, runs, command }, folder) {
  if (runs === "module") {
    return ["main.js", "main.cjs"].map((file) => ({
      way: file === "main.js" ? "import" : "require",
      ...reported([...command, file], folder),
    }));
  }
  if (name !== "Chromium") return [{ way: "bundle", ...reported([...command, "bare.js"], folder) }];
  const page = pathToFileURL(join(folder, "page.html")).href;
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=60000", "--dump-dom"];
  return [{ way: "bundle", ...reported([...command, ...flags, page], folder) }];
}

function reported([program, ...args], cwd) {
  const { stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: "utf8", timeout: 600_000 });
  const [, inPage] = /report:(.*):end/s.exec(stdout ?? "") ?? [];
  try {
    return JSON.parse(
      (inPage ?? stdout).replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
    );
  } catch {
    return { passed: 0, failures: [`no result: ${error ?? ""}${stderr.slice(-2000)}`] };
  }
}
