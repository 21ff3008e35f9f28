import { describe, expect, test, vi } from "vitest";
import type { FakeKafka, Stored } from "./fake-kafka.ts";
import { COUNT, expectOnce, filled, isDone, start, until } from "./field.ts";

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

  const place = (kafka: FakeKafka, more: Partial<Stored>): void => {
    kafka.topics.get("raw")![1]![50] = {
      ...{ value: Buffer.from("n=7 password=hunter2"), key: null, timestamp: 5, headers: [] },
      ...more,
    };
  };

  test("its key alone is too large: nothing of its own is left, and its source is its key", async () => {
    const kafka = filled();
    place(kafka, { key: "k".repeat(2_000), headers: [{ a: "b" }] });
    kafka.maxBytes = 1_000;
    const worker = await start(kafka, { deadLetter: "dead", onMessage: () => {} });
    await until(isDone(kafka));
    await worker.stop();
    expect(kafka.topics.get("dead")![0]).toEqual([
      {
        ...{ value: Buffer.from("[scrubjay: line withheld]"), key: "raw/1/50", timestamp: null },
        headers: [{ "scrubjay-withheld": "too-large" }, { "scrubjay-source": "raw/1/50" }],
      },
    ]);
    expect(kafka.values("clean")).toHaveLength(COUNT - 1);
  });

  test("a dead-letter topic that takes not even that ends the worker, and nothing is committed of it", async () => {
    const kafka = filled();
    place(kafka, { value: Buffer.from(large) });
    kafka.maxBytes = 1_000;
    kafka.limits.set("dead", 10);
    const worker = await start(kafka, { deadLetter: "dead", onMessage: () => {} });
    await expect(worker.ended).rejects.toThrow(
      /--dead-letter dead refuses the record raw\/1\/50, .*max.message.bytes/,
    );
    expect(kafka.committed.get(1)).toBeLessThanOrEqual(50);
    expect(kafka.values("dead")).toEqual([]);
    expect(kafka.values("clean").join()).not.toContain("hunter");
  });

  test("without a key, where the topic is compacted: the worker ends and says why", async () => {
    const kafka = filled();
    kafka.topics.set(
      "raw",
      kafka.topics.get("raw")!.map((all) => all.map((each, i) => ({ ...each, key: `${i}` }))),
    );
    place(kafka, { key: null });
    kafka.compacted = "clean";
    const worker = await start(kafka, { onMessage: () => {} });
    await expect(worker.ended).rejects.toThrow(
      /--to clean refuses the record raw\/1\/50.*a compacted topic takes no record without a key.*or give --dead-letter/,
    );
    expect(kafka.committed.get(1)).toBeLessThanOrEqual(50);
  });

  test("the same with a dead-letter topic goes there, and the rest goes on", async () => {
    const kafka = filled();
    kafka.topics.set(
      "raw",
      kafka.topics.get("raw")!.map((all) => all.map((each, i) => ({ ...each, key: `${i}` }))),
    );
    place(kafka, { key: null });
    kafka.compacted = "clean";
    const worker = await start(kafka, { deadLetter: "dead", onMessage: () => {} });
    await until(isDone(kafka));
    await worker.stop();
    expect(kafka.topics.get("dead")![0]![0]!.headers[0]).toEqual({ "scrubjay-withheld": "refused" });
    expect(kafka.values("clean")).toHaveLength(COUNT - 1);
  });
});

describe("keys that are redacted may meet", () => {
  const options = { redactKeys: true, onMessage: () => {} };

  test("that is said, and refused where the topic is compacted: nothing is read", async () => {
    const messages: string[] = [];
    const kafka = filled();
    const worker = await start(kafka, { ...options, onMessage: (text) => messages.push(text) });
    await until(isDone(kafka));
    await worker.stop();
    expectOnce(kafka);
    expect(messages).toEqual([expect.stringMatching(/keys are redacted with a censor.*--censor hash/)]);
    const compacted = filled();
    compacted.compacted = "clean";
    await expect(start(compacted, options)).rejects.toThrow(/--to clean is compacted.*--censor hash/);
    expect(compacted.committed.size).toBe(0);
    expect(compacted.values("clean")).toEqual([]);
  });

  test("not under hash", async () => {
    const messages: string[] = [];
    const kafka = filled();
    kafka.topics.set(
      "raw",
      kafka.topics.get("raw")!.map((all) => all.map((each, i) => ({ ...each, key: `password=k${i}` }))),
    );
    kafka.compacted = "clean";
    vi.stubEnv("SCRUBJAY_HMAC_KEY", "0123456789abcdef".repeat(2));
    const redactor = { censor: "hash" } as const;
    const worker = await start(kafka, { ...options, redactor, onMessage: (text) => messages.push(text) });
    await until(isDone(kafka));
    await worker.stop();
    const keys = kafka.topics.get("clean")!.map((all) => new Set(all.map(({ key }) => String(key))).size);
    expect(keys.reduce((sum, size) => sum + size, 0)).toBe(COUNT);
    expect(messages).toEqual([]);
  });
});

test("an empty value stays one, and an empty key", async () => {
  const kafka = filled();
  kafka.topics.get("raw")![0]![3] = {
    ...{ value: Buffer.alloc(0), key: Buffer.alloc(0) },
    timestamp: 1,
    headers: [],
  };
  const worker = await start(kafka);
  await until(isDone(kafka));
  await worker.stop();
  expect(kafka.topics.get("clean")![0]![3]).toMatchObject({ value: Buffer.alloc(0), key: Buffer.alloc(0) });
});

test("values that are not UTF-8 are counted, and said once", async () => {
  const kafka = filled();
  for (const partition of [0, 1])
    kafka.topics.get("raw")![partition]![0] = {
      ...{ value: Buffer.from([0x1f, 0x8b, 0x08, 0xff]), key: null, timestamp: 1, headers: [] },
    };
  const messages: string[] = [];
  const worker = await start(kafka, { onMessage: (text) => messages.push(text) });
  await until(isDone(kafka));
  await worker.stop();
  expect(worker.status()).toMatchObject({ binary: 2, withheld: 2 });
  expect(messages.filter((text) => text.includes("not UTF-8"))).toHaveLength(1);
});
