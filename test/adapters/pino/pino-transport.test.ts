import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runScript, TOKEN } from "../run-script.ts";

const folder = mkdtempSync(join(tmpdir(), "scrubjay-pino-"));
afterAll(() => rmSync(folder, { recursive: true }));

const LOG = `
  logger.info({ req: { headers: { authorization: "Bearer " + TOKEN } } }, "one " + TOKEN);
  logger.child({ user: "ann" }).warn("two");
`;

/** Every line is JSON and clean; the messages come back. */
function messages(text: string): string[] {
  expect(text).not.toContain(TOKEN);
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line).msg);
}

describe("scrubjay/pino in its worker thread", () => {
  test("alone, to standard output", () => {
    const { stdout, status } = runScript(`
      const logger = pino({ transport: { target: dist("adapters/pino.js") } });
      ${LOG}
    `);
    expect(messages(stdout)).toEqual(["one [REDACTED]", "two"]);
    expect(stdout).toContain(`"authorization":"Bearer [REDACTED]"`);
    expect(status).toBe(0);
  });

  test("alone, to a file in a folder that is not there", () => {
    const file = join(folder, "deep", "app.log");
    const { stdout, stderr } = runScript(
      `
      const options = { destination: args[0], mkdir: true };
      const logger = pino({ transport: { target: dist("adapters/pino.js"), options } });
      ${LOG}
    `,
      [file],
    );
    expect(stderr).toBe("");
    expect(stdout).toBe("");
    expect(messages(readFileSync(file, "utf8"))).toEqual(["one [REDACTED]", "two"]);
  });

  test("in a pipeline, before pino/file", () => {
    const file = join(folder, "before.log");
    const script = `
      const last = { target: "pino/file", options: { destination: args[0] } };
      const logger = pino({ transport: { pipeline: [{ target: dist("adapters/pino.js") }, last] } });
      ${LOG}
      endsWith("two", () => [args[0]]);
    `;
    expect(runScript(script, [file]).stderr).toBe("");
    expect(messages(readFileSync(file, "utf8"))).toEqual(["one [REDACTED]", "two"]);
  });

  test("in a pipeline, as every part of it", () => {
    const file = join(folder, "every.log");
    const script = `
      const target = dist("adapters/pino.js");
      const pipeline = [{ target, options: {} }, { target, options: { destination: args[0] } }];
      const logger = pino({ transport: { pipeline } });
      ${LOG}
      endsWith("two", () => [args[0]]);
    `;
    expect(runScript(script, [file]).stderr).toBe("");
    expect(messages(readFileSync(file, "utf8"))).toEqual(["one [REDACTED]", "two"]);
  });

  test("as one of several targets, and in a pipeline among them", () => {
    const all = join(folder, "all.log");
    const warnings = join(folder, "warnings.log");
    const piped = join(folder, "piped.log");
    const { stderr } = runScript(
      `
      const target = dist("adapters/pino.js");
      const targets = [
        { target, options: { destination: args[0] } },
        { target, level: "warn", options: { destination: args[1] } },
        { pipeline: [{ target }, { target: "pino/file", options: { destination: args[2] } }] },
      ];
      const logger = pino({ transport: { targets } });
      ${LOG}
      endsWith("two", () => [args[2]]);
    `,
      [all, warnings, piped],
    );
    expect(stderr).toBe("");
    expect(messages(readFileSync(piped, "utf8"))).toEqual(["one [REDACTED]", "two"]);
    expect(messages(readFileSync(all, "utf8"))).toEqual(["one [REDACTED]", "two"]);
    expect(messages(readFileSync(warnings, "utf8"))).toEqual(["two"]);
  });

  test("a target with no options at all writes to standard output", () => {
    const { stdout } = runScript(`
      const logger = pino({ transport: { targets: [{ target: dist("adapters/pino.js") }] } });
      ${LOG}
    `);
    expect(messages(stdout)).toEqual(["one [REDACTED]", "two"]);
  });

  test("many lines, one of them long, all arrive in order", () => {
    const { stdout } = runScript(`
      const logger = pino({ transport: { target: dist("adapters/pino.js") } });
      for (let i = 0; i < 5_000; i++) logger.info({ i, long: i === 500 ? "y".repeat(300_000) : TOKEN }, "m" + i);
    `);
    const found = messages(stdout);
    expect(found).toHaveLength(5_000);
    expect(found.every((message, i) => message === `m${i}`)).toBe(true);
  });

  test("a log without lines ends", () => {
    const { status, stderr } = runScript(`
      const logger = pino({ transport: { target: dist("adapters/pino.js") } });
      const other = pino({ transport: { pipeline: [{ target: dist("adapters/pino.js") }] } });
    `);
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  test("line ends stay as pino makes them", () => {
    const { stdout } = runScript(`
      const logger = pino({ crlf: true, transport: { target: dist("adapters/pino.js") } });
      ${LOG}
    `);
    expect(stdout.match(/\r\n/g)).toHaveLength(2);
  });

  test("flush", () => {
    const file = join(folder, "flush.log");
    const { stdout, stderr } = runScript(
      `
      import { readFileSync } from "node:fs";
      const options = { destination: args[0] };
      const logger = pino({ transport: { target: dist("adapters/pino.js"), options } });
      logger.info("one");
      logger.flush((error) => { console.log(error ?? "flushed"); });
    `,
      [file],
    );
    expect(stderr).toBe("");
    expect(stdout).toBe("flushed\n");
    expect(messages(readFileSync(file, "utf8"))).toEqual(["one"]);
  });
});

describe("scrubjay/pino refuses", () => {
  const failing = (transport: string): string => {
    const { stdout } = runScript(`
      const target = dist("adapters/pino.js");
      const transport = pino.transport(${transport});
      transport.on("error", (error) => {
        console.log("refused: " + error.message);
        process.exit();
      });
      const logger = pino(transport);
      transport.on("ready", () => logger.info(TOKEN));
      setInterval(() => {}, 1_000);
    `);
    expect(stdout).not.toContain(TOKEN);
    return stdout;
  };

  test("an unknown option", () => {
    expect(failing("{ target, options: { pahts: [] } }")).toMatch(/refused: .*pahts.*keys/);
  });

  test("a destination that is none", () => {
    expect(failing("{ target, options: { destination: {} } }")).toMatch(/refused: .*destination/);
  });

  test("a destination that cannot be opened", () => {
    expect(failing(`{ target, options: { destination: "/proc/no/such/folder.log" } }`)).toMatch(
      /refused: .*ENOENT/,
    );
  });

  test("a destination in the middle of a pipeline, and passes nothing on", () => {
    const middle = `{ target, options: { destination: "/dev/null" } }`;
    expect(failing(`{ pipeline: [${middle}, { target: "pino/file" }] }`)).toMatch(/refused: .*destination/);
  });
});
