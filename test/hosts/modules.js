// CommonJS and types: Jest, ts-jest, and every module setting of TypeScript with every version that has it.
import { prints, same, says } from "./workshop.js";

/** Each that changed what a declaration may hold, and the newest. */
const VERSIONS = ["5.0.4", "5.4.5", "5.7.3", "5.9.3", "6.0.3", "7.0.2"];
/** The name that a version is installed under. @param {string} version */
const nameOf = (version) => `typescript-${version}`;

/** What is used of each entry; compiled strictly, and run. */
const USE = `
import pino from "pino";
import winston from "winston";
import { createRedactor, type Match, redact, RedactorConfigError, type Rule } from "scrubjay";
import transport, { redactHooks } from "scrubjay/pino";
import { redactProcessor } from "scrubjay/opentelemetry";
import { createRedactStream } from "scrubjay/stream";
import { createRedactStream as createWebStream } from "scrubjay/web";
import { redactFormat, RedactTransport } from "scrubjay/winston";

const rule: Rule = { id: "acme/ticket", pattern: "ticket-[0-9]{8}" };
const matches: Match[] = createRedactor({ rules: [rule] }).scan("password=hunter2");
const bytes: Buffer = redact(Buffer.from("token=hunter2"));
const hooks = redactHooks({}, { logMethod(args, method) { method.apply(this, args); } });
const censored: { paths: string[]; censor?: string | ((value: unknown, path: string[]) => unknown) } = {
  paths: ["a.b"],
  censor: (_value, path) => path.length,
};
createRedactor({ ...censored });
pino({ hooks, base: null, timestamp: false }, pino.destination({ sync: true })).info("token=hunter2");
const guarded = new RedactTransport({ transport: new winston.transports.Console() });
const all: unknown[] = [transport, redactProcessor, createRedactStream, createWebStream, redactFormat, guarded];
console.log(matches.length, String(bytes), all.every(Boolean), RedactorConfigError.name);
// @ts-expect-error: not a censor
export const wrong = () => createRedactor({ censor: 7 });
`;
const RAN = '{"level":30,"msg":"token=[REDACTED]"}\n1 token=[REDACTED] true RedactorConfigError\n';

/** @typedef {{ readonly from: string, readonly to?: string, readonly files: string[], readonly options: object }} Setting */
/** @type {Readonly<Record<string, Setting>>} */
const SETTINGS = {
  "`module: commonjs`, `moduleResolution: node10`": {
    from: "5.0",
    to: "5.9",
    files: ["use.ts"],
    options: { module: "commonjs", moduleResolution: "node10" },
  },
  "`module: commonjs`": { from: "6.0", files: ["use.ts"], options: { module: "commonjs" } },
  "`module: node16`": { from: "5.0", files: ["use.cts", "use.mts"], options: { module: "node16" } },
  "`module: node18`": { from: "5.8", files: ["use.cts", "use.mts"], options: { module: "node18" } },
  "`module: nodenext`": { from: "5.0", files: ["use.cts", "use.mts"], options: { module: "nodenext" } },
  "`moduleResolution: bundler`": {
    from: "5.0",
    files: ["use.mts"],
    options: { module: "esnext", moduleResolution: "bundler" },
  },
};

/** @param {Setting} setting */
const versionsOf = ({ from, to = "9" }) =>
  VERSIONS.filter(
    (version) => Number.parseFloat(version) >= Number(from) && Number.parseFloat(version) <= Number(to),
  );

/** @param {import("./workshop.js").Workshop} shop @param {string} version @param {Setting} setting */
function compile(shop, version, { files, options }) {
  const outDir = `out/${version}`;
  const compilerOptions = {
    ...options,
    outDir,
    rootDir: ".",
    target: "es2022",
    lib: ["es2022", "dom"],
    types: ["node"],
    strict: true,
    esModuleInterop: true,
    skipLibCheck: false,
  };
  shop.write("tsconfig.json", JSON.stringify({ compilerOptions, files }));
  const { stdout } = shop.run(process.execPath, [`node_modules/${nameOf(version)}/bin/tsc`, "-p", "."]);
  // Other packages' declarations may be too new for an old compiler.
  const errors = stdout.split("\n").filter((line) => /^(?:use\.|node_modules\/scrubjay\/|error)/.test(line));
  if (errors.length > 0) throw new Error(`${version}: ${errors.join("; ")}`);
  for (const file of files)
    prints(shop.run(process.execPath, [`${outDir}/${file.replace("ts", "js")}`]), RAN);
}

