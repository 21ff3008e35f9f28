import { describe, expect, test } from "vitest";
import type { KafkaOptions } from "../../../src/adapters/kafka/options.ts";
import { clientIdOf, policyIdOf } from "../../../src/adapters/kafka/policy.ts";
import { type KafkaWorker, startKafka } from "../../../src/adapters/kafka/worker.ts";
import { FakeKafka } from "./fake-kafka.ts";

const COUNT = 500;

function filled(partitions = 3, to = partitions): FakeKafka {
  const kafka = new FakeKafka({ raw: partitions, clean: to, dead: 1 });
  for (let n = 0; n < COUNT; n++) kafka.put("raw", n % partitions, `n=${n} password=hunter${n}`);
  return kafka;
}

const start = (kafka: FakeKafka, options: Partial<KafkaOptions> = {}): Promise<KafkaWorker> =>
  startKafka({
    ...{ brokers: "127.0.0.1:9092", from: "raw", to: "clean", client: kafka.client },
    ...{ maxBatchRecords: 40, maxBatchMs: 5, ...options },
  });

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1));
}

const isDone = (kafka: FakeKafka) => () =>
  [...kafka.committed.values()].reduce((sum, next) => sum + next, 0) === COUNT;

/** Lost, doubled, raw: all of them none. */
function expectOnce(kafka: FakeKafka, partitions = 3): void {
  const expected = Array.from({ length: partitions }, (_, p) =>
    Array.from({ length: COUNT }, (_, n) => n)
      .filter((n) => n % partitions === p)
      .map((n) => `n=${n} password=[REDACTED]`),
  );
  expect(kafka.topics.get("clean")!.map((records) => records.map(({ value }) => String(value)))).toEqual(
    expected,
  );
}

test("each record comes out once, in its partition and its order", async () => {
  const kafka = filled();
  const worker = await start(kafka);
  await until(isDone(kafka));
  expect(worker.status()).toMatchObject({ isReady: true, state: "working", lag: { 0: 0, 1: 0, 2: 0 } });
  await worker.stop();
  expectOnce(kafka);
  expect(worker.status()).toMatchObject({
    records: COUNT,
    aborted: 0,
    withheld: 0,
    isReady: false,
    state: "stopped",
  });
  expect(kafka.log.at(-1)).toBe("left");
});

test("with fewer partitions, records of one stay together", async () => {
  const kafka = filled(4, 2);
  const worker = await start(kafka);
  await until(isDone(kafka));
  await worker.stop();
  const numbers = kafka.topics
    .get("clean")!
    .map((records) => records.map(({ value }) => Number(/\d+/.exec(String(value)))));
  expect(numbers.flat()).toHaveLength(COUNT);
  for (const partition of [0, 1, 2, 3]) {
    const own = numbers[partition % 2]!.filter((n) => n % 4 === partition);
    expect(own).toEqual(own.toSorted((a, b) => a - b));
  }
});

describe("what fails begins again at what was committed", () => {
  test.each([
    ["begin", {}],
    ["produce", {}],
    ["produce", { code: -184 }],
    ["offsets", {}],
    ["offsets", { isRetriable: true }],
    ["offsets", { code: 22, isTxnRequiresAbort: true }],
    ["commit", {}],
    ["commit", { isDone: true }],
    ["commit", { isRetriable: true }],
    ["commit", { code: 47, isFatal: true }],
  ] as const)("%s %j", async (at, fields) => {
    const kafka = filled();
    kafka.faults.push({ at, after: 2, ...fields });
    const worker = await start(kafka);
    await until(isDone(kafka));
    await worker.stop();
    expectOnce(kafka);
    expect(kafka.faults).toEqual([]);
  });

  test("but for another generation of the group: the batch in hand is tried again", async () => {
    const kafka = filled();
    kafka.faults.push({ at: "offsets", after: 2, code: 22 }, { at: "offsets", code: 27 });
    const worker = await start(kafka);
    await until(isDone(kafka));
    expect(worker.status()).toMatchObject({ aborted: 2, restarts: 0 });
    await worker.stop();
    expectOnce(kafka);
  });

  test("a generation that does not end is another session's", async () => {
    const kafka = filled();
    for (let i = 0; i < 5; i++) kafka.faults.push({ at: "offsets", code: 22 });
    const worker = await start(kafka);
    await until(isDone(kafka));
    expect(worker.status()).toMatchObject({ aborted: 5, restarts: 1 });
    await worker.stop();
    expectOnce(kafka);
  });

  test("also where the abort fails, too, and the broker is away for a while", async () => {
    const kafka = filled();
    kafka.faults.push({ at: "commit", after: 1 }, { at: "abort" }, { at: "connect", after: 2 });
    const messages: string[] = [];
    const worker = await start(kafka, { onMessage: (text) => messages.push(text) });
    await until(isDone(kafka));
    expect(worker.status()).toMatchObject({ restarts: 2, aborted: 1 });
    await worker.stop();
    expectOnce(kafka);
    expect(messages).toHaveLength(2);
    expect(messages[0]).toMatch(/begins again at what was committed/);
  });

  test("a right that is missing does not: somebody has to mend it", async () => {
    const kafka = filled();
    kafka.faults.push({ at: "commit", code: 29 });
    const worker = await start(kafka);
    await expect(worker.ended).rejects.toThrow(
      /may not read or write a topic.*Read on --from, Write on --to/,
    );
    expect(worker.status()).toMatchObject({ state: "failed", isReady: false });
    expect(kafka.values("clean")).toEqual([]);
  });
});

