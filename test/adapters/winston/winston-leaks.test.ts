import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import winston from "winston";
import { RedactTransport, redactFormat } from "../../../src/adapters/winston.ts";
import { times } from "../../long.ts";
import { makeCredentials } from "../../samples/credentials.ts";

const {
  combine,
  json,
  printf,
  simple,
  prettyPrint,
  splat,
  errors,
  colorize,
  logstash,
  metadata,
  label,
  uncolorize,
} = winston.format;
type Format = winston.Logform.Format;
type Log = (logger: winston.Logger, credential: string) => void;

const credentials = makeCredentials(Math.min(2_000, times(400)));

class Sink extends Writable {
  readonly entries: string[] = [];
  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    // Durations depend on the clock.
    this.entries.push(String(chunk).replace(/"?durationMs"?: ?-?\d+/g, "durationMs"));
    done();
  }
}

function failure(credential: string): Error {
  const cause = Object.assign(new Error(`cause ${credential} x`), { response: { body: credential } });
  const error = new Error(`failed with ${credential} x`, { cause });
  error.stack = `Error: failed with ${credential} x\n    at place (file.js:1:1)`;
  cause.stack = `Error: cause ${credential} x\n    at place (file.js:2:1)`;
  return error;
}

const note = (credential: string) => ({ note: `an "${credential}" é`, list: [credential, 1, null] });

/** Every way in that winston has; each call logs one entry. */
const routes: Readonly<Record<string, Log>> = {
  message: (logger, credential) => logger.info(`got ${credential} x`),
  meta: (logger, credential) => logger.info("plain", note(credential)),
  "two metas": (logger, credential) => logger.info("plain", { a: 1 }, note(credential)),
  entry: (logger, credential) => logger.log({ level: "warn", message: credential, ...note(credential) }),
  splat: (logger, credential) =>
    logger.log("info", "%s %j %d%%", credential, note(credential), 5, { more: credential }),
  error: (logger, credential) => logger.error(failure(credential) as never),
  "error as message": (logger, credential) =>
    logger.log({ level: "error", message: failure(credential) as never }),
  "error as meta": (logger, credential) => logger.error("plain", failure(credential)),
  "error in a field": (logger, credential) => logger.error("plain", { error: failure(credential), a: 1 }),
  "many errors": (logger, credential) => {
    const many = new AggregateError([failure(credential)], `many ${credential}`);
    many.stack = "AggregateError: many\n    at place (file.js:3:1)";
    logger.error("plain", { many });
  },
  child: (logger, credential) => logger.child(note(credential)).info("plain"),
  "default meta": (logger, credential) => {
    logger.defaultMeta = note(credential);
    logger.info("plain");
    logger.defaultMeta = undefined;
  },
  profile: (logger, credential) => {
    const profilers = (logger as unknown as { profilers: Record<string, number> }).profilers;
    profilers[credential] = Date.now() + 1e12;
    logger.profile(credential, { level: "info", durationMs: 0, message: `took ${credential}` } as never);
  },
  exception: (logger, credential) => {
    const info = logger.exceptions.getAllInfo(failure(credential)) as Record<string, unknown>;
    logger.log({ ...info, level: "error", exception: false, date: "", process: {}, os: {} } as never);
  },
};

const line = printf(
  (info) => `${info.level}: ${info.message} ${JSON.stringify(info)} ${String(info.stack ?? "")}`,
);
const formats: Readonly<Record<string, readonly Format[]>> = {
  json: [errors({ stack: true, cause: true }), splat(), json()],
  printf: [errors({ stack: true }), splat(), line],
  simple: [splat(), simple()],
  prettyPrint: [splat(), prettyPrint({ depth: 9 })],
  "colours and labels": [label({ label: "x" }), colorize(), splat(), json(), uncolorize({ raw: false })],
  "metadata, logstash": [splat(), metadata(), logstash()],
};

function logAll(
  log: Log,
  count: number,
  format: Format,
  wrap: (sink: Sink) => winston.transport,
): readonly string[] {
  const sink = new Sink();
  const logger = winston.createLogger({ format, transports: [wrap(sink)] });
  for (const credential of credentials.slice(0, count)) log(logger, credential);
  return sink.entries;
}

const plain = (sink: Sink): winston.transport => new winston.transports.Stream({ stream: sink });
const guarded = (sink: Sink): winston.transport => new RedactTransport({ transport: plain(sink) });

const pairs = Object.entries(routes).flatMap(([route, log]) =>
  Object.entries(formats).map(([name, parts]) => [route, name, log, parts] as const),
);

const shown = new Set<string>();

describe(`${credentials.length} credentials by every route, none in the log, all else as it was`, () => {
  test.each(pairs)("%s, %s", (route, name, log, parts) => {
    // All of them in JSON; the other formats are about where the text comes from.
    const count = name === "json" ? credentials.length : 50;
    const entries = logAll(log, count, combine(...parts), plain);
    expect(entries).toHaveLength(count);
    const expected = entries.map((entry, i) => entry.replaceAll(credentials[i]!, "[REDACTED]"));
    if (entries.every((entry, i) => entry.includes(credentials[i]!))) shown.add(route);
    expect(logAll(log, count, combine(...parts, redactFormat()), plain)).toEqual(expected);
    expect(logAll(log, count, combine(...parts), guarded)).toEqual(expected);
    // In front of what makes the text, which may show a copied error otherwise, but not its secret.
    const before = logAll(log, 50, combine(...parts.slice(0, -1), redactFormat(), parts.at(-1)!), plain);
    before.forEach((entry, i) => {
      expect(entry).not.toContain(credentials[i]);
    });
  });

  test("without scrubjay, each route leaks in some format", () => {
    expect([...shown].sort()).toEqual(Object.keys(routes).sort());
  });
});
