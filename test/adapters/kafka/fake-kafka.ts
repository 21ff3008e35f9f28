// A broker and its client in memory: topics, a group of one member, transactions that write records and offsets together.

import type {
  Consumer,
  Header,
  KafkaClient,
  KafkaRecord,
  Place,
} from "../../../src/adapters/kafka/client.ts";
import type { ClientError } from "../../../src/adapters/kafka/errors.ts";
import { FakeProducer } from "./fake-producer.ts";

export interface Stored {
  readonly value: Buffer | null;
  readonly key: Uint8Array | string | null;
  readonly timestamp: number | null;
  readonly headers: readonly Header[];
}

type Call =
  | "assign"
  | "committed"
  | "begin"
  | "produce"
  | "offsets"
  | "commit"
  | "abort"
  | "connect"
  | "init";
interface Fault extends Partial<ClientError> {
  readonly at: Call;
  /** How many calls go well before. */
  after?: number;
  /** Whether it happens all the same, and only the answer is lost. */
  readonly isDone?: boolean;
}

export function clientError(fields: Partial<ClientError>): ClientError {
  return Object.assign(new Error("broker's own words"), fields);
}

/** The broker. `client` is what a worker is given. */
export class FakeKafka {
  readonly topics = new Map<string, Stored[][]>();
  readonly committed = new Map<number, number>();
  readonly faults: Fault[] = [];
  /** Client ids of other members of the group. */
  members: string[] = [];
  /** The most bytes of a record; larger ones make the commit fail. */
  maxBytes: number = Number.POSITIVE_INFINITY;
  /** The topic that takes no record without a key. */
  compacted: string | undefined;
  /** The most bytes that a topic takes, where that is less than `maxBytes`. */
  readonly limits = new Map<string, number>();
  /** What this client may do with a topic, in Kafka's numbers; topics that are missing here tell nothing. */
  readonly rights = new Map<string, number[]>();
  /** What the client says by itself while it connects: texts without a number. */
  sayings: string[] = [];
  /** Answers to the next questions for committed offsets, the last one first. */
  unstable: (readonly (Place | ClientError)[])[] = [];
  log: string[] = [];
  consumers: FakeConsumer[] = [];
  readonly client: KafkaClient;

  constructor(topics: Readonly<Record<string, number>>) {
    for (const [name, partitions] of Object.entries(topics))
      this.topics.set(
        name,
        Array.from({ length: partitions }, () => []),
      );
    const broker = this;
    this.client = {
      KafkaConsumer: class extends FakeConsumer {
        constructor(config: object) {
          super(broker, config);
        }
      },
      Producer: class extends FakeProducer {
        constructor() {
          super(broker);
        }
      },
      AdminClient: {
        createFrom: () => ({
          describeTopics: (topics, _options, done) =>
            done(
              null,
              topics.map((name) => ({ name, authorizedOperations: broker.rights.get(name) })),
            ),
          describeGroups: (_groups, _options, done) =>
            done(null, { groups: [{ members: broker.members.map((clientId) => ({ clientId })) }] }),
        }),
      },
    };
  }

  put(topic: string, partition: number, value: string | null, rest: Partial<Stored> = {}): void {
    const bytes = value === null ? null : Buffer.from(value);
    this.topics.get(topic)![partition]!.push({ key: null, timestamp: 1, headers: [], ...rest, value: bytes });
  }

  values(topic: string): string[] {
    return this.topics.get(topic)!.flatMap((records) => records.map(({ value }) => String(value)));
  }

  /** Takes the fault that is due, if there is one. */
  fault(at: Call): Fault | undefined {
    const i = this.faults.findIndex((fault) => fault.at === at);
    if (i < 0) return undefined;
    const fault = this.faults[i]!;
    if ((fault.after ?? 0) > 0) {
      fault.after!--;
      return undefined;
    }
    this.faults.splice(i, 1);
    return fault;
  }

  /** Does something, or fails as was asked for. */
  do(at: Call, done: (error?: ClientError | null) => void, effect: () => void = () => {}): void {
    this.log.push(at);
    const fault = this.fault(at);
    try {
      if (fault === undefined || fault.isDone) effect();
      setImmediate(() => done(fault && clientError(fault)));
    } catch (error) {
      setImmediate(() => done(error as ClientError));
    }
  }
}

type Rebalance = (error: ClientError, places: readonly Place[]) => void;

