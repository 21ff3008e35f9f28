// What is used of @confluentinc/kafka-javascript, in its form that is close to librdkafka: batches, headers as they are,
// and the offsets of a transaction with the group's generation.
import { createRequire } from "node:module";
import { join } from "node:path";
import { type ClientError, KafkaError } from "./errors.ts";

/** A partition, and an offset in it. */
export interface Place {
  readonly topic: string;
  readonly partition: number;
  readonly offset?: number;
  readonly leaderEpoch?: number;
}

/** A header: one property, its name. */
export type Header = Readonly<Record<string, Uint8Array | string>>;

/** A record as the client hands it out. */
export interface KafkaRecord extends Place {
  readonly offset: number;
  /** `null` is a tombstone. */
  readonly value: Buffer | null;
  readonly key?: Buffer | string | null;
  /** Milliseconds since 1970; -1 where there is none. */
  readonly timestamp?: number;
  readonly headers?: readonly Header[];
}

type Done<T = void> = (error: ClientError | null | undefined, value?: T) => void;

interface Client {
  /** Connects to a broker; fails after `timeout` milliseconds. */
  connect(options: { readonly timeout: number }, done: Done): void;
  /** Closes the connection. */
  disconnect(done: Done): void;
  /** Listens for errors that belong to no call. */
  on(event: "event.error", listener: (error: ClientError | null) => void): unknown;
}

interface Metadata {
  readonly topics: readonly { readonly name: string; readonly partitions: readonly unknown[] }[];
}

/** The client's consumer, as far as it is used. */
export interface Consumer extends Client {
  /** Takes part in the group for these topics. */
  subscribe(topics: readonly string[]): void;
  /** Reads up to `count` records. */
  consume(count: number, done: Done<KafkaRecord[]>): void;
  /** The offsets that the group has committed; an error stands where one cannot be had. Fails after `timeoutMs`. */
  committed(places: readonly Place[], timeoutMs: number, done: Done<readonly (Place | ClientError)[]>): void;
  /** Reads these partitions, each from its offset on, and no others. */
  assign(places: readonly Place[]): void;
  /** Reads no partition any more. */
  unassign(): void;
  /** Reads these partitions, too. */
  incrementalAssign(places: readonly Place[]): void;
  /** Reads these partitions no longer. */
  incrementalUnassign(places: readonly Place[]): void;
  /** The partitions that it reads. */
  assignments(): readonly Place[];
  /** Whether the group has given its partitions to others without asking. */
  assignmentLost(): boolean;
  /** The offset after the last record of a partition, as of the last fetch. */
  getWatermarkOffsets(topic: string, partition: number): { readonly highOffset: number };
  /** The topics and their partitions; fails after `timeout` milliseconds. */
  getMetadata(options: { readonly topic: string; readonly timeout: number }, done: Done<Metadata>): void;
  /** How long `consume` waits for records, in milliseconds. */
  setDefaultConsumeTimeout(ms: number): void;
  /** Not in the client's types: the rest of a batch is taken if it is there, and not waited for. */
  setDefaultIsTimeoutOnlyForFirstMessage?(is: boolean): void;
}

/** The client's producer, as far as it is used. */
export interface Producer extends Client {
  /** Ends what an earlier producer of the same name has left unfinished. */
  initTransactions(timeoutMs: number, done: Done): void;
  /** Begins a transaction. */
  beginTransaction(done: Done): void;
  /** Commits it; fails after `timeoutMs` milliseconds. */
  commitTransaction(timeoutMs: number, done: Done): void;
  /** Undoes it; fails after `timeoutMs` milliseconds. */
  abortTransaction(timeoutMs: number, done: Done): void;
  /** Commits the group's offsets with it. */
  sendOffsetsToTransaction(places: readonly Place[], consumer: Consumer, timeoutMs: number, done: Done): void;
  /** Hands a record over to be sent; throws if the queue is full. */
  produce(
    topic: string,
    partition: number,
    value: Uint8Array | null,
    key: Uint8Array | string | null,
    timestamp: number | null,
    opaque: undefined,
    headers: readonly Header[] | undefined,
  ): void;
  /** Waits until everything has been sent; fails after `timeoutMs` milliseconds. */
  flush(timeoutMs: number, done: Done): void;
  /** Asks for reports every `ms` milliseconds; 0: only by `poll`. */
  setPollInterval(ms: number): unknown;
  /** Asks for reports now. */
  poll(): unknown;
  /** Listens for errors that belong to no call, and for reports of records. */
  on(event: "event.error" | "delivery-report", listener: (error: ClientError | null) => void): unknown;
}

/** What the broker tells of a topic. */
export interface TopicDescription {
  readonly name: string;
  /** Kafka's numbers; missing or empty where the broker tells none. */
  readonly authorizedOperations?: readonly number[] | undefined;
}

interface Admin {
  describeTopics(
    topics: readonly string[],
    options: { readonly timeout: number; readonly includeAuthorizedOperations: boolean },
    done: Done<readonly TopicDescription[]>,
  ): void;
  describeGroups(
    groups: readonly string[],
    options: { readonly timeout: number },
    done: Done<{
      readonly groups: readonly { readonly members: readonly { readonly clientId: string }[] }[];
    }>,
  ): void;
}

/** The module, as far as it is used. */
export interface KafkaClient {
  readonly KafkaConsumer: new (config: object, topicConfig: object) => Consumer;
  readonly Producer: new (config: object, topicConfig: object) => Producer;
  readonly AdminClient: { createFrom(client: Consumer): Admin };
}

const NAME = "@confluentinc/kafka-javascript";

/**
 * Loads the client, which is installed beside scrubjay.
 *
 * @throws {KafkaError} If it is missing, or its native part is
 */
export function loadClient(): KafkaClient {
  try {
    return createRequire(join(import.meta.dirname, "package.js"))(NAME) as KafkaClient;
  } catch (error) {
    const isMissing = (error as { readonly code?: unknown }).code === "MODULE_NOT_FOUND";
    throw new KafkaError(
      "setup",
      isMissing
        ? `the Kafka client is not installed beside scrubjay: npm install ${NAME}`
        : `the Kafka client cannot be loaded: its native part is missing or was built for another Node; run: npm rebuild ${NAME}`,
    );
  }
}

/** The promise of a call that takes a callback at its end. */
export function call<T = void>(start: (done: Done<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start((error, value) => (error ? reject(error) : resolve(value as T)));
  });
}
