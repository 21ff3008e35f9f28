import { execFileSync, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "scrubjay-package-"));
const project = join(folder, "project");
afterAll(() => rmSync(folder, { recursive: true }));

/** What the package may weigh, unpacked (a quarter of it to download): the compiled catalogue, packed for bundlers and as a file. */
// Rows of what looks ahead and back take 1.9 MB more than in the last release, in each of two copies.
const MOST_BYTES = 9_500_000;

interface Packed {
  readonly filename: string;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}
let packed: Packed;

const npm = (args: readonly string[], cwd: string) =>
  execFileSync("npm", [...args, "--loglevel=error"], { cwd, encoding: "utf8", maxBuffer: 2 ** 26 });

const install = (...specs: readonly string[]) =>
  npm(["install", "--prefer-offline", "--no-audit", ...specs], project);

const targets = (entry: unknown): string[] =>
  typeof entry === "string" ? [entry] : Object.values(entry as object).flatMap(targets);

/** Runs a file of the project; what it prints. */
function run(name: string, source: string, input = ""): string {
  writeFileSync(join(project, name), source);
  const { stdout, stderr, status } = spawnSync(process.execPath, [name], {
    cwd: project,
    encoding: "utf8",
    input,
    timeout: 20_000,
  });
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  return stdout;
}

beforeAll(() => {
  // Scripts are left out: packing would build again, under the feet of the tests that run beside this one.
  const [first] = JSON.parse(npm(["pack", "--ignore-scripts", "--json", "--pack-destination", folder], root));
  packed = first;
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), '{ "name": "empty", "private": true }\n');
  install(join(folder, packed.filename));
}, 120_000);

