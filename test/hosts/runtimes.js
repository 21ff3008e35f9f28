// Node in all supported versions, Bun and Deno: the library in both forms, the loggers, `register` and the filter.
import { prints, same, says } from "./workshop.js";

const USE = `
console.log(redact("token=hunter2"), createRedactor({ keys: ["ssn"] }).redact("ssn=12345"));
const stream = createRedactStream();
stream.pipe(process.stdout);
stream.end("token=hunter2\\n");
`;
const IMPORT = `
import { createRedactor, redact } from "scrubjay";
import { createRedactStream } from "scrubjay/stream";
${USE}`;
const REQUIRE = `
const { createRedactor, redact } = require("scrubjay");
const { createRedactStream } = require("scrubjay/stream");
${USE}`;
const USED = "token=[REDACTED] ssn=[REDACTED]\ntoken=[REDACTED]\n";

const PINO = `
import pino from "pino";
import { redactHooks } from "scrubjay/pino";
const options = { base: null, timestamp: false };
pino({ ...options, hooks: redactHooks() }, pino.destination({ sync: true })).info("token=hunter2");
pino({ ...options, transport: { target: "scrubjay/pino" } }).info("password=hunter2");
`;
const LOGGED = ["token", "password"].map((name) => `{"level":30,"msg":"${name}=[REDACTED]"}\n`).join("");

const WINSTON = `
import winston from "winston";
import { redactFormat } from "scrubjay/winston";
const format = winston.format.combine(winston.format.json(), redactFormat());
winston.createLogger({ format, transports: [new winston.transports.Console()] }).info("token=hunter2");
`;

const PEERS = { pino: "10.4.0", winston: "3.19.0" };
const FILTER = "node_modules/scrubjay/dist/scrubjay.cjs";

/** @param {string} version */
const node = (version) => ({
  name: `node-${version}`,
  title: "Node",
  dependencies: { ...PEERS, node: `npm:node-${process.platform}-${process.arch}@${version}` },
  version: () => version,
  command: (/** @type {import("./workshop.js").Workshop} */ shop) => [
    shop.path("node_modules/node/bin/node"),
  ],
  registers: true,
});

const hosts = [
  ...["20.19.0", "22.23.5", "24.22.3", "26.12.1"].map(node),
  {
    name: "bun",
    title: "Bun",
    dependencies: { ...PEERS, bun: "1.4.5" },
    version: (shop) => shop.versionOf("bun"),
    command: (shop) => [shop.bin("bun")],
    registers: false,
  },
  {
    name: "deno",
    title: "Deno",
    dependencies: { ...PEERS, deno: "2.9.6" },
    version: (shop) => shop.versionOf("deno"),
    command: (shop) => [shop.bin("deno"), "run", "--allow-all"],
    registers: false,
  },
];

export const runtimes = hosts.map(({ command, registers, ...host }) => {
  const run = (shop, args, options) => {
    const [program, ...first] = command(shop);
    return shop.run(program, [...first, ...args], options);
  };
  /** @param {string} file @param {string} source @param {string} stdout */
  const script = (file, source, stdout) => (shop) => {
    shop.write(file, source);
    prints(run(shop, [file]), stdout);
  };
  return {
    ...host,
    ways: {
      "`import`": script("import.mjs", IMPORT, USED),
      "`require`": script("require.cjs", REQUIRE, USED),
      "scrubjay/pino": script("pino.mjs", PINO, LOGGED),
      "scrubjay/winston": script("winston.mjs", WINSTON, '{"level":"info","message":"token=[REDACTED]"}\n'),
      "scrubjay/register": (shop) => {
        shop.write("register.mjs", 'import "scrubjay/register"; console.log("token=hunter2");');
        const outcome = run(shop, ["register.mjs"]);
        if (registers) return prints(outcome, "token=[REDACTED]\n");
        same({ stdout: outcome.stdout, failed: outcome.status !== 0 }, { stdout: "", failed: true });
        says(outcome.stderr, /works only in Node/);
        return "refuses to load";
      },
      "filter, from a pipe": (shop) =>
        prints(run(shop, [FILTER], { input: "token=hunter2\nb\n" }), "token=[REDACTED]\nb\n"),
      "filter, from a file": (shop) => {
        shop.write("a.log", "token=hunter2\nb\n");
        prints(run(shop, [FILTER, "a.log"]), "token=[REDACTED]\nb\n");
      },
      "filter, on a terminal": (shop) => {
        const line = [...command(shop), FILTER].join(" ");
        // What is typed, and Ctrl-D, when the program has started; script(1) is the terminal.
        const typed = `(sleep 2; printf 'token=hunter2\\n'; sleep 1; printf '\\004'; sleep 1) | script -qec '${line}' /dev/null`;
        const { stdout } = shop.run("sh", ["-c", typed], { timeout: 20_000 });
        says(stdout, /token=\[REDACTED\]/);
      },
      "filter, around a command": (shop) => {
        // Bun takes the first `--` for itself.
        const end = host.title === "Bun" ? ["--", "--"] : ["--"];
        const { stdout, status } = run(shop, [FILTER, ...end, "sh", "-c", "echo token=hunter2; exit 3"]);
        same({ stdout, status }, { stdout: "token=[REDACTED]\n", status: 3 });
        return end.length > 1 ? "works with `-- --`: Bun takes the first for itself" : undefined;
      },
    },
  };
});

export const withoutWebAssembly = {
  name: `node-${process.versions.node}`,
  title: "Node --jitless",
  dependencies: { ...PEERS, node: `npm:node-${process.platform}-${process.arch}@${process.versions.node}` },
  version: () => process.versions.node,
  ways: {
    "`createRedactor`, `redact`, the filter": (shop) => {
      const flags = ["--jitless", "--no-warnings"];
      for (const use of ["createRedactor()", 'redact("clean")']) {
        const { stderr, status } = shop.run(process.execPath, [...flags, "-e", `require("scrubjay").${use}`]);
        same(status, 1);
        says(stderr, /WebAssembly is needed/);
      }
      const { stdout, status, stderr } = shop.run(process.execPath, [...flags, FILTER], { input: "clean\n" });
      same({ stdout, status }, { stdout: "", status: 2 });
      says(stderr, /WebAssembly is needed/);
      return "throws, and says what to allow";
    },
  },
};
