import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import fastify from "fastify";
import pino from "pino";
import { pinoHttp } from "pino-http";
import { afterAll, describe, expect, test } from "vitest";
import { redactHooks } from "../../../src/adapters/pino.ts";
import { TOKEN } from "../run-script.ts";

const folder = mkdtempSync(join(tmpdir(), "scrubjay-hosts-"));
afterAll(() => rmSync(folder, { recursive: true }));

class Sink extends Writable {
  text = "";
  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk;
    done();
  }
  get entries() {
    expect(this.text).not.toContain(TOKEN);
    expect(this.text).not.toMatch(/hunter2|swordfish/);
    return this.text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
  }
}

describe("redactHooks with pino's destinations", () => {
  test.each([true, false])("pino.destination, sync: %s", async (sync) => {
    const file = join(folder, `sync-${sync}.log`);
    const destination = pino.destination({ dest: file, sync, minLength: sync ? 0 : 4096 });
    if (!sync) await once(destination, "ready");
    const logger = pino({ hooks: redactHooks() }, destination);
    for (let i = 0; i < 2_000; i++) logger.info({ i, password: "hunter2" }, `got ${TOKEN}`);
    const closed = once(destination, "close");
    destination.end();
    await closed;
    const lines = readFileSync(file, "utf8").trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).i)).toEqual([...lines.keys()]);
    expect(lines).toHaveLength(2_000);
    expect(lines.join()).not.toMatch(/ghp_|hunter2/);
  });

  test("pino.multistream", () => {
    const [all, errors] = [new Sink(), new Sink()];
    const streams = pino.multistream([{ stream: all }, { level: "error", stream: errors }]);
    const logger = pino({ hooks: redactHooks() }, streams);
    logger.info(`one ${TOKEN}`);
    logger.child({ password: "hunter2" }).error("two");
    expect(all.entries.map(({ msg }) => msg)).toEqual(["one [REDACTED]", "two"]);
    expect(errors.entries).toMatchObject([{ msg: "two", password: "[REDACTED]" }]);
  });

  test("in front of a transport, whose thread never sees the secret", async () => {
    const file = join(folder, "thread.log");
    const transport = pino.transport({ target: "pino/file", options: { destination: file } });
    const logger = pino({ hooks: redactHooks() }, transport);
    logger.info(`one ${TOKEN}`);
    transport.end();
    await once(transport, "close");
    expect(readFileSync(file, "utf8")).toContain('"msg":"one [REDACTED]"');
  });

  test("beside pino's own redact", () => {
    const sink = new Sink();
    const logger = pino({ redact: ["user.mail"], hooks: redactHooks() }, sink);
    logger.info({ user: { mail: "a@b", token: "hunter2" } });
    expect(sink.entries).toMatchObject([{ user: { mail: "[Redacted]", token: "[REDACTED]" } }]);
  });

  test("paths, censor and remove, as pino's redact has them", () => {
    const record = { user: { mail: "a@b", names: ["x", "y"] }, "odd key": 1, id: 5 };
    const paths = ["user.mail", "user.names[*]", '["odd key"]', "no.such.path"];
    const log = (options: pino.LoggerOptions): string => {
      const sink = new Sink();
      const logger = pino({ base: null, timestamp: false, ...options }, sink);
      logger.child({ user: { mail: "c@d" } }).info(record, "done");
      return sink.text;
    };
    for (const more of [
      { censor: "**GONE**" },
      { remove: true },
      { censor: (_: unknown, path: string[]) => path.join("/") },
    ])
      expect(log({ hooks: redactHooks({ paths, ...more }) })).toBe(log({ redact: { paths, ...more } }));
  });
});

/** A request with credentials wherever HTTP carries them. */
async function ask(port: number): Promise<void> {
  const headers = {
    authorization: `Bearer ${TOKEN}`,
    cookie: "sid=hunter2; theme=dark",
    "x-api-key": "swordfish-77",
  };
  const response = await once(
    request({ port, path: `/login?access_token=${TOKEN}&page=2`, headers }).end(),
    "response",
  );
  response[0].resume();
  await once(response[0], "end");
}

/** Several of one name, which Node keeps as an array. */
const COOKIES = [`sid=${TOKEN}; Path=/; HttpOnly`, "other=hunter2; Secure"];

