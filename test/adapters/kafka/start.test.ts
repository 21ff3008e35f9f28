import { describe, expect, test } from "vitest";
import type { KafkaOptions } from "../../../src/adapters/kafka/options.ts";
import { clientIdOf, policyIdOf } from "../../../src/adapters/kafka/policy.ts";
import { expectOnce, filled, isDone, start, until } from "./field.ts";

describe("policies", () => {
  const own = policyIdOf({});
  const other = clientIdOf(policyIdOf({ keys: ["ssn"] }));

  test("that differ are refused before anything is written", async () => {
    const kafka = filled();
    kafka.members = [clientIdOf(own), other, "kcat"];
    await expect(start(kafka)).rejects.toThrow(
      /the policy of this worker \([0-9a-f]{16}\) is not that of the group scrubjay-clean/,
    );
    expect(kafka.values("clean")).toEqual([]);
    expect(kafka.committed.size).toBe(0);
  });

  test("that are the same, and those of other programs, are not", async () => {
    const kafka = filled();
    kafka.members = [clientIdOf(own), "kcat", "scrubjay-exporter"];
    await (await start(kafka)).stop();
  });

  test("that differ are said where they are allowed", async () => {
    const kafka = filled();
    kafka.members = [other];
    const messages: string[] = [];
    const worker = await start(kafka, { anyPolicy: true, onMessage: (text) => messages.push(text) });
    expect(worker.status().otherPolicies).toEqual([policyIdOf({ keys: ["ssn"] })]);
    expect(messages[0]).toMatch(/have another policy/);
    await worker.stop();
  });

  test("a reload takes the new one, under a client id of its own", async () => {
    const kafka = filled();
    const worker = await start(kafka);
    await until(isDone(kafka));
    worker.reload({ keys: ["ssn"] });
    await until(() => kafka.consumers.length === 2 && worker.status().isReady);
    kafka.put("raw", 0, "ssn=078-05-1120");
    await until(() => kafka.values("clean").includes("ssn=[REDACTED]"));
    expect(kafka.consumers.map(({ clientId }) => clientId)).toEqual([clientIdOf(own), other]);
    await worker.stop();
  });

  test("a reload that cannot work leaves the one before in force", async () => {
    const kafka = filled();
    const worker = await start(kafka);
    expect(() => worker.reload({ rules: ["no/such"] })).toThrow(/no\/such/);
    expect(() => worker.reload({ mode: "observe" })).toThrow(/replaces nothing/);
    await until(isDone(kafka));
    expect(worker.status().policyId).toBe(own);
    await worker.stop();
    expectOnce(kafka);
  });
});

describe("at the start", () => {
  test.each<[what: string, options: Partial<KafkaOptions>, message: RegExp]>([
    [
      "a topic that is missing",
      { to: "nowhere" },
      /--to nowhere: there is no such topic, or this client may not see it/,
    ],
    ["a dead-letter topic that is missing", { deadLetter: "nowhere" }, /--dead-letter nowhere/],
    ["one topic for both", { to: "raw" }, /from and to must be two topics/],
    [
      "the topic that is read as dead letters",
      { deadLetter: "raw" },
      /deadLetter must not be the topic that is read/,
    ],
    ["a name that is no topic's", { from: "a b" }, /from must be the name of a topic/],
    ["no broker", { brokers: [] }, /brokers are needed/],
    ["a size that is no number", { maxBatchBytes: 0 }, /maxBatchBytes must be a whole number, 1 or more/],
    ["mode observe", { redactor: { mode: "observe" } }, /records would be written raw/],
    [
      "a setting that exactly once rests on",
      { clientConfig: { "isolation.level": "read_uncommitted" } },
      /isolation\.level cannot be set there/,
    ],
  ])("%s is refused", async (_, options, message) => {
    const kafka = filled();
    await expect(start(kafka, options)).rejects.toThrow(message);
    expect(kafka.values("clean")).toEqual([]);
  });

  test.each([
    [{ at: "connect", code: -195 } as const, /the consumer cannot connect to 127\.0\.0\.1:9092/],
    [{ at: "connect", code: -169 } as const, /refuses the login; check sasl\.username/],
    [
      { at: "init", code: 53 } as const,
      /transactions cannot begin: this client may not use the transactional id/,
    ],
  ])("%j is said, not tried for ever", async (fault, message) => {
    const kafka = filled();
    kafka.faults.push(fault);
    await expect(start(kafka)).rejects.toThrow(message);
  });

  test.each([
    ["authentication failure", /refuses the login/],
    ["ssl error", /TLS failed; check security\.protocol/],
  ])("what the client says by itself while it connects is told: %s", async (text, message) => {
    const kafka = filled();
    kafka.sayings = [text, "all broker connections are down"];
    kafka.faults.push({ at: "connect", code: -195 });
    await expect(start(kafka)).rejects.toThrow(message);
  });

  test.each([
    ["raw", [4, 8], /--from raw: this client has no right to it; it needs Read/],
    ["clean", [3, 8], /--to clean: .* needs Write/],
    ["dead", [3, 8], /--dead-letter dead: .* needs Write/],
  ])("a right on %s that is missing is told", async (topic, operations, message) => {
    const kafka = filled();
    kafka.rights.set(topic, operations);
    await expect(start(kafka, { deadLetter: "dead" })).rejects.toThrow(message);
    expect(kafka.committed.size).toBe(0);
  });

  test("rights that are there are enough", async () => {
    const kafka = filled();
    kafka.rights.set("raw", [3]).set("clean", [4]);
    await (await start(kafka)).stop();
  });
});
