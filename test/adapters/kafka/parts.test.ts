import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Consumer, Place } from "../../../src/adapters/kafka/client.ts";
import { errorOf, KafkaError } from "../../../src/adapters/kafka/errors.ts";
import { policyIdOf, policyText } from "../../../src/adapters/kafka/group/policy.ts";
import { positionsOf } from "../../../src/adapters/kafka/group/positions.ts";
import { Batch } from "../../../src/adapters/kafka/records/batch.ts";
import {
  consumerSettings,
  producerSettings,
  readSettings,
  withoutValues,
} from "../../../src/adapters/kafka/settings.ts";
import { answerTo } from "../../../src/adapters/kafka/status-server.ts";
import type { KafkaStatus } from "../../../src/adapters/kafka/status-text.ts";
import { createRedactor } from "../../../src/redactor/redactor.ts";

const record = (partition: number, offset: number, value = "x") => ({
  topic: "raw",
  partition,
  offset,
  value: Buffer.from(value),
});

describe("a batch", () => {
  const limits = { maxBytes: 1_000, maxRecords: 5, maxMs: 100 };

  test("is open until it has its bytes, its records or its time", () => {
    const batch = new Batch();
    expect(batch.isOpen(limits, 1e9)).toBe(true);
    batch.add([record(0, 1)], 1_000);
    expect(batch.isOpen(limits, 1_099)).toBe(true);
    expect(batch.isOpen(limits, 1_100)).toBe(false);
    batch.add([record(0, 2, "x".repeat(900))], 1_050);
    expect(batch.isOpen(limits, 1_050)).toBe(false);
    const many = new Batch();
    many.add(
      [1, 2, 3, 4].map((offset) => record(0, offset)),
      0,
    );
    expect(many.isOpen(limits, 0)).toBe(true);
    many.add([record(0, 5)], 0);
    expect(many.isOpen(limits, 0)).toBe(false);
  });

  test("goes on after the last record of each partition", () => {
    const batch = new Batch();
    batch.add([record(0, 7), record(1, 3), { ...record(0, 9), leaderEpoch: 4 }], 0);
    expect(batch.next()).toEqual([
      { topic: "raw", partition: 0, offset: 10, leaderEpoch: 4 },
      { topic: "raw", partition: 1, offset: 4 },
    ]);
  });
});

test.each([
  [-195, "session"],
  [51, "session"],
  [22, "session"],
  [29, "setup"],
  [50, "setup"],
  [53, "setup"],
])("the error %i is one of the %s", (code, kind) => {
  expect(errorOf(Object.assign(new Error("no"), { code }), "x").kind).toBe(kind);
});

test("no value of a setting stands in a message", () => {
  const error = new KafkaError("setup", 'Invalid value "xq9zw2" for configuration property "sasl.x1"', 3);
  const hidden = withoutValues(error, { "security.protocol": "xq9zw2", "linger.ms": 1 });
  expect(hidden).toMatchObject({ kind: "setup", code: 3 });
  expect(hidden.message).toBe('Invalid value "…" for configuration property "sasl.x1"');
  expect(withoutValues(error, undefined)).toBe(error);
});

describe("where a partition goes on", () => {
  const places = [{ topic: "raw", partition: 3 }];
  const asked = (answers: readonly (Place | Error)[]) => {
    let asks = 0;
    const consumer: Pick<Consumer, "committed"> = {
      committed: (_places, _ms, done) => done(null, [answers[Math.min(asks++, answers.length - 1)] as Place]),
    };
    return { consumer, asks: () => asks };
  };

  test("is what was committed, or the start that was chosen", async () => {
    const { consumer } = asked([{ ...places[0]!, offset: 12 }]);
    expect(await positionsOf(consumer, places, "earliest", () => true)).toEqual([
      { ...places[0], offset: 12 },
    ]);
    const none = asked([places[0]!]).consumer;
    expect(await positionsOf(none, places, "earliest", () => true)).toEqual([{ ...places[0], offset: -2 }]);
    expect(await positionsOf(none, places, "latest", () => true)).toEqual([{ ...places[0], offset: -1 }]);
  });

  test("is asked again while a transaction is pending, and never the start then", async () => {
    const pending = new Error("Broker: Unstable offset commit");
    const { consumer, asks } = asked([pending, pending, { ...places[0]!, offset: 1_000 }]);
    expect(await positionsOf(consumer, places, "earliest", () => true)).toEqual([
      { ...places[0], offset: 1_000 },
    ]);
    expect(asks()).toBe(3);
    await expect(positionsOf(asked([pending]).consumer, places, "earliest", () => false)).rejects.toThrow(
      /the worker ends/,
    );
  });
});