describe("HTTP loggers", () => {
  test("pino-http: req.headers, res.headers, the URL", async () => {
    const sink = new Sink();
    const log = pinoHttp({ hooks: redactHooks() }, sink);
    const server = createServer((req, res) => {
      log(req, res);
      req.log.warn({ sent: req.headers }, `user ${TOKEN}`);
      res.setHeader("set-cookie", COOKIES).end("ok");
    }).listen(0);
    await ask((server.address() as AddressInfo).port);
    server.close();
    await once(server, "close");
    const [warned, completed] = sink.entries;
    expect(warned).toMatchObject({ msg: "user [REDACTED]", sent: { authorization: "Bearer [REDACTED]" } });
    expect(completed).toMatchObject({
      req: {
        method: "GET",
        url: "/login?access_token=[REDACTED]&page=2",
        headers: {
          authorization: "Bearer [REDACTED]",
          cookie: "sid=[REDACTED]; theme=[REDACTED]",
          "x-api-key": "[REDACTED]",
        },
      },
      res: {
        statusCode: 200,
        headers: { "set-cookie": ["sid=[REDACTED]; Path=/; HttpOnly", "other=[REDACTED]; Secure"] },
      },
      msg: "request completed",
    });
  });

  test("fastify", async () => {
    const sink = new Sink();
    const app = fastify({ logger: { hooks: redactHooks(), stream: sink } });
    app.get("/login", async (req, reply) => {
      req.log.info({ req: { headers: req.headers } }, "raw");
      reply.header("set-cookie", COOKIES);
      req.log.info({ headers: reply.getHeaders(), raw: req.raw.rawHeaders }, "sent");
      throw Object.assign(new Error(`no ${TOKEN}`), { headers: req.headers });
    });
    await app.listen({ port: 0 });
    await ask((app.server.address() as AddressInfo).port);
    await app.close();
    const entries = sink.entries;
    expect(entries.find(({ msg }) => msg === "incoming request").req).toMatchObject({
      url: "/login?access_token=[REDACTED]&page=2",
    });
    expect(entries.find(({ msg }) => msg === "sent").headers["set-cookie"]).toEqual([
      "sid=[REDACTED]; Path=/; HttpOnly",
      "other=[REDACTED]; Secure",
    ]);
    expect(entries.find(({ err }) => err !== undefined).err.headers.authorization).toBe("Bearer [REDACTED]");
  });
});

describe("what is broken", () => {
  const throwing = {
    get secret(): string {
      throw new Error(`it was ${TOKEN}`);
    },
  };
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const trapped = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error(TOKEN);
      },
    },
  );

  test.each<[string, unknown]>([
    ["a getter that throws", { throwing }],
    ["a revoked proxy", { proxy: revoked.proxy }],
    ["a proxy whose trap throws", { trapped }],
    ["a toJSON that throws", { date: new Date(Number.NaN), odd: { toJSON: () => throwing.secret } }],
  ])("%s: nothing leaks, and the next line comes", (_, value) => {
    const log = (hooks: pino.LoggerOptions["hooks"]): [thrown: boolean, text: string] => {
      const sink = new Sink();
      const logger = pino({ timestamp: false, base: null, ...(hooks && { hooks }) }, sink);
      let thrown = false;
      try {
        logger.info(value as object, "one");
      } catch {
        thrown = true;
      }
      logger.info(`two ${TOKEN}`);
      return [thrown, sink.text];
    };
    const [thrown, text] = log(redactHooks());
    expect(text).not.toContain(TOKEN);
    expect(text).toMatch(/"msg":"two \[REDACTED\]"\}\n$/);
    // What pino itself makes of it, scrubjay neither saves nor spoils.
    const [plainThrown, plain] = log(undefined);
    expect(thrown).toBe(plainThrown);
    expect(text).toBe(plain.replaceAll(TOKEN, "[REDACTED]"));
  });

  test("a destination that throws is heard of as without scrubjay", () => {
    const broken = {
      write: () => {
        throw new Error("disk full");
      },
    };
    expect(() => pino({ hooks: redactHooks() }, broken).info("x")).toThrow("disk full");
  });

  test("a full disk", () => {
    const full = openSync("/dev/full", "w");
    const logger = pino({ hooks: redactHooks() }, pino.destination({ dest: full, sync: true }));
    expect(() => logger.info("x")).toThrow(/ENOSPC/);
    closeSync(full);
  });
});