describe("the tarball", () => {
  test("holds what is needed and nothing else", () => {
    const paths = packed.files.map(({ path }) => path);
    expect(paths.filter((path) => !path.startsWith("dist/")).sort()).toEqual([
      "LICENSE",
      "README.md",
      "package.json",
    ]);
    expect(paths.filter((path) => !/^dist\/.*\.(?:c?js|d\.c?ts|bin|wasm)$|^[^/]+$/.test(path))).toEqual([]);
    expect(paths.filter((path) => /test|bench|prepare\.|\.map$/.test(path))).toEqual([]);
  });

  test("holds every file that package.json names", () => {
    const paths = packed.files.map(({ path }) => `./${path}`);
    const { main, types, bin, exports, imports, typesVersions, sideEffects } = JSON.parse(
      readFileSync(join(root, "package.json"), "utf8"),
    );
    const named = [
      ...Object.values(bin).map((path) => `./${path}`),
      ...[main, types, sideEffects, exports, imports, typesVersions].flatMap(targets),
    ];
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((path) => !paths.includes(path) && path !== "./package.json")).toEqual([]);
  });

  test("holds nothing twice: neither code in several bundles nor the program in JavaScript", () => {
    const sources = packed.files.filter(({ path }) => /\.c?js$/.test(path)).map(({ path }) => path);
    const large = sources
      .map((path) => [path, readFileSync(join(project, "node_modules", "scrubjay", path), "latin1")] as const)
      .filter(([, text]) => /[A-Za-z0-9+/]{4096}/.test(text));
    expect(large.map(([path]) => path.replace(/chunk-.*/, "chunk")).sort()).toEqual([
      "dist/kernel/embedded.js",
      "dist/module/chunks/chunk",
    ]);
  });

  test("has one declaration file an entry", () => {
    const entries = packed.files.map(({ path }) => path).filter((path) => path.endsWith(".d.ts"));
    expect(entries.sort()).toEqual([
      ...["opentelemetry", "pino", "register", "stream", "web", "winston"].map(
        (name) => `dist/adapters/${name}.d.ts`,
      ),
      "dist/index.d.ts",
    ]);
  });

  test("is small", () => {
    expect(packed.unpackedSize).toBeLessThan(MOST_BYTES);
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

describe("without pino and winston", { timeout: 60_000 }, () => {
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
      expect(stderr).toMatch(/RedactorConfigError: scrubjay needs WebAssembly/);
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

describe("with pino and winston", { timeout: 60_000 }, () => {
  beforeAll(() => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    install(`pino@${devDependencies.pino}`, `winston@${devDependencies.winston}`);
  }, 120_000);

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

  test("the types resolve and say what is meant", () => {
    writeFileSync(join(project, "types.mts"), TYPES);
    const types = join(project, "node_modules", "@types");
    mkdirSync(types, { recursive: true });
    symlinkSync(join(root, "node_modules", "@types", "node"), join(types, "node"));
    const compilerOptions = {
      module: "nodenext",
      target: "es2023",
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noEmit: true,
      types: ["node"],
    };
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["types.mts"] }));
    const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
    const { stdout, status } = spawnSync(process.execPath, [tsc, "-p", "."], {
      cwd: project,
      encoding: "utf8",
    });
    expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
  });

  test("publint has nothing to say", async () => {
    const { publint } = await import("publint");
    const { messages } = await publint({ pkgDir: join(project, "node_modules", "scrubjay"), pack: false });
    expect(messages).toEqual([]);
  });
});

describe("types", () => {
  test("attw has nothing to say", async () => {
    const { checkPackage, createPackageFromTarballData } = await import("@arethetypeswrong/core");
    const tarball = readFileSync(join(folder, packed.filename));
    const result = await checkPackage(createPackageFromTarballData(tarball));
    if (!result.types) expect.unreachable("no types");
    expect(result.problems).toEqual([]);
    expect(Object.keys(result.entrypoints)).toContain("./web");
  }, 60_000);
});

const TYPES = `
import pino from "pino";
import winston from "winston";
import { createRedactor, type Match, redact, RedactorConfigError, type Rule } from "scrubjay";
import { redactHooks } from "scrubjay/pino";
import { redactProcessor } from "scrubjay/opentelemetry";
import "scrubjay/register";
import { createRedactStream } from "scrubjay/stream";
import { createRedactStream as createWebStream } from "scrubjay/web";
import { redactFormat, RedactTransport } from "scrubjay/winston";

const text: string = redact("a");
const value: { readonly a: number } = redact({ a: 1 });
const rule: Rule = { id: "acme/ticket", pattern: "ticket-[0-9]{8}" };
const redactor = createRedactor({ rules: [rule], censor: (secret, match) => match.rule + secret.length });
createRedactor({ keys: value.a > 0 ? ["ssn"] : undefined, onMatch: undefined });
const length: number | undefined = redact(process.env.LINE)?.length;
const lines: string[] = ["a", "b"].map(redact);
const bytes: Buffer = redactor.redact(Buffer.from("a"));
const matches: Match[] = redactor.scan(text);
pino({ hooks: redactHooks({ keys: ["ssn"] }) }).info(value);
pino({ hooks: redactHooks({ paths: ["a.b"], censor: "gone", remove: false }) });
pino({ hooks: redactHooks({}, { logMethod(args, method) { method.apply(this, args); } }) });
const asInPino: pino.LoggerOptions["redact"] & object = { paths: ["a.b"], censor: (value, path) => path.length };
createRedactor({ ...("censor" in asInPino ? asInPino : {}) });
pino({ hooks: redactHooks({ paths: ["a.b"], censor: (value: unknown, path: string[]) => path.join() }) });
process.stdin.pipe(createRedactStream({ censor: "mask" })).pipe(process.stdout);
const clean: ReadableStream<Uint8Array> = new Blob([]).stream().pipeThrough(createWebStream());
const processor: { onEmit(record: object): void } = redactProcessor({ onEmit: (record: object) => {} });
const transport = new RedactTransport({ transport: new winston.transports.Console() });
winston.createLogger({ format: redactFormat(), transports: [transport] });
// @ts-expect-error: not a censor
createRedactor({ censor: 7 });
export { bytes, clean, length, lines, matches, processor, RedactorConfigError };
`;