describe("settings", () => {
  const folder = mkdtempSync(join(tmpdir(), "scrubjay-kafka-settings-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (text: string): string => {
    const path = join(folder, "client.properties");
    writeFileSync(path, text);
    return path;
  };
  const common = {
    ...{ brokers: "b:1", clientId: "c", group: "g", transactionalId: "t", transactionTimeoutMs: 9_000 },
    ...{
      start: "earliest" as const,
      own: { "sasl.password": "p", "linger.ms": 1, "session.timeout.ms": 7_000 },
    },
  };

  test("of a file are lines or JSON", () => {
    const expected = { "sasl.mechanism": "PLAIN", "sasl.password": "a = b#c" };
    expect(readSettings(file("# login\nsasl.mechanism = PLAIN\r\n\nsasl.password=a = b#c\n"))).toEqual(
      expected,
    );
    expect(readSettings(file(JSON.stringify(expected)))).toEqual(expected);
  });

  test.each([
    ["sasl.mechanism PLAIN secret-word\n", /client\.properties:1: a line must be NAME=VALUE/],
    ["\ngroup.id=x\nenable.idempotence=false\n", /group\.id, enable\.idempotence cannot be set there/],
    ["auto.offset.reset=latest\ntransaction.timeout.ms=5", /auto\.offset\.reset, transaction\.timeout\.ms/],
    ["{ no secret-word", /is not JSON/],
  ])("%j is refused, and no value is shown", (text, message) => {
    expect(() => readSettings(file(text))).toThrow(message);
    expect(() => readSettings(file(text))).not.toThrow(/secret-word/);
  });

  test("each client gets its own of them, and what exactly once rests on", () => {
    const [consumer] = consumerSettings(common, undefined);
    const [producer] = producerSettings(common);
    expect(consumer).toMatchObject({
      "sasl.password": "p",
      "session.timeout.ms": 7_000,
      "isolation.level": "read_committed",
      "enable.auto.commit": false,
    });
    expect(consumer).not.toHaveProperty("linger.ms");
    expect(producer).toMatchObject({
      "sasl.password": "p",
      "linger.ms": 1,
      "transactional.id": "t",
      "enable.idempotence": true,
    });
    expect(producer).not.toHaveProperty(["session.timeout.ms"]);
  });
});

describe("a policy", () => {
  test("is the same whatever the order of options, and another with other rules or another version", () => {
    expect(policyIdOf({ keys: ["a"], censor: "label" })).toBe(
      policyIdOf({ censor: "label", keys: ["a"], rules: undefined }),
    );
    expect(policyIdOf({ keys: ["a"] })).not.toBe(policyIdOf({ keys: ["b"] }));
    expect(policyIdOf({ keys: ["a", "b"] })).not.toBe(policyIdOf({ keys: ["b", "a"] }));
    expect(policyText({}, "1.0.0")).not.toBe(policyText({}, "1.0.1"));
    expect(policyIdOf({})).toMatch(/^[0-9a-f]{16}$/);
  });

  test("has no secret in its text", () => {
    const secret = ["zq8lw2", "xk9d"].join("");
    expect(policyText({ secrets: [secret] }, "1")).toBe('{"options":{"secrets":1},"version":"1"}');
  });
});

describe("the status", () => {
  const status: KafkaStatus = {
    ...{
      isReady: true,
      state: "working",
      policyId: "0123456789abcdef",
      otherPolicies: [],
      records: 12,
      tombstones: 1,
    },
    ...{
      withheld: 2,
      deadLetters: 0,
      binary: 0,
      committed: 3,
      aborted: 0,
      rebalances: 1,
      restarts: 0,
      lag: { 0: 5, 3: 0 },
    },
    ...{ lastError: undefined, stats: createRedactor().stats() },
  };

  test("is served as metrics, as JSON and as what an orchestrator asks for", () => {
    const { body } = answerTo("/metrics", status);
    for (const line of [
      "scrubjay_kafka_records_total 12",
      'scrubjay_kafka_lag_records{partition="0"} 5',
      "scrubjay_kafka_ready 1",
      "scrubjay_bytes_total 0",
    ])
      expect(body.split("\n")).toContain(line);
    expect(JSON.parse(answerTo("/status?x", status).body)).toMatchObject({ records: 12, lag: { 3: 0 } });
    expect(answerTo("/ready", status).code).toBe(200);
    expect(answerTo("/ready", { ...status, isReady: false, state: "waiting" })).toMatchObject({
      code: 503,
      body: "waiting\n",
    });
    expect(answerTo("/live", { ...status, state: "waiting" }).code).toBe(200);
    expect(answerTo("/live", { ...status, state: "failed" }).code).toBe(503);
    expect(answerTo("/", status).code).toBe(404);
  });
});
