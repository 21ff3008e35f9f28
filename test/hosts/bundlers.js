// Bundlers: what they make of the package runs, and how large it is.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { ask, prints, same } from "./workshop.js";

export const ENTRY = 'import { redact } from "scrubjay";\nglobalThis.report(redact("token=hunter2"));\n';
export const NODE = `
import { redact } from "scrubjay";
import { createRedactStream } from "scrubjay/stream";
console.log(redact("token=hunter2"), typeof createRedactStream);
`;
export const BUILT_ON = "token=[REDACTED] function\n";

/** Runs what was bundled for a page, where there is nothing of Node's. @param {string} path */
export function runPage(path) {
  /** @type {string[]} */
  const reports = [];
  const { atob, TextEncoder, TextDecoder, WebAssembly, performance } = globalThis;
  const host = { atob, TextEncoder, TextDecoder, WebAssembly, performance };
  const code = readFileSync(path, "utf8");
  runInNewContext(code, { ...host, report: (/** @type {string} */ text) => reports.push(text) });
  same(reports, ["token=[REDACTED]"]);
  return size([path]);
}

/** @param {readonly string[]} paths */
function size(paths) {
  const bytes = paths.reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 9 }).length, 0);
  return { gzipped: bytes };
}

export const bundlers = [
  {
    name: "esbuild",
    title: "esbuild",
    dependencies: { esbuild: "0.28.2" },
    version: (shop) => shop.versionOf("esbuild"),
    ways: {
      "for a page": async (shop) => {
        shop.write("page.js", ENTRY);
        const args = ["page.js", "--bundle", "--minify", "--outfile=out/page.js", "--log-level=error"];
        prints(shop.run(shop.bin("esbuild"), args), "");
        return runPage(shop.path("out/page.js"));
      },
      "for Node, as modules and CommonJS": (shop) => {
        shop.write("node.mjs", NODE);
        for (const format of ["esm", "cjs"]) {
          const outfile = `out/node.${format === "esm" ? "mjs" : "cjs"}`;
          const args = [
            "node.mjs",
            "--bundle",
            "--platform=node",
            `--format=${format}`,
            `--outfile=${outfile}`,
          ];
          prints(shop.run(shop.bin("esbuild"), [...args, "--log-level=error"]), "");
          prints(shop.run(process.execPath, [outfile]), BUILT_ON);
        }
      },
    },
  },
  {
    name: "vite",
    title: "Vite",
    dependencies: { vite: "8.3.8" },
    version: (shop) => shop.versionOf("vite"),
    ways: {
      "for a page": (shop) => {
        shop.write("index.html", '<script type="module" src="/page.js"></script>');
        shop.write("page.js", ENTRY);
        // Its polyfill wants a document.
        shop.write("page.config.mjs", "export default { build: { modulePreload: { polyfill: false } } };\n");
        const args = ["build", "--config", "page.config.mjs", "--logLevel", "error"];
        const { stderr, status } = shop.run(shop.bin("vite"), args);
        same({ stderr, status }, { stderr: "", status: 0 });
        const assets = shop.path("dist/assets");
        const [file] = readdirSync(assets).filter((name) => name.endsWith(".js"));
        return runPage(join(assets, file));
      },
      "for a server (`build --ssr`)": (shop) => {
        shop.write("node.mjs", NODE);
        shop.write("ssr.config.mjs", "export default { ssr: { noExternal: true } };\n");
        const args = ["build", "--ssr", "node.mjs", "--outDir", "ssr", "--config", "ssr.config.mjs"];
        const { stderr, status } = shop.run(shop.bin("vite"), [...args, "--logLevel", "error"]);
        same({ stderr, status }, { stderr: "", status: 0 });
        const [file] = readdirSync(shop.path("ssr")).filter((name) => name.startsWith("node."));
        prints(shop.run(process.execPath, [`ssr/${file}`]), BUILT_ON);
      },
    },
  },
  {
    name: "webpack",
    title: "webpack",
    dependencies: { webpack: "5.113.0", "webpack-cli": "7.3.1" },
    version: (shop) => shop.versionOf("webpack"),
    ways: {
      "for a page": (shop) => {
        shop.write("page.js", ENTRY);
        pack(shop, {
          entry: "./page.js",
          mode: "production",
          performance: false,
          output: { filename: "page.js" },
        });
        return runPage(shop.path("dist/page.js"));
      },
      "for Node": (shop) => {
        shop.write("node.mjs", NODE);
        pack(shop, {
          entry: "./node.mjs",
          mode: "production",
          target: "node20",
          output: { filename: "node.cjs" },
        });
        prints(shop.run(process.execPath, ["dist/node.cjs"]), BUILT_ON);
      },
    },
  },
];

/** @param {import("./workshop.js").Workshop} shop @param {object} config */
function pack(shop, config) {
  shop.write("webpack.config.cjs", `module.exports = ${JSON.stringify(config)};\n`);
  const { stdout, status } = shop.run(shop.bin("webpack"), ["--config", "webpack.config.cjs"]);
  if (status !== 0) throw new Error(stdout.slice(-1500));
}

const ROUTE = `
import { redact } from "scrubjay";
export const dynamic = "force-dynamic";
export const GET = () => new Response(redact("token=hunter2"));
`;
const PORT = 4391;

export const next = {
  name: "next",
  title: "Next.js",
  dependencies: { next: "16.4.6", react: "19.3.1", "react-dom": "19.3.1" },
  version: (shop) => shop.versionOf("next"),
  /** @param {import("./workshop.js").Workshop} shop */
  async setUp(shop) {
    const page = (/** @type {string} */ body) =>
      `export default function Page({ children }) { return ${body}; }\n`;
    shop.write("app/layout.js", page("<html><body>{children}</body></html>"));
    shop.write("app/page.js", page("<p>hello</p>"));
    shop.write("app/server/route.js", ROUTE);
    shop.write("app/edge/route.js", `${ROUTE}export const runtime = "edge";\n`);
    const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
    const { stderr, status } = shop.run(shop.bin("next"), ["build"], { env, timeout: 300_000 });
    if (status !== 0) throw new Error(stderr.slice(-1500));
    const server = shop.start(shop.bin("next"), ["start", "-p", String(PORT)], {
      NEXT_TELEMETRY_DISABLED: "1",
    });
    // A group of its own: Next.js starts others.
    return () => process.kill(-server.pid, "SIGKILL");
  },
  ways: {
    "a route on the server": async () =>
      same(await ask(`http://127.0.0.1:${PORT}/server`), "token=[REDACTED]"),
    "a route at the edge": async () => same(await ask(`http://127.0.0.1:${PORT}/edge`), "token=[REDACTED]"),
  },
};