export class FakeConsumer implements Consumer {
  readonly clientId: string;
  readonly #broker: FakeKafka;
  readonly #rebalance: Rebalance;
  readonly #positions = new Map<number, number>();
  #listener: (error: ClientError) => void = () => {};
  #isJoined = false;
  #isLost = false;
  #isGone = false;
  #topic = "";

  constructor(broker: FakeKafka, config: object) {
    this.#broker = broker;
    this.#rebalance = (config as { rebalance_cb: Rebalance }).rebalance_cb;
    this.clientId = (config as Record<string, string>)["client.id"]!;
    broker.consumers.push(this);
  }

  on(_: string, listener: (error: ClientError) => void): void {
    this.#listener = listener;
  }
  setDefaultConsumeTimeout(): void {}
  assignmentLost = (): boolean => {
    if (this.#isGone) this.#broker.log.push("asked when gone: SIGSEGV");
    return this.#isLost;
  };
  getWatermarkOffsets = (topic: string, partition: number): { highOffset: number } => ({
    highOffset: this.#broker.topics.get(topic)![partition]!.length,
  });
  assignments = (): Place[] =>
    [...this.#positions.keys()].map((partition) => ({ topic: this.#topic, partition }));
  assign = (places: readonly Place[]): void => this.incrementalAssign(places);
  unassign = (): void => this.#positions.clear();

  connect(_: unknown, done: (error?: ClientError | null) => void): void {
    for (const text of this.#broker.sayings) this.say(text);
    this.#broker.do("connect", done);
  }

  /** An event of librdkafka, as the client hands it out. */
  say(text: string): void {
    this.#listener(Object.assign(new Error(text), { code: -1 }));
  }

  disconnect(done: (error?: ClientError | null) => void): void {
    this.#broker.log.push("left");
    this.#isGone = true;
    // What the group still had to say comes when the client is gone already.
    this.revoke([...this.#positions.keys()]);
    setImmediate(() => {
      done();
      setImmediate(() => this.revoke([]));
    });
  }

  getMetadata(
    { topic }: { topic: string },
    done: (error: null, value: { topics: { name: string; partitions: unknown[] }[] }) => void,
  ): void {
    done(null, { topics: [{ name: topic, partitions: this.#broker.topics.get(topic) ?? [] }] });
  }

  subscribe([topic]: readonly string[]): void {
    this.#topic = topic!;
  }

  committed(
    places: readonly Place[],
    _timeout: number,
    done: (error: ClientError | null, found?: readonly (Place | ClientError)[]) => void,
  ): void {
    const fault = this.#broker.fault("committed");
    if (fault !== undefined) {
      done(clientError(fault));
      return;
    }
    const found = places.map(({ topic, partition }) => {
      const offset = this.#broker.committed.get(partition);
      return { topic, partition, ...(offset === undefined ? {} : { offset }) };
    });
    setImmediate(() => done(null, this.#broker.unstable.pop() ?? found));
  }

  incrementalAssign(places: readonly Place[]): void {
    const fault = this.#broker.fault("assign");
    if (fault !== undefined) throw clientError(fault);
    for (const { topic, partition, offset = 0 } of places)
      this.#positions.set(
        partition,
        offset === -1 ? this.#broker.topics.get(topic)![partition]!.length : Math.max(0, offset),
      );
  }

  incrementalUnassign(places: readonly Place[]): void {
    this.#broker.log.push("handed over");
    for (const { partition } of places) this.#positions.delete(partition);
    this.#isLost = false;
  }

  /** The group wants partitions back; lost: it has taken them. */
  revoke(partitions: readonly number[], isLost = false): void {
    this.#isLost = isLost;
    this.#broker.log.push("revoked");
    const places = partitions.map((partition) => ({ topic: this.#topic, partition }));
    this.#rebalance(clientError({ code: -174 }), places);
  }

  consume(count: number, done: (error: null, records: KafkaRecord[]) => void): void {
    const topic = this.#broker.topics.get(this.#topic)!;
    if (!this.#isJoined) {
      this.#isJoined = true;
      this.#rebalance(
        clientError({ code: -175 }),
        topic.map((_, partition) => ({ topic: this.#topic, partition })),
      );
    }
    const records: KafkaRecord[] = [];
    for (const [partition, from] of this.#positions) {
      const some = topic[partition]!.slice(from, from + count - records.length);
      this.#positions.set(partition, from + some.length);
      for (const [i, record] of some.entries())
        records.push({ ...record, topic: this.#topic, partition, offset: from + i } as KafkaRecord);
    }
    setTimeout(() => done(null, records), records.length === 0 ? 2 : 0);
  }
}
