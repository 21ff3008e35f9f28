import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import { install, installPacked, type Packed, project, root, run } from "./packed.ts";

/** What the package may weigh to download, and unpacked: the program is there for Node, and once more, packed, for bundlers. */
const MOST_PACKED = 1_065_000;
const MOST_BYTES = 4_000_000;
/** What the embedding module may weigh beside that, gzipped, and as it is. */
const MOST_MODULE_PACKED = 900_000;
const MOST_MODULE = 2_500_000;
/** What a bundle for a page may weigh, gzipped, with everything in it. */
const MOST_BUNDLE = 303_000;

let packed: Packed;
beforeAll(() => {
  packed = installPacked();
});

const targets = (entry: unknown): string[] =>
  typeof entry === "string" ? [entry] : Object.values(entry as object).flatMap(targets);

describe("the tarball", () => {
  test("holds what is needed and nothing else", () => {
    const paths = packed.files.map(({ path }) => path);
    expect(paths.filter((path) => !path.startsWith("dist/")).sort()).toEqual([
      "LICENSE",
      "README.md",
      "package.json",
    ]);
    expect(
      paths.filter((path) => !/^dist\/.*\.(?:c?js|d\.c?ts|bin|json|wasm|h|1)$|^[^/]+$/.test(path)),
    ).toEqual([]);
    expect(paths.filter((path) => /test|bench|prepare\.|\.map$/.test(path))).toEqual([]);
  });

  test("holds every file that package.json names", () => {
    const paths = packed.files.map(({ path }) => `./${path}`);
    const { main, types, bin, man, exports, imports, typesVersions, sideEffects } = JSON.parse(
      readFileSync(join(root, "package.json"), "utf8"),
    );
    const named = [
      ...Object.values(bin).map((path) => `./${path}`),
      ...[main, types, man, sideEffects, exports, imports, typesVersions].flatMap(targets),
    ];
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((path) => !paths.includes(path) && path !== "./package.json")).toEqual([]);
  });

  test("holds program and kernel as JavaScript once, for bundlers", () => {
    const sources = packed.files.filter(({ path }) => /\.c?js$/.test(path)).map(({ path }) => path);
    const large = sources
      .map((path) => [path, readFileSync(join(project, "node_modules", "scrubjay", path), "latin1")] as const)
      .filter(([, text]) => /(?:[A-Za-z0-9+/]|\\\n){4096}/.test(text));
    expect(large.map(([path]) => path.replace(/chunk-.*/, "chunk")).sort()).toEqual([
      "dist/kernel/embedded.js",
      "dist/module/chunks/chunk",
    ]);
  });

  test("has one declaration file an entry", () => {
    const entries = packed.files.map(({ path }) => path).filter((path) => path.endsWith(".d.ts"));
    expect(entries.sort()).toEqual([
      ...["kafka", "metrics", "opentelemetry", "pino", "register", "secrets", "stream", "web", "winston"].map(
        (name) => `dist/adapters/${name}.d.ts`,
      ),
      "dist/index.d.ts",
    ]);
  });

  test("is small, and so is the embedding module in it", () => {
    const module = readFileSync(join(root, "dist", "scrubjay.wasm"));
    const modulePacked = gzipSync(module, { level: 9 }).length;
    expect(modulePacked).toBeLessThan(MOST_MODULE_PACKED);
    expect(module.length).toBeLessThan(MOST_MODULE);
    expect(packed.size - modulePacked).toBeLessThan(MOST_PACKED);
    expect(packed.unpackedSize - module.length).toBeLessThan(MOST_BYTES);
  });

  test("is small in a bundle for a page", async () => {
    const { outputFiles } = await build({
      stdin: { contents: 'export { createRedactor, redact } from "scrubjay";', resolveDir: project },
      bundle: true,
      minify: true,
      format: "esm",
      platform: "browser",
      write: false,
      logLevel: "error",
    });
    expect(gzipSync(outputFiles[0]!.contents, { level: 9 }).length).toBeLessThan(MOST_BUNDLE);
  });

  test("holds no path of the machine that built it", () => {
    for (const { path } of packed.files) {
      expect(readFileSync(join(project, "node_modules", "scrubjay", path), "utf8").includes(root)).toBe(
        false,
      );
    }
  });

  test("installs no peer that is optional", () => {
    const installed = readdirSync(join(project, "node_modules"));
    expect(installed).toContain("scrubjay");
    expect(installed.filter((name) => name === "pino" || name === "winston")).toEqual([]);
  });
});

