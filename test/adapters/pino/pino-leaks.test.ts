import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import pino, { type LoggerOptions } from "pino";
import { describe, expect, test } from "vitest";
import pinoTransport, { redactHooks } from "../../../src/adapters/pino.ts";
import { makeCredentials } from "../../samples/credentials.ts";
import { mixinRoute, type Route, routes } from "./pino-routes.ts";

const credentials = makeCredentials(2_000);

class Sink extends Writable {
  text = "";
  constructor() {
    super({ decodeStrings: false });
  }
  override _write(chunk: string | Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk;
    done();
  }
}

/** Options that make two logs of the same calls the same. */
const fixed: LoggerOptions = { level: "trace", timestamp: () => ',"time":1763820483000', base: { pid: 1 } };

let current = "";
const all: readonly Route[] = [...routes, mixinRoute(() => current)];

function logAll(route: Route, logger: pino.Logger<string>): void {
  for (current of credentials) route.log(logger, current);
}

/** What a log has to be: the plain one, with each credential replaced and nothing else. */
function expected(route: Route): string[] {
  const sink = new Sink();
  logAll(route, pino({ ...fixed, ...route.options } as never, sink));
  const lines = sink.text.split(/(?<=\n)/);
  expect(lines.length).toBe(credentials.length);
  return lines.map((line, i) => {
    expect(line).toContain(credentials[i]);
    return line.replaceAll(credentials[i]!, "[REDACTED]");
  });
}

describe("2,000 credentials by every route, none in the log, all else as it was", () => {
  test.each(all.map((route) => [route.name, route] as const))("redactHooks: %s", (_, route) => {
    const sink = new Sink();
    const hooks = redactHooks({}, route.options?.hooks);
    logAll(route, pino({ ...fixed, ...route.options, hooks } as never, sink));
    expect(sink.text.split(/(?<=\n)/)).toEqual(expected(route));
  });

  test("the transport, all routes", async () => {
    const folder = mkdtempSync(join(tmpdir(), "scrubjay-leaks-"));
    for (const route of all) {
      const destination = join(folder, `${route.name}.log`);
      const stream = await pinoTransport({ destination });
      logAll(route, pino({ ...fixed, ...route.options } as never, stream));
      await once(stream.end(), "close");
      expect(readFileSync(destination, "utf8").split(/(?<=\n)/)).toEqual(expected(route));
    }
    rmSync(folder, { recursive: true });
  });
});
