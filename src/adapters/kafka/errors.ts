/** An error of librdkafka. */
export interface ClientError extends Error {
  readonly code?: number;
  readonly isFatal?: boolean;
  readonly isRetriable?: boolean;
  readonly isTxnRequiresAbort?: boolean;
}

/**
 * What failed: `"setup"` needs somebody to mend it, `"session"` may go away by itself, and the worker begins again at what
 * was committed.
 */
export type KafkaErrorKind = "setup" | "session";

/** A failure of the worker. The message has nothing of a record in it. */
export class KafkaError extends Error {
  override readonly name = "KafkaError";
  readonly kind: KafkaErrorKind;
  /** librdkafka's number of the error. */
  readonly code: number | undefined;

  constructor(kind: KafkaErrorKind, message: string, code?: number) {
    super(message);
    this.kind = kind;
    this.code = code;
  }
}

/** librdkafka's numbers (rdkafka.h): negative ones are its own, positive ones Kafka's. */
export const CODES = {
  assignPartitions: -175,
  revokePartitions: -174,
  queueFull: -184,
  allBrokersDown: -187,
  timedOut: -185,
  unstableOffset: 88,
  tooLarge: 10,
  invalidTimestamp: 32,
  invalidProducerEpoch: 47,
  invalidRecord: 87,
  producerFenced: 90,
  fenced: -144,
  /** Of a producer that was fenced, at each call that follows. */
  fatal: -150,
  /** Of records beside one that was refused, or of a transaction that is undone. */
  otherRecord: -138,
  purgedQueue: -152,
  purgedInFlight: -151,
} as const;

/** Codes by which a topic refuses a record for what it is: no other try mends that. */
export const REFUSALS: readonly (number | undefined)[] = [
  CODES.tooLarge,
  CODES.invalidTimestamp,
  CODES.invalidRecord,
];

/** Codes of reports that follow from another's. */
export const FOLLOWING: readonly (number | undefined)[] = [
  CODES.otherRecord,
  CODES.purgedQueue,
  CODES.purgedInFlight,
];

/** Codes by which the broker tells a producer that another has taken its transactional id. */
export const FENCINGS: readonly (number | undefined)[] = [
  CODES.fenced,
  CODES.fatal,
  CODES.invalidProducerEpoch,
  CODES.producerFenced,
];

/**
 * The client hands out what librdkafka says by itself (its "events") without a number, as -1 and a text in lower case; the
 * texts are of rdkafka.c.
 */
const NUMBERS: Readonly<Record<string, number>> = {
  "authentication failure": -169,
  "ssl error": -181,
  "all broker connections are down": CODES.allBrokersDown,
  "host resolution failure": -193,
  "broker transport failure": -195,
  "sasl authentication failed": 58,
  "topic authorization failed": 29,
  "group authorization failed": 30,
  "cluster authorization failed": 31,
  "transactional id authorization failed": 53,
};
const NO_NUMBER = -1;

/** Of them, what may go away by itself. */
const PASSING: readonly (number | undefined)[] = [-193, -195, 51];

/** What no other try mends, and what does. */
const HELP: Readonly<Record<number, string>> = {
  [-169]:
    "the broker refuses the login; check sasl.username, sasl.password and sasl.mechanism in the client's settings",
  [-181]: "TLS failed; check security.protocol and ssl.ca.location in the client's settings",
  [-186]: "a setting of the client is not valid",
  [-193]: "the broker's name cannot be resolved; check --brokers",
  [-195]: "no broker answers there; check --brokers and, in the client's settings, security.protocol",
  29: "this client may not read or write a topic; it needs Read on --from, Write on --to and the dead-letter topic, and Describe on all",
  30: "this client may not use the group; it needs Read on it",
  31: "this client may not produce idempotently; it needs IdempotentWrite on the cluster, or Write on the topics with Kafka 2.8 and later",
  50: "the broker takes no transaction of that length; lower transactionTimeoutMs, or raise the broker's transaction.max.timeout.ms",
  51: "a transaction that an earlier worker of this name has left is still being ended",
  53: "this client may not use the transactional id; it needs Write and Describe on ids that begin with the group's name",
  58: "the broker refuses the login; check sasl.username, sasl.password and sasl.mechanism in the client's settings",
};

/** librdkafka's error as one of ours; the client's own text names no data. */
export function errorOf(error: unknown, doing: string): KafkaError {
  if (error instanceof KafkaError) return error;
  const { code: given, message } = error as ClientError;
  const code = given === NO_NUMBER ? (NUMBERS[message.toLowerCase()] ?? given) : given;
  const help = code === undefined ? undefined : HELP[code];
  const kind = help === undefined || PASSING.includes(code) ? "session" : "setup";
  return new KafkaError(kind, `${doing}: ${help === undefined ? message : `${help} (${message})`}`, code);
}
