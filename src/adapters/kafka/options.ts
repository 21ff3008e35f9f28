import type { RedactorOptions } from "../../redactor/redactor.ts";
import type { KafkaClient } from "./client.ts";
import { KafkaError } from "./errors.ts";
import type { BatchLimits } from "./records/batch.ts";
import type { RecordOptions } from "./records/records.ts";
import { checkSettings, type Settings } from "./settings.ts";
import type { Step } from "./transaction.ts";

/**
 * Options of a worker.
 *
 * @example
 * const options: KafkaOptions = { brokers: "kafka:9092", from: "raw", to: "clean", deadLetter: "withheld" };
 */
export interface KafkaOptions extends RecordOptions {
  /** `HOST:PORT` of one broker or more. */
  readonly brokers: string | readonly string[];
  /** The topic that is read. */
  readonly from: string;
  /** The topic that is written. It needs as many partitions as `from`, or records of several come together in one. */
  readonly to: string;
  /** The group that shares the work; `scrubjay-` and `to` by default. */
  readonly group?: string | undefined;
  /** Takes records that cannot be redacted, without their value; otherwise they go to `to`, withheld. */
  readonly deadLetter?: string | undefined;
  /** Where a group that has committed nothing begins; `"earliest"` by default. */
  readonly start?: "earliest" | "latest" | undefined;
  /** What is redacted, and how. */
  readonly redactor?: RedactorOptions | undefined;
  /** Settings of librdkafka, as `security.protocol` and `sasl.password`. */
  readonly clientConfig?: Settings | undefined;
  /**
   * A name of this worker that stays when it starts again, as that of a pod: what it left unfinished is then ended at once
   * and not after `transactionTimeoutMs`. No two workers may have the same.
   */
  readonly instance?: string | undefined;
  /** Bytes of a batch, 1 MB by default. */
  readonly maxBatchBytes?: number | undefined;
  /** Records of a batch, 10,000 by default. */
  readonly maxBatchRecords?: number | undefined;
  /** How long a record waits for others, in milliseconds; 100 by default. */
  readonly maxBatchMs?: number | undefined;
  /** After which time a worker's unfinished transaction is ended by the broker, in milliseconds; 15,000 by default. */
  readonly transactionTimeoutMs?: number | undefined;
  /** Starts, and reloads, although workers of the group have another policy. */
  readonly anyPolicy?: boolean | undefined;
  /** The module `@confluentinc/kafka-javascript`, if it is not to be found beside scrubjay. */
  readonly client?: KafkaClient | undefined;
  /** Gets a line of what went wrong and what is done; by default a warning of the process. */
  readonly onMessage?: ((text: string) => void) | undefined;
  /** Is called in the course of each transaction, and waited for; for tests and traces. */
  readonly onStep?: ((step: Step) => void | Promise<void>) | undefined;
}

const LEAST = { maxBatchBytes: 1, maxBatchRecords: 1, maxBatchMs: 0, transactionTimeoutMs: 1_000 } as const;

/** Kafka's own: letters, digits, dots, dashes, underscores, at most 249. */
const TOPIC = /^[\w.-]{1,249}$/;

/** @throws {KafkaError} For an option that cannot work */
export function checkKafkaOptions(options: KafkaOptions): void {
  const { brokers, from, to, deadLetter, clientConfig } = options;
  if (brokers === undefined || brokers.length === 0)
    refuse("brokers are needed: HOST:PORT of one or more (--brokers)");
  for (const [name, topic] of [
    ["from", from],
    ["to", to],
    ["deadLetter", deadLetter],
  ] as const) {
    if (topic === undefined && name === "deadLetter") continue;
    if (topic === undefined) refuse(`a topic is needed: ${name} (--${name})`);
    if (!TOPIC.test(topic) || topic === "." || topic === "..")
      refuse(
        `${name} must be the name of a topic: letters, digits, dots, dashes and underscores, 249 at most`,
      );
  }
  if (from === to)
    refuse(`from and to must be two topics, not both ${from}: what is written would be read again`);
  if (deadLetter === from)
    refuse("deadLetter must not be the topic that is read: what is written would be read again");
  for (const [name, least] of Object.entries(LEAST)) {
    const value = options[name as keyof typeof LEAST];
    if (value !== undefined && !(Number.isSafeInteger(value) && value >= least))
      refuse(`${name} must be a whole number, ${least} or more`);
  }
  if (options.binary !== undefined && !["pass", "withhold"].includes(options.binary))
    refuse('binary must be "pass" or "withhold"');
  if (options.start !== undefined && !["earliest", "latest"].includes(options.start))
    refuse('start must be "earliest" or "latest"');
  for (const name of ["group", "instance"] as const)
    if (options[name] === "") refuse(`${name} must not be empty (--${name})`);
  if (clientConfig !== undefined) checkSettings(clientConfig, "clientConfig");
}

/** The group that shares the work. */
export function groupOf({ group, to }: KafkaOptions): string {
  return group ?? `scrubjay-${to}`;
}

export function limitsOf({ maxBatchBytes, maxBatchRecords, maxBatchMs }: KafkaOptions): BatchLimits {
  return {
    maxBytes: maxBatchBytes ?? 1_000_000,
    maxRecords: maxBatchRecords ?? 10_000,
    maxMs: maxBatchMs ?? 100,
  };
}

function refuse(message: string): never {
  throw new KafkaError("setup", message);
}
