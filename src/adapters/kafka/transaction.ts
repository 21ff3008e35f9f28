// One batch, one transaction: begun, its records produced, the group's offsets sent with it, committed.

import { type Consumer, call, type Place, type Producer } from "./client.ts";
import { type ClientError, CODES, errorOf, KafkaError } from "./errors.ts";
import type { Batch } from "./records/batch.ts";
import type { CleanRecord } from "./records/records.ts";

/** A place in the course of a transaction, for tests that kill the worker there. */
export type Step = "begun" | "produced" | "offsets sent" | "committed";

/** A record and where it goes. */
export interface Outgoing {
  readonly topic: string;
  readonly partition: number;
  readonly record: CleanRecord;
}

/** What a transaction needs of the session. */
export interface TransactionParts {
  readonly producer: Producer;
  readonly consumer: Consumer;
  /** How long one call may take before it is asked again, in milliseconds. */
  readonly timeoutMs: number;
  /** Throws if the partitions were lost meanwhile. */
  readonly check: () => void;
  /** Why a record of this transaction could not be written, if that is why it failed. */
  readonly deliveryFailure: () => Promise<KafkaError | undefined>;
  readonly onStep: (step: Step) => void | Promise<void>;
}

/**
 * No bytes, with an address. Bytes without one become none at all in 1.10.1 (producer.cc asks Node for an address again, and
 * gets none): an empty value would be a tombstone, and an empty key none.
 */
const EMPTY = Buffer.alloc(1).subarray(0, 0);

const bytesOf = <T extends Uint8Array | string>(given: T | null): T | Buffer | null =>
  typeof given !== "string" && given?.length === 0 ? EMPTY : given;

/** So long the client's queue may stay full. */
const QUEUE_PAUSE_MS = 5;
/** A call that fails for now is asked again so often. */
const MAX_TRIES = 5;

/**
 * Writes a batch and its offsets, both or neither.
 *
 * @throws {KafkaError} If it was not committed, or if that is not known. The session must end then: the next one begins
 *   at what the group has committed.
 */
export async function commitBatch(
  parts: TransactionParts,
  batch: Batch,
  outgoing: readonly Outgoing[],
): Promise<Place[]> {
  const { producer, consumer, timeoutMs, check, onStep } = parts;
  const next = batch.next();
  try {
    await again("begin", () => call((done) => producer.beginTransaction(done)));
    await onStep("begun");
    for (const each of outgoing) await produce(producer, each);
    await onStep("produced");
    check();
    // With the member and generation that the consumer has now: the broker refuses those of another time.
    await again("offsets", () =>
      call((done) => producer.sendOffsetsToTransaction(next, consumer, timeoutMs, done)),
    );
    await onStep("offsets sent");
    check();
    await again("commit", () => call((done) => producer.commitTransaction(timeoutMs, done)));
  } catch (error) {
    const failure = (await parts.deliveryFailure()) ?? errorOf(error, "transaction");
    await abort(producer, timeoutMs);
    throw failure;
  }
  await onStep("committed");
  return next;
}

/**
 * Writes a record without a key in a transaction that is undone, so that no committed reader sees it.
 *
 * @returns Why the topic does not take it, or undefined
 */
export async function probe(
  producer: Producer,
  topic: string,
  timeoutMs: number,
  deliveryFailure: () => Promise<KafkaError | undefined>,
): Promise<KafkaError | undefined> {
  await again("begin", () => call((done) => producer.beginTransaction(done)));
  const headers = [{ "scrubjay-withheld": "probe" }];
  const record = { value: Buffer.alloc(0), key: null, timestamp: null, headers, isWithheld: true };
  try {
    await produce(producer, { topic, partition: 0, record });
    // Nothing of it may still be on the way when the next transaction begins.
    await again("flush", () => call((done) => producer.flush(timeoutMs, done)));
    return await deliveryFailure();
  } catch (error) {
    return errorOf(error, "a record was not written");
  } finally {
    await abort(producer, timeoutMs);
  }
}

async function produce(producer: Producer, { topic, partition, record }: Outgoing): Promise<void> {
  const { timestamp, headers } = record;
  const [value, key] = [bytesOf(record.value), bytesOf(record.key)];
  for (;;) {
    try {
      producer.produce(topic, partition, value, key, timestamp, undefined, headers);
      return;
    } catch (error) {
      if ((error as ClientError).code !== CODES.queueFull) throw error;
      await new Promise((resolve) => setTimeout(resolve, QUEUE_PAUSE_MS));
    }
  }
}

/** Asks again while the client says that it may. */
async function again(doing: string, attempt: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      const { isRetriable = false, isTxnRequiresAbort = false, isFatal = false } = error as ClientError;
      if (!isRetriable || isTxnRequiresAbort || isFatal || tries === MAX_TRIES) throw errorOf(error, doing);
    }
  }
}

/** Ends what was begun. If that fails, too, the broker does it: after its timeout, or when the id is used again. */
async function abort(producer: Producer, timeoutMs: number): Promise<void> {
  try {
    await call((done) => producer.abortTransaction(timeoutMs, done));
  } catch {
    // The session ends in either case.
  }
}

/** Thrown where partitions were lost in the middle of a batch. */
export function lostError(): KafkaError {
  return new KafkaError("session", "the group has given this worker's partitions to others");
}
