import { describe, expect, test } from "vitest";
import { redactProcessor } from "../../src/adapters/opentelemetry.ts";
import { redactHooks } from "../../src/adapters/pino.ts";
import { createRedactStream } from "../../src/adapters/stream.ts";
import * as web from "../../src/adapters/web.ts";
import { redactFormat } from "../../src/adapters/winston.ts";
import { createRedactor, RedactorConfigError } from "../../src/index.ts";

const entries: Readonly<Record<string, (options: never) => unknown>> = {
  createRedactor,
  redactHooks,
  redactFormat,
  createRedactStream,
  "web's createRedactStream": web.createRedactStream,
  redactProcessor: (options) => redactProcessor({ onEnd() {} }, options),
};

const cyclic: { self?: unknown } = {};
cyclic.self = cyclic;

const wrong: readonly unknown[] = [
  ...[null, 7, "text", [], () => {}],
  ...[
    { bogus: 1 },
    { rules: "a" },
    { rules: [null] },
    { rules: [{}] },
    { rules: ["no/such"] },
    { keys: [7] },
  ],
  ...[{ paths: ["a..b"] }, { paths: [7] }, { paths: "a" }, { remove: true }, { censor: 7 }, { censor: {} }],
  ...[{ censor: 7n }, { censor: cyclic }, { paths: [7n] }, { keys: [7n] }],
  ...[
    { allow: [{}] },
    { allow: [{ pattern: "(" }] },
    { onMatch: 7 },
    { rules: [{ id: "a/b", pattern: "(" }] },
  ],
];

describe.each(Object.entries(entries))("%s", (_, make) => {
  test.each(wrong.map((options) => [options]))("%o is refused", (options) => {
    let error: unknown;
    try {
      make(options as never);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(RedactorConfigError);
    expect((error as Error).message.length).toBeGreaterThan(20);
  });
});
