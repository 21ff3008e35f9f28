import { describe, expect, test } from "vitest";
import { createRedactor } from "../../src/index.ts";
import { LEARNT_MOST, LEARNT_MS, LearntValues, looksGenerated } from "../../src/known/learnt-values.ts";
import { createByteRedactor } from "../../src/redactor/stream-redactor.ts";

const TOKEN = ["x7Kp2", "Qm9Zt4", "Wv"].join("");

describe("a value that was seen under a name", () => {
  test("is replaced without the name in the same text and in later ones", () => {
    const redactor = createRedactor({ learn: true, censor: "label" });
    expect(redactor.redact(`saw ${TOKEN}`)).toBe(`saw ${TOKEN}`);
    expect(redactor.redact(`saw ${TOKEN} token=${TOKEN}`)).toBe(
      "saw [REDACTED:secret/learnt] token=[REDACTED:key/token]",
    );
    expect(redactor.redact(`saw ${Buffer.from(TOKEN).toString("hex")}`)).toBe("saw [REDACTED:secret/learnt]");
  });

  test("is replaced in an object, before its name and after it", () => {
    const redactor = createRedactor({ learn: true });
    const record = { url: `/u/${TOKEN}`, headers: { authorization: `Bearer ${TOKEN}` }, said: [TOKEN] };
    expect(redactor.redact(record)).toEqual({
      url: "/u/[REDACTED]",
      headers: { authorization: "Bearer [REDACTED]" },
      said: ["[REDACTED]"],
    });
    expect(redactor.redact({ id: TOKEN })).toEqual({ id: "[REDACTED]" });
  });

  test("is not known to other redactors, or without the option", () => {
    createRedactor({ learn: true }).redact(`token=${TOKEN}`);
    expect(createRedactor({ learn: true }).redact(TOKEN)).toBe(TOKEN);
    const plain = createRedactor();
    plain.redact(`token=${TOKEN}`);
    expect(plain.redact(TOKEN)).toBe(TOKEN);
  });

  test("has one pseudonym in all places", () => {
    process.env.SCRUBJAY_HMAC_KEY = "0123456789abcdef-of-a-test";
    const text = `${TOKEN} ${TOKEN.toUpperCase()} token=${TOKEN} ${Buffer.from(TOKEN).toString("base64")}`;
    const redacted = createRedactor({ learn: true, censor: "hash" }).redact(text);
    delete process.env.SCRUBJAY_HMAC_KEY;
    expect(new Set(redacted.match(/#[0-9a-f]{12}/g)).size).toBe(1);
    expect(redacted.match(/#[0-9a-f]{12}/g)).toHaveLength(4);
  });

  test("is shown by nothing that prints the redactor", () => {
    const redactor = createRedactor({ learn: true });
    redactor.redact(`token=${TOKEN}`);
    expect(JSON.stringify([redactor, redactor.stats(), redactor.secrets])).not.toContain(TOKEN);
    expect(redactor.secrets.size).toBe(0);
  });
});

test.each([
  "correct horse",
  "Summer2026Holiday",
  "administrator",
  "2026-11-30T12:00:00Z",
  "123456789012345",
  "order-number-17",
  "short1A2b3",
  "550e8400-e29b-41d4-a716-446655440000",
])("%s, which somebody could have written, is not learnt", (value) => {
  expect(looksGenerated(value)).toBe(false);
  const redactor = createRedactor({ learn: true });
  redactor.redact(`{"password":"${value}"}`);
  expect(redactor.redact(`saw ${value}`)).toBe(`saw ${value}`);
});

describe("what is learnt", () => {
  test("is forgotten after ten minutes without being seen", () => {
    let now = 0;
    const learnt = new LearntValues(() => now);
    learnt.learn(TOKEN);
    now = LEARNT_MS - 1;
    learnt.learn(TOKEN);
    now = LEARNT_MS + 1;
    learnt.expire();
    expect(learnt.values.size).toBe(1);
    now = 2 * LEARNT_MS;
    learnt.expire();
    expect(learnt.values.size).toBe(0);
  });

  test("is so many values at the most, of which the oldest goes first", () => {
    const learnt = new LearntValues(() => 0);
    const nth = (i: number): string => `k4Z${i}q9Wx7Lm${i}`;
    for (let i = 0; i <= LEARNT_MOST; i++) learnt.learn(nth(i));
    expect(learnt.values.size).toBe(LEARNT_MOST);
    expect(learnt.values.has(nth(0))).toBe(false);
    expect(learnt.values.has(nth(1))).toBe(true);
  });
});

test("a stream learns the same however it is cut", () => {
  const text = [
    `early ${TOKEN}`,
    `{"a":"${TOKEN}","password":"${TOKEN}"}`,
    `later ${TOKEN}`,
    `Authorization: Bearer ${TOKEN.toLowerCase()}8`,
    `x ${TOKEN}${TOKEN} ${Buffer.from(TOKEN).toString("base64")}`,
    "",
  ].join("\n");
  const bytes = Buffer.from(text);
  const redact = (sizes: (at: number) => number): string => {
    const redactor = createByteRedactor({ learn: true, censor: "label" });
    const out: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; ) {
      const size = sizes(at);
      out.push(...redactor.push(bytes.subarray(at, at + size)));
      at += size;
    }
    return Buffer.concat([...out, ...redactor.end()]).toString();
  };
  const whole = redact(() => bytes.length);
  expect(whole).toContain(
    `early ${TOKEN}\n{"a":"[REDACTED:secret/learnt]","password":"[REDACTED:key/password]"}`,
  );
  expect(whole).toContain("later [REDACTED:secret/learnt]");
  for (let cut = 1; cut < bytes.length; cut++)
    expect(redact((at) => (at === 0 ? cut : bytes.length))).toBe(whole);
  for (const size of [1, 2, 3, 7, 40]) expect(redact(() => size)).toBe(whole);
});