describe("without pino and winston", () => {
  test("import and require give the same", () => {
    const use = 'console.log(redact("password=hunter2"), typeof createRedactStream);';
    const stated = "password=[REDACTED] function\n";
    const esm = 'import { redact } from "scrubjay"; import { createRedactStream } from "scrubjay/stream";';
    const cjs =
      'const { redact } = require("scrubjay"); const { createRedactStream } = require("scrubjay/stream");';
    expect(run("a.mjs", `${esm}\n${use}`)).toBe(stated);
    expect(run("a.cjs", `${cjs}\n${use}`)).toBe(stated);
  });

  test("import and require have one kernel and one program", () => {
    const source = `
      import { createRequire } from "node:module";
      import * as esm from "scrubjay";
      const cjs = createRequire(import.meta.url)("scrubjay");
      console.log(Object.keys(esm).filter((name) => esm[name] !== cjs[name]).length, esm.redact("token=hunter2"));
    `;
    expect(run("both.mjs", source)).toBe("0 token=[REDACTED]\n");
  });

  test("rules and compiler are loaded for options that need them", () => {
    const source = `
      const { createRedactor, redact } = require("scrubjay");
      const isLoaded = () => Object.keys(require.cache).some((file) => /changed-program/.test(file));
      console.log(redact("token=hunter2"), isLoaded());
      console.log(createRedactor({ keys: ["ssn"] }).redact("ssn=12345"), isLoaded());
    `;
    expect(run("lazy.cjs", source)).toBe("token=[REDACTED] false\nssn=[REDACTED] true\n");
  });

  test("what only bundlers and other hosts take works, too", () => {
    const source = `
      import { redact } from "scrubjay";
      import { createRedactStream } from "scrubjay/web";
      console.log(redact("token=hunter2"), typeof createRedactStream);
    `;
    writeFileSync(join(project, "module.mjs"), source);
    const args = ["--conditions=module", "module.mjs"];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: "utf8" });
    expect({ stdout, stderr }).toEqual({ stdout: "token=[REDACTED] function\n", stderr: "" });
  });

  test.each([
    ["a redactor", 'import { createRedactor } from "scrubjay"; createRedactor();'],
    ["redact()", 'import { redact } from "scrubjay"; redact("clean");'],
    ["a stream", 'import { createRedactStream } from "scrubjay/stream"; createRedactStream();'],
    ["scrubjay/register", 'await import("scrubjay/register");'],
  ])("where WebAssembly cannot be compiled, %s throws and says what to allow", (_, use) => {
    for (const refusal of [
      "delete globalThis.WebAssembly;",
      "WebAssembly.Module = class { constructor() { throw new WebAssembly.CompileError('refused'); } };",
    ]) {
      writeFileSync(join(project, "refusing.cjs"), refusal);
      writeFileSync(join(project, "refused.mjs"), use);
      const args = ["--require", "./refusing.cjs", "refused.mjs"];
      const { stderr, status } = spawnSync(process.execPath, args, { cwd: project, encoding: "utf8" });
      expect(stderr).toMatch(/: WebAssembly is needed/);
      expect(stderr).toMatch(refusal.startsWith("delete") ? /--jitless/ : /'wasm-unsafe-eval'.*"workerd"/s);
      expect(status).toBe(1);
    }
  });

  test("the stream", () => {
    const source = `
      import { createRedactStream } from "scrubjay/stream";
      process.stdin.pipe(createRedactStream()).pipe(process.stdout);
    `;
    expect(run("stream.mjs", source, "Cookie: a=hunter2\n")).toBe("Cookie: a=[REDACTED]\n");
  });

  test("the web's stream and the wrapper for OpenTelemetry", () => {
    const source = `
      import { redactProcessor } from "scrubjay/opentelemetry";
      import { createRedactStream } from "scrubjay/web";
      const stream = new Blob(["token=hunter2"]).stream().pipeThrough(createRedactStream());
      redactProcessor({ onEmit: ({ body }) => console.log(body) }).onEmit({ body: "token=hunter2" });
      console.log(await new Response(stream).text());
    `;
    expect(run("web.mjs", source)).toBe("token=[REDACTED]\n".repeat(2));
  });

  test.each(["--import", "--require"])("node %s scrubjay/register", (flag) => {
    writeFileSync(join(project, "registered.cjs"), 'console.log("token=hunter2")');
    const { stdout, stderr } = spawnSync(process.execPath, [flag, "scrubjay/register", "registered.cjs"], {
      cwd: project,
      encoding: "utf8",
    });
    expect({ stdout, stderr }).toEqual({ stdout: "token=[REDACTED]\n", stderr: "" });
  });

  test.each([
    ["bun", "Bun"],
    ["deno", "Deno"],
  ])("scrubjay/register refuses to load in %s, where it would cover nothing", (name, host) => {
    const source = `
      Object.defineProperty(process, "versions", { value: { ...process.versions, ${name}: "1.0.0" } });
      try {
        require("scrubjay/register");
      } catch ({ code, message }) {
        console.log(code, message);
      }
    `;
    expect(run("elsewhere.cjs", source)).toMatch(
      new RegExp(`^unsupported-host scrubjay/register works only in Node: ${host} does not`),
    );
  });

  test("the command", () => {
    const command = ["exec", "--offline", "--", "scrubjay", "--censor", "label"];
    const { stdout, status } = spawnSync("npm", command, {
      cwd: project,
      encoding: "utf8",
      input: "token=hunter2\n",
    });
    expect({ stdout, status }).toEqual({ stdout: "token=[REDACTED:key/token]\n", status: 0 });
  });

  test("what is not exported cannot be reached", () => {
    const source = `
      const reach = (path) => import(path).then(() => "reached", ({ code }) => code);
      console.log(await reach("scrubjay/dist/index.js"), await reach("scrubjay/redactor"));
    `;
    expect(run("reach.mjs", source)).toBe("ERR_PACKAGE_PATH_NOT_EXPORTED ERR_PACKAGE_PATH_NOT_EXPORTED\n");
  });
});

