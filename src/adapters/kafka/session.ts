// One consumer and one producer, from their start to their end. Whatever goes wrong ends the session; the next one begins
// at what the group has committed, so that nothing of this one need be mended.

import { type Consumer, call, type KafkaRecord, type Producer } from "./client.ts";
import { CODES, errorOf, FOLLOWING, KafkaError } from "./errors.ts";
import { Ownership } from "./group/ownership.ts";
import { positionsOf } from "./group/positions.ts";
import { Batch } from "./records/batch.ts";
import { compactedError } from "./records/keys.ts";
import { isFinal, refusalError } from "./records/refused.ts";
import { checkRights } from "./rights.ts";
import type { SessionParts } from "./session-parts.ts";
import { consumerSettings, isCooperative, producerSettings } from "./settings.ts";
import { commitBatch, lostError, type Outgoing, probe } from "./transaction.ts";

const CONNECT_MS = 10_000;
const METADATA_MS = 5_000;
/** The most records of one call: their values are in memory before their bytes are known. */
const RECORDS_A_CALL = 500;
/** How long an empty topic is waited for at once; a stop waits as long. */
const IDLE_MS = 250;
const POLL_MS = 250;
const CLOSE_MS = 15_000;
const REPORT_MS = 50;
const LAST_WORD_MS = 500;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export class Session {
  readonly consumer: Consumer;
  readonly #producer: Producer;
  readonly #parts: SessionParts;
  readonly #ownership: Ownership;
  readonly #next = new Map<number, number>();
  #isOpen = false;
  #isStopping = false;
  #partitions = 0;
  #deadPartitions = 0;
  #lastError: KafkaError | undefined;
  #undelivered: KafkaError | undefined;

  constructor(parts: SessionParts) {
    const { client, settings, counts } = parts;
    this.#parts = parts;
    this.#ownership = new Ownership(
      () => this.consumer,
      isCooperative(settings),
      (places, isWanted) => positionsOf(this.consumer, places, settings.start, isWanted),
      () => {
        counts.rebalances++;
      },
    );
    this.consumer = new client.KafkaConsumer(...consumerSettings(settings, this.#ownership.rebalance));
    this.#producer = new client.Producer(...producerSettings(settings));
    for (const each of [this.consumer, this.#producer])
      each.on("event.error", (error) => {
        const failure = errorOf(error, "client");
        // "No broker is connected" follows upon "the login is refused".
        if (this.#isOpen || this.#lastError?.kind !== "setup") this.#lastError = failure;
      });
    this.#producer.on("delivery-report", (error) => {
      if (!error) return;
      const failure = errorOf(error, "a record was not written");
      if (!FOLLOWING.includes(failure.code)) this.#undelivered ??= failure;
    });
  }

  /** Whether no broker can be reached at the moment. */
  get isCutOff(): boolean {
    return this.#lastError?.code === CODES.allBrokersDown;
  }

  /**
   * Connects, and checks what can be checked before a record is read.
   *
   * @throws {KafkaError} If a broker, a topic or a right is missing
   */
  async open(): Promise<void> {
    const { client, from, to, deadLetter, settings } = this.#parts;
    const connect = (each: Consumer | Producer, what: string): Promise<void> =>
      this.#try(`${what} cannot connect to ${settings.brokers}`, () =>
        call((done) => each.connect({ timeout: CONNECT_MS }, done)),
      );
    await connect(this.consumer, "the consumer");
    await this.#partitionsOf(from, "--from");
    this.#partitions = await this.#partitionsOf(to, "--to");
    if (deadLetter !== undefined)
      this.#deadPartitions = await this.#partitionsOf(deadLetter, "--dead-letter");
    await checkRights(client, this.consumer, [
      { flag: "--from", topic: from, right: "Read" },
      { flag: "--to", topic: to, right: "Write" },
      ...(deadLetter === undefined
        ? []
        : [{ flag: "--dead-letter", topic: deadLetter, right: "Write" } as const]),
    ]);
    await connect(this.#producer, "the producer");
    await this.#try("transactions cannot begin", () =>
      call((done) => this.#producer.initTransactions(2 * CONNECT_MS, done)),
    );
    this.#producer.setPollInterval(POLL_MS);
    if (this.#parts.keysMayMeet) await this.#checkCompaction();
    this.consumer.setDefaultIsTimeoutOnlyForFirstMessage?.(true);
    this.#isOpen = true;
  }

  /** The client cannot ask for a topic's settings. What is compacted refuses a record without a key. */
  async #checkCompaction(): Promise<void> {
    const { to, settings } = this.#parts;
    const failure = await probe(this.#producer, to, settings.transactionTimeoutMs, () =>
      this.#deliveryFailure(),
    );
    if (failure !== undefined) throw compactedError(to, failure) ?? failure;
  }

  /** Works until `stop`. @throws {KafkaError} If a batch was not committed */
  async run(): Promise<void> {
    this.consumer.subscribe([this.#parts.from]);
    let isJoined = false;
    while (!this.#isStopping) {
      const batch = await this.#gather();
      if (this.#ownership.failure) throw this.#ownership.failure;
      if (!isJoined && this.#ownership.hasJoined) {
        isJoined = true;
        // Before anything is written.
        await this.#parts.onJoined(this);
      }
      // What was lost while it came in is read by who owns it now.
      if (!batch.isEmpty && !this.#ownership.isLost) await this.#write(batch);
      this.#ownership.handOver();
      if (isJoined) await this.#parts.between(this);
      if (batch.isEmpty && this.isCutOff) await this.#lookForBroker();
    }
  }

  /** The client says when the last broker is gone, and not when one is back. */
  async #lookForBroker(): Promise<void> {
    try {
      await this.#partitionsOf(this.#parts.from, "--from");
      this.#lastError = undefined;
    } catch {
      // Still away.
    }
  }

  /** Ends after the batch that is in hand. */
  stop(): void {
    this.#isStopping = true;
  }

  /** Leaves the group and closes both clients. Never throws. */
  async close(): Promise<void> {
    const close = async (client: Consumer | Producer, then?: () => void): Promise<void> => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, CLOSE_MS);
      });
      const closed = call((done) => client.disconnect(done)).then(then);
      await Promise.race([closed, late]).catch(() => {});
      clearTimeout(timer);
    };
    this.#isOpen = false;
    try {
      await this.#ownership.close();
    } catch {
      // It never connected.
    }
    await Promise.all([close(this.consumer, () => this.#ownership.closed()), close(this.#producer)]);
  }

  /** How many records of each of its partitions are still to come, as far as the client knows. */
  lag(): ReadonlyMap<number, number> {
    const lags = new Map<number, number>();
    // Asked of a client that closes beside this, it may be freed meanwhile.
    if (!this.#isOpen) return lags;
    try {
      for (const { topic, partition } of this.consumer.assignments()) {
        const next = this.#next.get(partition);
        const { highOffset } = this.consumer.getWatermarkOffsets(topic, partition);
        if (next !== undefined && highOffset >= 0) lags.set(partition, Math.max(0, highOffset - next));
      }
    } catch {
      // Not connected.
    }
    return lags;
  }

  async #gather(): Promise<Batch> {
    const { refused } = this.#parts;
    const limits = { ...this.#parts.limits, maxRecords: refused.maxRecords(this.#parts.limits.maxRecords) };
    const batch = new Batch();
    while (!this.#isStopping && !this.#ownership.isAsked && batch.isOpen(limits, performance.now())) {
      const waitMs = batch.isEmpty ? IDLE_MS : Math.ceil(batch.msLeft(limits, performance.now()));
      this.consumer.setDefaultConsumeTimeout(waitMs);
      const count = Math.min(RECORDS_A_CALL, limits.maxRecords - batch.records.length);
      const records = await this.#try("consumer", () =>
        call<KafkaRecord[]>((done) => this.consumer.consume(count, done)),
      );
      batch.add(records, performance.now());
      if (records.length > 0) this.#lastError = undefined;
      if (records.length === 0) break;
    }
    return batch;
  }

  async #write(batch: Batch): Promise<void> {
    const { counts, settings, refused, records, onStep } = this.#parts;
    records.binaries = 0;
    const outgoing = batch.records.map((record) => this.#outgoing(record));
    const check = (): void => {
      if (this.#ownership.isLost) throw lostError();
    };
    const deliveryFailure = () => this.#deliveryFailure();
    const parts = {
      producer: this.#producer,
      consumer: this.consumer,
      timeoutMs: settings.transactionTimeoutMs,
      check,
      deliveryFailure,
      onStep,
    };
    try {
      const next = await commitBatch(parts, batch, outgoing);
      for (const { partition, offset } of next) this.#next.set(partition, offset!);
    } catch (error) {
      // Not tried again by this producer, not even for a new generation of the group: a late request of the ended
      // transaction may join its next one (1,000 records doubled in one of 47 trials). Another session's epoch refuses it.
      counts.aborted++;
      refused.failed(batch.records, error as KafkaError);
      throw error;
    }
    refused.passed(batch.records);
    counts.committed++;
    counts.records += batch.records.length;
    counts.tombstones += batch.records.filter(({ value }) => value === null).length;
    const withheld = outgoing.filter(({ record }) => record.isWithheld);
    counts.withheld += withheld.length;
    counts.binary += records.binaries;
    counts.deadLetters += withheld.filter(({ topic }) => topic === this.#parts.deadLetter).length;
  }

  /** The client hands reports out when it is polled, in the next turn of the event loop. */
  async #deliveryFailure(): Promise<KafkaError | undefined> {
    try {
      this.#producer.poll();
      await pause(REPORT_MS);
    } catch {
      // Not connected any more.
    }
    return this.#undelivered;
  }

  /** A partition's records stay together, and in their order. */
  #outgoing(record: KafkaRecord): Outgoing {
    const { to, deadLetter, records, refused } = this.#parts;
    const refusal = refused.of(record);
    if (refusal !== undefined && isFinal(refusal, deadLetter))
      throw refusalError(record, refusal, this.#parts);
    const reason = refusal?.reason ?? "not-redacted";
    const clean =
      refusal === undefined ? records.redact(record) : records.withhold(record, reason, refusal.times > 1);
    if (!clean.isWithheld || deadLetter === undefined)
      return { topic: to, partition: record.partition % this.#partitions, record: clean };
    const dead = refusal === undefined ? records.withhold(record, reason) : clean;
    return { topic: deadLetter, partition: record.partition % this.#deadPartitions, record: dead };
  }

  async #partitionsOf(topic: string, flag: string): Promise<number> {
    const { topics } = await this.#try(`${flag} ${topic}`, () =>
      call<{ topics: readonly { name: string; partitions: readonly unknown[] }[] }>((done) =>
        this.consumer.getMetadata({ topic, timeout: METADATA_MS }, done),
      ),
    );
    const count = topics.find(({ name }) => name === topic)?.partitions.length ?? 0;
    if (count > 0) return count;
    throw new KafkaError(
      "setup",
      `${flag} ${topic}: there is no such topic, or this client may not see it (it needs Describe on it)`,
    );
  }

  async #try<T>(doing: string, attempt: () => Promise<T>): Promise<T> {
    try {
      return await attempt();
    } catch (error) {
      // The client's own last word says more than "local: timed out", and may come a moment later.
      if (!this.#isOpen && this.#lastError?.kind !== "setup") await pause(LAST_WORD_MS);
      const last = this.#lastError?.kind === "setup" ? this.#lastError : undefined;
      throw last ?? errorOf(error, doing);
    }
  }
}
