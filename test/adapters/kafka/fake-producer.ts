import type { Header, Place, Producer } from "../../../src/adapters/kafka/client.ts";
import type { ClientError } from "../../../src/adapters/kafka/errors.ts";
import { clientError, type FakeKafka, type Stored } from "./fake-kafka.ts";

/** Transactions that write records and offsets together. */
export class FakeProducer implements Producer {
  readonly #broker: FakeKafka;
  #pending: { topic: string; partition: number; record: Stored }[] = [];
  #offsets: readonly Place[] = [];

  constructor(broker: FakeKafka) {
    this.#broker = broker;
  }

  #listener: (error: ClientError) => void = () => {};
  readonly #reports: ClientError[] = [];
  on(event: string, listener: (error: ClientError) => void): void {
    if (event === "delivery-report") this.#listener = listener;
  }
  flush(_: number, done: (error?: ClientError | null) => void): void {
    for (const each of this.#pending) {
      const code = this.#refusal(each);
      if (code !== undefined) this.#reports.push(clientError({ code }));
    }
    setImmediate(() => done());
  }
  setPollInterval(): void {}
  poll(): void {
    for (const report of this.#reports.splice(0)) setImmediate(() => this.#listener(report));
  }
  disconnect(done: (error?: ClientError | null) => void): void {
    setImmediate(() => done());
  }
  connect(_: unknown, done: (error?: ClientError | null) => void): void {
    this.#broker.do("connect", done);
  }
  initTransactions(_: number, done: (error?: ClientError | null) => void): void {
    this.#broker.do("init", done);
  }
  beginTransaction(done: (error?: ClientError | null) => void): void {
    this.#broker.do("begin", done);
  }
  abortTransaction(_: number, done: (error?: ClientError | null) => void): void {
    this.#broker.do("abort", done, () => this.#clear());
  }
  sendOffsetsToTransaction(
    places: readonly Place[],
    _consumer: unknown,
    _timeout: number,
    done: (error?: ClientError | null) => void,
  ): void {
    this.#broker.do("offsets", done, () => {
      this.#offsets = places;
    });
  }
  commitTransaction(_: number, done: (error?: ClientError | null) => void): void {
    this.#broker.do("commit", done, () => {
      const code = this.#pending.map((each) => this.#refusal(each)).find((each) => each !== undefined);
      if (code !== undefined) {
        this.#reports.push(clientError({ code }), clientError({ code: -138 }));
        // As librdkafka has it: the reason is in the report alone.
        throw clientError({ code: -172 });
      }
      for (const { topic, partition, record } of this.#pending)
        this.#broker.topics.get(topic)![partition]!.push(record);
      for (const { partition, offset } of this.#offsets) this.#broker.committed.set(partition, offset!);
      this.#clear();
    });
  }
  produce(
    topic: string,
    partition: number,
    value: Buffer | null,
    key: Uint8Array | string | null,
    timestamp: number | null,
    _opaque: undefined,
    headers: readonly Header[] | undefined,
  ): void {
    const fault = this.#broker.fault("produce");
    if (fault !== undefined) throw clientError(fault);
    // As the client has it: bytes without an address are none.
    for (const bytes of [value, key])
      if (bytes instanceof Uint8Array && bytes.buffer.byteLength === 0)
        throw new Error("bytes without an address");
    this.#pending.push({ topic, partition, record: { value, key, timestamp, headers: headers ?? [] } });
  }

  #refusal({ topic, record: { value, key } }: { topic: string; record: Stored }): number | undefined {
    const { maxBytes, limits, compacted } = this.#broker;
    if ((value?.length ?? 0) + (key?.length ?? 0) > Math.min(maxBytes, limits.get(topic) ?? maxBytes))
      return 10;
    return topic === compacted && key === null ? 87 : undefined;
  }

  #clear(): void {
    this.#pending = [];
    this.#offsets = [];
  }
}
