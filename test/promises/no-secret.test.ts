import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { createRedactor } from "../../src/redactor/redactor.ts";
import { createByteRedactor } from "../../src/redactor/stream-redactor.ts";
import { randomSecret } from "../samples/random-secret.ts";

const secret = randomSecret(24);
const inputs: readonly unknown[] = [
  `password=${secret} token: "${secret}" https://a:${secret}@h/ Bearer ${secret}`,
  Buffer.from(`{"authorization":"Bearer ${secret}"}`),
  { password: secret, list: [{ token: secret }], note: `secret=${secret}` },
];

const shown = (value: unknown): string =>
  `${inspect(value, { depth: 9, showHidden: true })} ${JSON.stringify(value)}`;

describe("our own output never holds a secret", () => {
  test("matches, events, statistics and the redactor itself", () => {
    const events: unknown[] = [];
    const redactor = createRedactor({ onMatch: (event) => events.push(event) });
    for (const input of inputs) {
      expect(shown(redactor.redact(input))).not.toContain(secret);
      expect(redactor.stringify(input)).not.toContain(secret);
      if (typeof input === "string" || input instanceof Uint8Array)
        expect(shown(redactor.scan(input))).not.toContain(secret);
    }
    expect(events.length).toBeGreaterThan(5);
    expect(shown(events)).not.toContain(secret);
    expect(shown(redactor.stats())).not.toContain(secret);
    expect(shown(redactor)).not.toContain(secret);
  });

  test("what a censor or a listener throws", () => {
    const fail = (): never => {
      throw new Error(`it was ${secret}`);
    };
    for (const options of [{ censor: fail }, { onMatch: fail }]) {
      const redactor = createRedactor(options);
      for (const input of inputs) {
        expect(shown(redactor.redact(input))).not.toContain(secret);
        expect(redactor.stringify(input)).not.toContain(secret);
      }
      const stream = createByteRedactor(options);
      const out = [...stream.push(Buffer.from(`password=${secret}\n`)), ...stream.end()];
      expect(Buffer.concat(out).toString()).not.toContain(secret);
    }
  });

  test("errors of a wrong configuration or argument", () => {
    const message = (run: () => unknown): string => {
      try {
        run();
      } catch (error) {
        return shown(error);
      }
      return "";
    };
    const redactor = createRedactor();
    expect(message(() => redactor.scan({ password: secret } as never))).toMatch(/string or bytes/);
    expect(message(() => redactor.scan({ password: secret } as never))).not.toContain(secret);
  });

  test("a getter that throws the secret", () => {
    const value = {
      get password(): never {
        throw new Error(secret);
      },
      note: `token=${secret}`,
    };
    const redactor = createRedactor();
    expect(shown(redactor.redact(value) === (value as unknown))).toContain("false");
    expect(redactor.stringify(value)).not.toContain(secret);
  });
});
