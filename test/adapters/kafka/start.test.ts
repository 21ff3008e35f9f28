import { describe, expect, test } from "vitest";
import { clientIdOf, policyIdOf } from "../../../src/adapters/kafka/group/policy.ts";
import type { KafkaOptions } from "../../../src/adapters/kafka/options.ts";
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
    await worker.reload({ keys: ["ssn"] });
    await until(() => kafka.consumers.length === 2 && worker.status().isReady);
    kafka.put("raw", 0, "ssn=078-05-1120");
    await until(() => kafka.values("clean").includes("ssn=[REDACTED]"));
    expect(kafka.consumers.map(({ clientId }) => clientId)).toEqual([clientIdOf(own), other]);
    await worker.stop();
  });

  test("a reload that cannot work leaves the one before in force", async () => {
    const kafka = filled();
    const worker = await start(kafka);
    await expect(worker.reload({ rules: ["no/such"] })).rejects.toThrow(/no\/such/);
    await expect(worker.reload({ mode: "observe" })).rejects.toThrow(/replaces nothing/);
    await until(isDone(kafka));
    expect(worker.status().policyId).toBe(own);
    await worker.stop();
    expectOnce(kafka);
  });
});

describe("a reload beside other workers", () => {
  const own = clientIdOf(policyIdOf({}));

  test("is refused where they have another policy, and the one before stays in force", async () => {
    const kafka = filled();
    const worker = await start(kafka);
    kafka.members = [own, own];
    await expect(worker.reload({ keys: ["ssn"] })).rejects.toThrow(/is not that of the group scrubjay-clean/);
    await until(isDone(kafka));
    expect(worker.status()).toMatchObject({ policyId: policyIdOf({}), isReady: true });
    expect(kafka.consumers).toHaveLength(1);
    await worker.stop();
    expectOnce(kafka);
  });

  test("is taken where that is allowed", async () => {
    const kafka = filled();
    const worker = await start(kafka, { anyPolicy: true, onMessage: () => {} });
    kafka.members = [own, own];
    await worker.reload({ keys: ["ssn"] });
    expect(worker.status().policyId).toBe(policyIdOf({ keys: ["ssn"] }));
    await worker.stop();
  });

  test("is dropped when the worker stops, or other options come", async () => {
    const worker = await start(filled());
    const both = [worker.reload({ keys: ["ssn"] }), worker.reload({ keys: ["pin"] })];
    await expect(both[0]).rejects.toThrow(/other options came/);
    await both[1];
    const late = worker.reload({ keys: ["ssn"] });
    const stopped = worker.stop();
    await expect(late).rejects.toThrow(/the worker has ended/);
    await stopped;
    await expect(worker.reload({ keys: ["ssn"] })).rejects.toThrow(/the worker has ended/);
  });

  test("a worker that comes back to another policy writes nothing until that has gone", async () => {
    const kafka = filled();
    const messages: string[] = [];
    const worker = await start(kafka, { onMessage: (text) => messages.push(text) });
    await until(isDone(kafka));
    kafka.members = [clientIdOf(policyIdOf({ keys: ["ssn"] }))];
    kafka.faults.push({ at: "commit" });
    kafka.put("raw", 0, "late");
    await until(() => messages.some((text) => /the policy of this worker/.test(text)));
    expect(kafka.values("clean")).not.toContain("late");
    kafka.members = [];
    await until(() => kafka.values("clean").includes("late"));
    await worker.stop();
  });
});

describe("one name of two workers", () => {
  test("is said by the one that was fenced three times", async () => {
    const kafka = filled();
    for (let i = 0; i < 3; i++) kafka.faults.push({ at: "commit", code: -144, isFatal: true });
    const worker = await start(kafka, { instance: "pod-1", onMessage: () => {} });
    await expect(worker.ended).rejects.toThrow(
      /another worker has taken the transactional id.*--instance pod-1/,
    );
  });

  test("without a name of its own a fenced worker begins again", async () => {
    const kafka = filled();
    for (let i = 0; i < 3; i++) kafka.faults.push({ at: "commit", code: -144, isFatal: true });
    const worker = await start(kafka, { onMessage: () => {} });
    await until(isDone(kafka));
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
    ["a handling that is none", { binary: "keep" as never }, /binary must be "pass" or "withhold"/],
    ["a start that is none", { start: "now" as never }, /start must be "earliest" or "latest"/],
    ["a group without a name", { group: "" }, /group must not be empty/],
    ["an instance without a name", { instance: "" }, /instance must not be empty/],
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