describe("partitions that the group wants back", () => {
  test("are handed over when the batch in hand is committed, not before", async () => {
    const kafka = filled();
    let batches = 0;
    const worker = await start(kafka, {
      onStep: (step) => {
        if (step === "produced" && ++batches === 2) kafka.consumers[0]!.revoke([0]);
      },
    });
    await until(() => kafka.log.includes("handed over"));
    const { log } = kafka;
    expect(log.slice(log.indexOf("revoked"), log.indexOf("handed over") + 1)).toEqual([
      "revoked",
      "offsets",
      "commit",
      "handed over",
    ]);
    await until(() => kafka.committed.get(1) === 167 && kafka.committed.get(2) === 166);
    await worker.stop();
    expect(kafka.committed.get(0)).toBe(80);
    expect(kafka.topics.get("clean")![0]).toHaveLength(80);
  });

  test.each(["begun", "produced", "offsets sent"])(
    "that were lost after %s are not committed",
    async (at) => {
      const kafka = filled();
      let batches = 0;
      const worker = await start(kafka, {
        onStep: (step) => {
          if (step === at && ++batches === 2) kafka.consumers[0]!.revoke([0, 1, 2], true);
        },
      });
      await until(isDone(kafka));
      expect(worker.status()).toMatchObject({ aborted: 1, restarts: 1 });
      await worker.stop();
      expectOnce(kafka);
    },
  );
});

describe("a record that cannot be written as it is", () => {
  const large = `n=7 ${"x".repeat(2_000)}`;

  test("too large: it alone is withheld, and nothing waits for it", async () => {
    const kafka = filled();
    kafka.topics.get("raw")![1]![50] = { value: Buffer.from(large), key: "k", timestamp: 5, headers: [] };
    kafka.maxBytes = 1_000;
    const worker = await start(kafka);
    await until(isDone(kafka));
    await worker.stop();
    const record = kafka.topics.get("clean")![1]![50]!;
    expect(String(record.value)).toBe("[scrubjay: line withheld]");
    expect(record).toMatchObject({ key: "k", timestamp: 5 });
    expect(record.headers).toEqual([{ "scrubjay-withheld": "too-large" }, { "scrubjay-source": "raw/1/50" }]);
    expect(kafka.values("clean").filter((value) => value.includes("withheld"))).toHaveLength(1);
    expect(worker.status()).toMatchObject({ records: COUNT, withheld: 1, deadLetters: 0 });
  });

  test("it goes to the dead-letter topic where there is one, without its value", async () => {
    const kafka = filled();
    kafka.topics.get("raw")![1]![50] = { value: Buffer.from(large), key: null, timestamp: 5, headers: [] };
    kafka.maxBytes = 1_000;
    const worker = await start(kafka, { deadLetter: "dead" });
    await until(isDone(kafka));
    await worker.stop();
    expect(kafka.values("dead")).toEqual(["[scrubjay: line withheld]"]);
    expect(kafka.values("clean")).toHaveLength(COUNT - 1);
    expect(worker.status()).toMatchObject({ withheld: 1, deadLetters: 1 });
  });
});

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
});
