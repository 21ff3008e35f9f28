import { expect, test } from "vitest";
import { createRedactor, type Redactor } from "../../src/redactor/redactor.ts";
import { createByteRedactor } from "../../src/redactor/stream-redactor.ts";
import { randomSecret } from "../samples/random-secret.ts";

const secrets = Array.from({ length: 3 }, () => randomSecret(20));
const text = `password=${secrets[0]} and token=${secrets[1]} and secret=${secrets[2]}`;
const other = `x ${"y".repeat(100)} password=${randomSecret(30)} token=${randomSecret(9)} ${"z".repeat(200)}`;
const inputs: readonly unknown[] = [
  text,
  Buffer.from(text),
  { password: secrets[0], a: { token: secrets[1], note: text } },
  `${"clean ".repeat(20_000)}${text}`,
];
const shown = (value: unknown): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString() : JSON.stringify(value);

// A listener that logs, through the logger it listens to, is nothing odd.
test.each(["onMatch", "censor"] as const)("%s may itself redact with the same redactor", (option) => {
  const nested = (redactor: () => Redactor): (() => string) => {
    let depth = 0;
    return () => {
      if (depth++ === 0)
        for (const input of [other, { note: other }, Buffer.from(other)]) redactor().redact(input);
      depth--;
      return "[REDACTED]";
    };
  };
  const expected = createRedactor();
  const redactor: Redactor = createRedactor({ [option]: nested(() => redactor) });
  for (const input of inputs) {
    expect(shown(redactor.redact(input))).toBe(shown(expected.redact(input)));
    expect(redactor.stringify(input)).toBe(expected.stringify(input));
  }
  expect(redactor.stats().withheld).toBe(0);

  const stream = createByteRedactor({ [option]: nested(() => redactor) });
  const out = Buffer.concat([...stream.push(Buffer.from(`${text}\n`)), ...stream.end()]).toString();
  expect(out).toBe(`${expected.redact(text)}\n`);
});
