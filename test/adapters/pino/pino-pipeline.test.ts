import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { startScript, TOKEN } from "../run-script.ts";

const folder = mkdtempSync(join(tmpdir(), "scrubjay-pipeline-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string): string => join(folder, name);

/** Runs with `target`, scrubjay's transport, at hand; the output and every file are clean. */
async function run(script: string, args: readonly string[] = []) {
  const outcome = await startScript(`const target = dist("adapters/pino.js");\n${script}`, args);
  expect(outcome.stdout + outcome.stderr).not.toContain(TOKEN);
  return outcome;
}

function messages(text: string): string[] {
  expect(text).not.toContain(TOKEN);
  return text
    .trimEnd()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line).msg);
}

const numbers = (count: number): string[] => Array.from({ length: count }, (_, i) => `m${i}`);

describe("in front of other transports", () => {
  test("pino-pretty", async () => {
    const file = path("pretty.log");
    const script = `
      const options = { colorize: false, singleLine: true, destination: args[0] };
      const pipeline = [{ target }, { target: "pino-pretty", options }];
      const logger = pino({ transport: { pipeline } });
      logger.info({ password: "hunter2", id: 5 }, "got " + TOKEN);
      endsWith("got", () => [args[0]]);
    `;
    expect((await run(script, [file])).stderr).toBe("");
    expect(readFileSync(file, "utf8")).toMatch(
      /INFO \(\d+\): got \[REDACTED\] \{"password":"\[REDACTED\]","id":5\}\n$/,
    );
  });

  test("pino-roll, over several files", async () => {
    const { stderr } = await run(
      `
      import { existsSync, readdirSync } from "node:fs";
      const pipeline = [{ target }, { target: "pino-roll", options: { file: args[0], size: "10k", mkdir: true } }];
      const transport = pino.transport({ pipeline });
      const logger = pino(transport);
      let i = 0;
      const more = () => {
        for (const end = i + 100; i < end; i++) logger.info({ token: TOKEN }, "m" + i);
        if (i < 1000) setTimeout(more, 20);
        else endsWith('"m999"', rolled);
      };
      const rolled = () => !existsSync(args[1]) ? [] : readdirSync(args[1]).map((name) => args[1] + "/" + name);
      more();
    `,
      [path("rolled/app"), path("rolled")],
    );
    expect(stderr).toBe("");
    const files = readdirSync(path("rolled")).sort((a, b) => Number(/\d+/.exec(a)) - Number(/\d+/.exec(b)));
    expect(files.length).toBeGreaterThan(1);
    const texts = files.map((file) => readFileSync(path(`rolled/${file}`), "utf8"));
    expect(messages(texts.join(""))).toEqual(numbers(1000));
  });

  test("many targets, each with its own policy", async () => {
    const files = ["plain", "labelled", "narrow", "by-path"].map((name) => path(`${name}.log`));
    const { stderr } = await run(
      `
      const [plain, labelled, narrow, byPath] = args;
      const targets = [
        { target, options: { destination: plain } },
        { target, options: { destination: labelled, censor: "label", keys: ["colour"] } },
        { target, options: { destination: narrow, rules: ["github/*"] } },
        { target, level: "warn", options: { destination: byPath, paths: ["user.*"], remove: true } },
      ];
      const logger = pino({ level: "debug", transport: { targets } });
      logger.info({ password: "hunter2", colour: "blue", user: { name: "ann" } }, "one " + TOKEN);
      logger.warn({ password: "hunter2", colour: "blue", user: { name: "ann" } }, "two " + TOKEN);
    `,
      files,
    );
    expect(stderr).toBe("");
    const texts = files.map((file) => readFileSync(file, "utf8"));
    const ends = [
      '"hunter2"',
      '"[REDACTED]"',
      '"[REDACTED:key/password]"',
      '"[REDACTED:user/key]"',
      '"blue"',
    ];
    const shown = texts.map((text) => ends.map((end) => text.includes(end)));
    expect(shown).toEqual([
      [false, true, false, false, true],
      [false, false, true, true, false],
      [true, false, false, false, true],
      [false, true, false, false, true],
    ]);
    expect(texts.map((text) => messages(text).length)).toEqual([2, 2, 2, 1]);
    expect(texts[3]).toContain('"user":{}');
    expect(texts[0]).toContain('"user":{"name":"ann"}');
  });
});

