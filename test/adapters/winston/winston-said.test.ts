import { Writable } from "node:stream";
import { expect, test } from "vitest";
import winston from "winston";
import { redactFormat } from "../../../src/adapters/winston.ts";
import { TOKEN } from "../run-script.ts";

const { combine, json, simple, prettyPrint, logstash } = winston.format;
type Format = winston.Logform.Format;

class Sink extends Writable {
  text = "";
  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk;
    done();
  }
}

function logged(format: Format, log: (logger: winston.Logger) => void): string {
  const sink = new Sink();
  log(winston.createLogger({ format, transports: [new winston.transports.Stream({ stream: sink })] }));
  return sink.text;
}

test("in front of the format that asks an object for its text", () => {
  class Session {
    readonly #token = TOKEN;
    toJSON(): unknown {
      return { token: this.#token, kept: true };
    }
  }
  const form = new FormData();
  form.set("password", "correct horse");
  const values = {
    session: new Session(),
    form,
    request: new Request(`https://h.example/?q=${TOKEN}`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    }),
    response: new Response("", { headers: { "set-cookie": `sid=${TOKEN}` } }),
  };
  for (const format of [json(), simple(), prettyPrint({ depth: 9 }), logstash()]) {
    const text = logged(combine(redactFormat(), format), (logger) => {
      logger.info("plain", values);
      logger.info({ message: "plain", ...values } as never);
      logger.child(values).info("plain");
    });
    expect(text).not.toMatch(/ghp_|correct horse/);
    expect(text).toContain("[REDACTED]");
    expect(text).toContain("plain");
  }
  const text = logged(combine(redactFormat(), json()), (logger) => logger.info("plain", values));
  expect(JSON.parse(text).session).toEqual({ token: "[REDACTED]", kept: true });
});
