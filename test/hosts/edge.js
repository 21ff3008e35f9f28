// Hosts that compile no WebAssembly unless they are told to: Cloudflare's workerd, and pages under a strict policy.
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { same, says } from "./workshop.js";

const WORKER = `
import { createRedactor, redact } from "scrubjay";
import { createRedactStream } from "scrubjay/web";
export default {
  async fetch() {
    const stream = new Blob(["password=hunter2"]).stream().pipeThrough(createRedactStream());
    const texts = [redact("token=hunter2"), createRedactor({ keys: ["ssn"] }).redact("ssn=12345")];
    return new Response([...texts, await new Response(stream).text()].join());
  },
};
`;
const WORKED = "token=[REDACTED],ssn=[REDACTED],password=[REDACTED]";

/** What a worker answers that was bundled with these conditions. @param {string[]} conditions */
async function answer(shop, conditions) {
  await build({
    entryPoints: [shop.write("worker.js", WORKER)],
    outfile: shop.path("out/worker.js"),
    bundle: true,
    format: "esm",
    conditions,
    loader: { ".wasm": "copy" },
    assetNames: "[name]",
    logLevel: "error",
  });
  const { Miniflare } = await import(
    pathToFileURL(shop.path("node_modules/miniflare/dist/src/index.js")).href
  );
  const worker = new Miniflare({
    modules: true,
    modulesRules: [
      { type: "CompiledWasm", include: ["**/*.wasm"] },
      { type: "ESModule", include: ["**/*.js"] },
    ],
    scriptPath: shop.path("out/worker.js"),
    modulesRoot: shop.path("out"),
    compatibilityDate: "2025-01-01",
  });
  try {
    return await (await worker.dispatchFetch("http://worker.example/")).text();
  } finally {
    await worker.dispose();
  }
}

export const workerd = {
  name: "workerd",
  title: "Cloudflare's workerd",
  dependencies: { miniflare: "4.20260426.0" },
  version: (shop) => `miniflare ${shop.versionOf("miniflare")}`,
  ways: {
    "bundled as wrangler does (condition `workerd`)": async (shop) =>
      same(await answer(shop, ["workerd", "worker", "browser"]), WORKED),
    "bundled without the condition": async (shop) => {
      says(await answer(shop, ["worker", "browser"]), /WebAssembly is needed.*"workerd"/s);
      return "throws, and names the condition";
    },
  },
};

const PAGE = `
import { redact } from "scrubjay";
let report;
try {
  report = redact("token=hunter2");
} catch (error) {
  report = error.message;
}
fetch("/report", { method: "POST", body: report });
`;

/** What a page reports under a policy. @param {string} policy */
async function reported(shop, policy) {
  const { outputFiles } = await build({
    entryPoints: [shop.write("page.js", PAGE)],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
    logLevel: "error",
  });
  const browser = await import(pathToFileURL(shop.path("browser.mjs")).href);
  return new Promise((resolve, reject) => {
    let child;
    const done = () => {
      child?.kill("SIGKILL");
      server.close();
      server.closeAllConnections();
    };
    const server = createServer(async (request, response) => {
      if (request.method === "POST") {
        let text = "";
        for await (const chunk of request) text += chunk;
        response.end();
        done();
        resolve(text);
      } else if (request.url === "/page.js") {
        response.setHeader("content-type", "text/javascript");
        response.end(outputFiles[0].text);
      } else {
        response.setHeader("content-type", "text/html");
        response.setHeader("content-security-policy", policy);
        response.end('<!doctype html><script type="module" src="/page.js"></script>');
      }
    });
    server.listen(0, "127.0.0.1", async () => {
      const flags = [
        "--headless=shell",
        "--no-sandbox",
        "--no-zygote",
        "--disable-gpu",
        "--remote-debugging-port=0",
      ];
      const env = { ...process.env, LD_LIBRARY_PATH: "/tmp/al2023/lib", HOME: shop.folder };
      const url = `http://127.0.0.1:${server.address().port}/`;
      child = spawn(await browser.path(), [...flags, url], { stdio: "ignore", env });
    });
    setTimeout(() => {
      done();
      reject(new Error("the page reported nothing"));
    }, 30_000).unref();
  });
}

export const chromium = {
  name: "chromium",
  title: "Chromium, a page",
  dependencies: { "@sparticuz/chromium": "147.0.0" },
  version: (shop) => {
    // The package unpacks the libraries that Chromium needs only where it takes the machine for Amazon's.
    shop.write(
      "browser.mjs",
      `process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs20.x";
      const { default: chromium } = await import("@sparticuz/chromium");
      export const path = () => chromium.executablePath();\n`,
    );
    return shop.versionOf("@sparticuz/chromium").split(".")[0];
  },
  ways: {
    "no policy": async (shop) =>
      same(
        await reported(shop, "default-src * 'unsafe-inline'; script-src * 'unsafe-eval'"),
        "token=[REDACTED]",
      ),
    "`script-src 'self' 'wasm-unsafe-eval'`": async (shop) =>
      same(await reported(shop, "script-src 'self' 'wasm-unsafe-eval'"), "token=[REDACTED]"),
    "`script-src 'self'`": async (shop) => {
      says(await reported(shop, "script-src 'self'"), /WebAssembly is needed.*'wasm-unsafe-eval'/);
      return "throws, and says what to allow";
    },
  },
};