describe("no line is lost", () => {
  // pino waits at most ten seconds for its thread at the end.
  const count = 5_000;
  const logger = "const logger = pino({ transport: { target, options: { destination: args[0] } } });";
  const log = `for (let i = 0; i < ${count}; i++) logger.info({ token: TOKEN }, "m" + i);`;

  test.each<[string, string]>([
    ["at the end of the process", `${logger} ${log}`],
    ["at process.exit", `${logger} logger.info("m0"); ${log.replace("i = 0", "i = 1")} process.exit();`],
    ["when an exception ends the process", `${logger} ${log} throw new Error("end of it");`],
    ["at flush, then end", `${logger} ${log} logger.flush(() => { logger.info("m${count}"); });`],
    [
      "at end, then close",
      `const transport = pino.transport({ target, options: { destination: args[0] } });
       const logger = pino(transport); ${log}
       const alive = setInterval(() => {}, 1000);
       transport.on("close", () => { console.log("closed"); clearInterval(alive); });
       transport.end();`,
    ],
    ["with sync: true", `${logger.replace("{ target,", "{ sync: true, target,")} ${log}`],
  ])("%s", async (name, script) => {
    const file = path(`${name}.log`);
    const { stdout } = await run(script, [file]);
    const found = messages(readFileSync(file, "utf8"));
    expect(found).toEqual(numbers(name.startsWith("at flush") ? count + 1 : count));
    expect(stdout).toBe(name.startsWith("at end, then") ? "closed\n" : "");
  });
});

describe("what fails is seen as with pino's own transports", () => {
  /** What the application hears. */
  const heard = async (transport: string): Promise<string[]> => {
    const { stdout, stderr } = await run(
      `
      const transport = pino.transport(${transport});
      for (const event of ["error", "close"])
        transport.on(event, (error) => console.log(event, error?.code ?? error?.message ?? ""));
      const logger = pino(transport);
      transport.on("ready", () => { logger.info(TOKEN); });
      const heard = ["error", "close"].map((event) => new Promise((resolve) => transport.once(event, resolve)));
      // The thread does not keep the process.
      setInterval(() => {}, 1_000);
      await Promise.all(heard);
      setTimeout(() => { console.log("alive"); process.exit(); }, 20);
    `,
    );
    return [...stdout.trimEnd().split("\n").sort(), stderr];
  };

  test.each([
    ["a full disk", "/dev/full"],
    ["a folder that is missing", "/proc/no/such.log"],
    ["a path that is a folder", "/proc"],
  ])("%s", async (_, destination) => {
    const [own, ours] = await Promise.all([
      heard(`{ target: "pino/file", options: { destination: "${destination}" } }`),
      heard(`{ target, options: { destination: "${destination}" } }`),
    ]);
    expect(ours).toEqual(own);
    expect(ours.join("\n")).toMatch(/^error E[A-Z]+: /m);
  });

  const crashing = path("crashing.mjs");
  writeFileSync(
    crashing,
    `import { Writable } from "node:stream";
     export default () => new Writable({ write() { throw new Error("crashed"); } });`,
  );

  test("a worker that crashes behind it", async () => {
    const [own, ours] = await Promise.all([
      heard(`{ pipeline: [{ target: "${crashing}" }] }`),
      heard(`{ pipeline: [{ target }, { target: "${crashing}" }] }`),
    ]);
    expect(own.join("\n")).toMatch(/error crashed/);
    expect(ours.join("\n")).toMatch(/error crashed/);
  });

  test("a worker that exits", async () => {
    const exiting = path("exiting.mjs");
    writeFileSync(
      exiting,
      `import { Writable } from "node:stream";
       export default () => new Writable({ write() { process.exit(3); } });`,
    );
    const [own, ours] = await Promise.all([
      heard(`{ pipeline: [{ target: "${exiting}" }] }`),
      heard(`{ pipeline: [{ target }, { target: "${exiting}" }] }`),
    ]);
    expect(ours).toEqual(own);
  });

  test("a target that is missing", async () => {
    const { status, stderr } = await run(
      `pino({ transport: { pipeline: [{ target }, { target: "no-such-transport" }] } });`,
    );
    expect(status).not.toBe(0);
    expect(stderr).toContain('unable to determine transport target for "no-such-transport"');
  });

  test("options that cannot go to a thread", async () => {
    for (const option of ["censor: () => ''", "onMatch() {}"]) {
      const { status, stderr } = await run(`pino({ transport: { target, options: { ${option} } } });`);
      expect(status).not.toBe(0);
      expect(stderr).toMatch(/DataCloneError|could not be cloned/);
    }
  });

  test("paths that are none", async () => {
    expect((await heard(`{ target, options: { paths: ["a..b"] } }`)).join()).toMatch(
      /error option paths: "a\.\.b" is malformed at character 2/,
    );
  });
});
