import { describe, expect, test } from "vitest";
import { COUNT, expectOnce, filled, isDone, start, until } from "./field.ts";

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
  expect(kafka.log.slice(-3)).toEqual(["left", "revoked", "handed over"]);
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

  test("also for a new generation of the group: the same producer does not try again", async () => {
    const kafka = filled();
    kafka.faults.push({ at: "offsets", after: 2, code: 22 });
    const worker = await start(kafka);
    await until(isDone(kafka));
    expect(worker.status()).toMatchObject({ aborted: 1, restarts: 1 });
    expect(kafka.log.filter((call) => call === "init")).toHaveLength(2);
    await worker.stop();
    expectOnce(kafka);
  });

  test("also where the client refuses the partitions that the group gave", async () => {
    const kafka = filled();
    const worker = await start(kafka);
    await until(isDone(kafka));
    kafka.faults.push({ at: "assign", code: -172 });
    worker.reload({ keys: ["ssn"] });
    await until(() => worker.status().restarts === 1 && worker.status().isReady);
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

  test("is not ready while no broker is there", async () => {
    const kafka = filled();
    const worker = await start(kafka);
    await until(isDone(kafka));
    kafka.consumers[0]!.say("all broker connections are down");
    expect(worker.status().isReady).toBe(false);
    await until(() => worker.status().isReady);
    await worker.stop();
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

test("a client that closes is asked nothing that ends the process", async () => {
  const kafka = filled();
  kafka.faults.push({ at: "commit", after: 1 });
  const worker = await start(kafka, { onMessage: () => {} });
  await until(isDone(kafka));
  await worker.stop();
  expect(kafka.log.filter((call) => call === "left")).toHaveLength(2);
  expect(kafka.log.filter((call) => call === "handed over")).toHaveLength(2);
  expect(kafka.log).not.toContain("asked when gone: SIGSEGV");
});

test("a worker that fails while nobody listens warns the process", async () => {
  const warnings: string[] = [];
  const listen = (warning: Error): void => void warnings.push(warning.message);
  process.on("warning", listen);
  const kafka = filled();
  kafka.faults.push({ at: "commit", code: 29 });
  const worker = await start(kafka);
  await until(() => worker.status().state === "failed" && warnings.length > 0);
  process.off("warning", listen);
  expect(warnings[0]).toMatch(/scrubjay kafka: .*may not read or write a topic.*has ended/);
});