export const typescript = {
  name: "typescript",
  title: "TypeScript",
  dependencies: {
    ...Object.fromEntries(VERSIONS.map((version) => [nameOf(version), `npm:typescript@${version}`])),
    "@types/node": "20.19.43",
    pino: "10.4.0",
    winston: "3.19.0",
  },
  /** @param {import("./workshop.js").Workshop} shop */
  setUp(shop) {
    for (const file of ["use.ts", "use.cts", "use.mts"]) shop.write(file, USE);
  },
  version: (_shop, way) => {
    const versions = versionsOf(SETTINGS[way]).map((version) => version.replace(/\.\d+$/, ""));
    return versions.join(", ");
  },
  ways: Object.fromEntries(
    Object.entries(SETTINGS).map(([way, setting]) => [
      way,
      (/** @type {import("./workshop.js").Workshop} */ shop) => {
        for (const version of versionsOf(setting)) compile(shop, version, setting);
      },
    ]),
  ),
};

const TESTED = `
test("all entries", () => {
  expect(redact({ password: "hunter2" })).toEqual({ password: "[REDACTED]" });
  expect(redactHooks().streamWrite("token=hunter2")).toBe("token=[REDACTED]");
  expect([createRedactStream, redactFormat].every((it) => typeof it === "function")).toBe(true);
});
`;
const IMPORTS = {
  redact: "scrubjay",
  redactHooks: "scrubjay/pino",
  createRedactStream: "scrubjay/stream",
  redactFormat: "scrubjay/winston",
};
const statements = (/** @type {(name: string, from: string) => string} */ form) =>
  Object.entries(IMPORTS)
    .map(([name, from]) => `${form(name, from)}\n`)
    .join("");
const REQUIRED = statements((name, from) => `const { ${name} } = require("${from}");`) + TESTED;
const IMPORTED = statements((name, from) => `import { ${name} } from "${from}";`) + TESTED;

/** @param {string} folder @param {string} file @param {string} text @param {object} [config] */
const jestRuns =
  (folder, file, text, config = {}) =>
  (/** @type {import("./workshop.js").Workshop} */ shop) => {
    shop.write(`${folder}/${file}`, text);
    shop.write(`${folder}/jest.config.json`, JSON.stringify(config));
    const { stderr, status } = shop.run(shop.bin("jest"), [
      "--rootDir",
      folder,
      "--config",
      `${folder}/jest.config.json`,
    ]);
    says(stderr, /Tests: +1 passed, 1 total/);
    same(status, 0);
  };

const JEST = { jest: "30.5.2", "babel-jest": "30.5.2", pino: "10.4.0", winston: "3.19.0" };

export const jest = {
  name: "jest",
  title: "Jest",
  dependencies: {
    ...JEST,
    "ts-jest": "29.4.15",
    typescript: "5.9.3",
    "@types/jest": "30.0.0",
    "@types/node": "20.19.43",
    "jest-environment-jsdom": "30.5.2",
    "@babel/plugin-transform-modules-commonjs": "7.27.1",
  },
  version: (shop, way) =>
    shop.versionOf("jest") + (way.startsWith("ts-jest") ? `, ts-jest ${shop.versionOf("ts-jest")}` : ""),
  ways: {
    "default setup, `require`": jestRuns("plain", "a.test.js", REQUIRED),
    "default setup, `import` through Babel": (shop) => {
      shop.write("babel/babel.config.json", '{ "plugins": ["@babel/plugin-transform-modules-commonjs"] }');
      jestRuns("babel", "a.test.js", IMPORTED, {
        transform: { "\\.js$": ["babel-jest", { configFile: "./babel/babel.config.json" }] },
      })(shop);
    },
    "`testEnvironment: jsdom`": jestRuns("jsdom", "a.test.js", REQUIRED, { testEnvironment: "jsdom" }),
    "ts-jest, `module: commonjs`": (shop) => {
      const compilerOptions = { module: "commonjs", esModuleInterop: true, strict: true, target: "es2022" };
      shop.write("typed/tsconfig.json", JSON.stringify({ compilerOptions }));
      const tsconfig = "<rootDir>/tsconfig.json";
      jestRuns("typed", "a.test.ts", IMPORTED, { transform: { "\\.ts$": ["ts-jest", { tsconfig }] } })(shop);
    },
  },
};
