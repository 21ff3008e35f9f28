// The client's settings: ours, those of the user's file, and what must not be changed.
import { readGivenText } from "../../node/given-file.ts";
import { KafkaError } from "./errors.ts";

/** Settings of librdkafka by name. */
export type Settings = Readonly<Record<string, unknown>>;

/** Certificates are files of their own; more is a mistake. */
const MAX_BYTES = 65_536;

/** Shorter values stand in any text. */
const LEAST_HIDDEN = 4;

/** What exactly once, and order, rest on. */
const FIXED = [
  "bootstrap.servers",
  "client.id",
  "enable.auto.commit",
  "enable.auto.offset.store",
  "enable.idempotence",
  "enable.partition.eof",
  "group.id",
  "group.protocol",
  "isolation.level",
  "auto.offset.reset",
  "metadata.broker.list",
  "delivery.report.only.error",
  "dr_cb",
  "dr_msg_cb",
  "rebalance_cb",
  "transaction.timeout.ms",
  "transactional.id",
] as const;

/** Settings that only one of the two clients knows: the other would complain. */
const OF_CONSUMER =
  /^(?:session|heartbeat|max\.poll|fetch|queued|partition\.assignment|group|auto\.offset|check\.crcs|max\.partition)/;
const OF_PRODUCER =
  /^(?:transaction|linger|batch|compression|message\.timeout|delivery|queue\.buffering|request\.|acks|retries|partitioner|sticky)/;

/** What the two clients are made of. */
export interface ClientSettings {
  readonly brokers: string;
  readonly clientId: string;
  readonly group: string;
  readonly transactionalId: string;
  readonly transactionTimeoutMs: number;
  /** Where a group begins that has not committed yet. */
  readonly start: "earliest" | "latest";
  /** The user's own. */
  readonly own: Settings;
}

/** The consumer's settings: `[of the client, of topics]`. */
export function consumerSettings(settings: ClientSettings, rebalance: unknown): readonly [object, object] {
  const { brokers, clientId, group, own } = settings;
  return [
    {
      "session.timeout.ms": 15_000,
      "partition.assignment.strategy": "cooperative-sticky",
      // Records that wait in the client; 64 MB would be the default.
      "queued.max.messages.kbytes": 16_384,
      ...without(own, OF_PRODUCER),
      "bootstrap.servers": brokers,
      "client.id": clientId,
      "group.id": group,
      "enable.auto.commit": false,
      "enable.auto.offset.store": false,
      // Also makes the client ask for stable offsets: those of a transaction that is still pending are waited for.
      "isolation.level": "read_committed",
      "allow.auto.create.topics": false,
      rebalance_cb: rebalance,
    },
    // Where to go on is always given. What is left for this is an offset whose records have expired.
    { "auto.offset.reset": "earliest" },
  ];
}

/** Whether the group moves partitions one by one, or takes all of them from all members first. */
export function isCooperative({ own }: ClientSettings): boolean {
  return /cooperative/.test(String(own["partition.assignment.strategy"] ?? "cooperative"));
}

/** The producer's settings: `[of the client, of topics]`. */
export function producerSettings(settings: ClientSettings): readonly [object, object] {
  const { brokers, clientId, transactionalId, transactionTimeoutMs, own } = settings;
  return [
    {
      "linger.ms": 5,
      // The topic's own limit counts; the client's would be lower than that of Java's producer with compression.
      "message.max.bytes": 10_000_000,
      "queue.buffering.max.kbytes": 131_072,
      ...without(own, OF_CONSUMER),
      "bootstrap.servers": brokers,
      "client.id": clientId,
      "transactional.id": transactionalId,
      "transaction.timeout.ms": transactionTimeoutMs,
      "enable.idempotence": true,
      // Only these reports say what failed: the transaction itself only says that it cannot go on.
      dr_cb: true,
      "delivery.report.only.error": true,
    },
    {},
  ];
}

/**
 * The settings of a file: `name=value` lines with `#` comments, as librdkafka's own tools have them, or JSON.
 *
 * @throws {KafkaError} For a line that is neither, or a setting that must not be changed; no message has a value in it
 */
export function readSettings(file: string): Settings {
  const text = readGivenText(file, `--settings ${file}`, MAX_BYTES);
  const settings = text.trimStart().startsWith("{") ? jsonOf(text, file) : propertiesOf(text, file);
  checkSettings(settings, `--settings ${file}`);
  return settings;
}

/** @throws {KafkaError} For a setting that must not be changed */
export function checkSettings(settings: Settings, what: string): void {
  const fixed = Object.keys(settings).filter((name) => (FIXED as readonly string[]).includes(name));
  if (fixed.length > 0)
    throw new KafkaError(
      "setup",
      `${what}: ${fixed.join(", ")} cannot be set there; brokers, group and instance are options, and the rest is what exactly once rests on`,
    );
}

function jsonOf(text: string, file: string): Settings {
  try {
    return JSON.parse(text) as Settings;
  } catch {
    throw new KafkaError("setup", `--settings ${file}: is not JSON, though it begins with {`);
  }
}

function propertiesOf(text: string, file: string): Settings {
  const settings: Record<string, string> = {};
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const [, name, value] = /^\s*([\w.]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined)
      throw new KafkaError(
        "setup",
        `--settings ${file}:${i + 1}: a line must be NAME=VALUE, as sasl.mechanism=SCRAM-SHA-512`,
      );
    settings[name] = value!;
  }
  return settings;
}

function without(settings: Settings, others: RegExp): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !others.test(name)));
}

/** The client names the value of a setting that it does not take, which may be a secret in the wrong line. */
export function withoutValues(error: KafkaError, settings: Settings = {}): KafkaError {
  const message = Object.values(settings)
    .map(String)
    .filter((value) => value.length >= LEAST_HIDDEN)
    .sort((a, b) => b.length - a.length)
    .reduce((text, value) => text.replaceAll(value, "…"), error.message);
  return message === error.message ? error : new KafkaError(error.kind, message, error.code);
}