describe("with pino and winston", () => {
  beforeAll(() => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    install(`pino@${devDependencies.pino}`, `winston@${devDependencies.winston}`);
  });

  test.each([
    ["pino.mjs", 'import pino from "pino"; import { redactHooks } from "scrubjay/pino";'],
    ["pino.cjs", 'const pino = require("pino"); const { redactHooks } = require("scrubjay/pino");'],
  ])("scrubjay/pino, as hooks and as transport, in %s", (name, imports) => {
    const log = '.info({ password: "hunter2" }, "token=hunter2")';
    const stdout = run(
      name,
      `${imports}
      pino({ hooks: redactHooks() }, pino.destination({ sync: true }))${log};
      pino({ transport: { target: "scrubjay/pino" } })${log};`,
    );
    const entries = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(entries).toHaveLength(2);
    for (const { password, msg } of entries)
      expect({ password, msg }).toEqual({ password: "[REDACTED]", msg: "token=[REDACTED]" });
  });

  test.each([
    [
      "winston.mjs",
      'import winston from "winston"; import { redactFormat, RedactTransport } from "scrubjay/winston";',
    ],
    [
      "winston.cjs",
      'const winston = require("winston"); const { redactFormat, RedactTransport } = require("scrubjay/winston");',
    ],
  ])("scrubjay/winston, as format and around a transport, in %s", (name, imports) => {
    const stdout = run(
      name,
      `${imports}
      const { Console } = winston.transports;
      const { combine, json } = winston.format;
      const log = (options) => winston.createLogger(options).info("token=hunter2");
      log({ format: combine(json(), redactFormat()), transports: [new Console()] });
      log({ transports: [new RedactTransport({ transport: new Console() })] });`,
    );
    expect(stdout).toBe('{"level":"info","message":"token=[REDACTED]"}\n'.repeat(2));
  });
});
