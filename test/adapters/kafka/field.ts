// A topic of numbered records with a secret each, and a worker on it.
import { expect } from "vitest";
import type { KafkaOptions } from "../../../src/adapters/kafka/options.ts";
import { type KafkaWorker, startKafka } from "../../../src/adapters/kafka/worker.ts";
import { FakeKafka } from "./fake-kafka.ts";

export const COUNT = 500;

export function filled(partitions = 3, to = partitions): FakeKafka {
  const kafka = new FakeKafka({ raw: partitions, clean: to, dead: 1 });
  for (let n = 0; n < COUNT; n++) kafka.put("raw", n % partitions, `n=${n} password=hunter${n}`);
  return kafka;
}

export const start = (kafka: FakeKafka, options: Partial<KafkaOptions> = {}): Promise<KafkaWorker> =>
  startKafka({
    ...{ brokers: "127.0.0.1:9092", from: "raw", to: "clean", client: kafka.client },
    ...{ maxBatchRecords: 40, maxBatchMs: 5, ...options },
  });

export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1));
}

export const isDone = (kafka: FakeKafka) => () =>
  [...kafka.committed.values()].reduce((sum, next) => sum + next, 0) === COUNT;

/** Lost, doubled, raw: all of them none. */
export function expectOnce(kafka: FakeKafka, partitions = 3): void {
  const expected = Array.from({ length: partitions }, (_, p) =>
    Array.from({ length: COUNT }, (_, n) => n)
      .filter((n) => n % partitions === p)
      .map((n) => `n=${n} password=[REDACTED]`),
  );
  expect(kafka.topics.get("clean")!.map((records) => records.map(({ value }) => String(value)))).toEqual(
    expected,
  );
}
