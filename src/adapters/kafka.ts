/**
 * Workers that copy the records of a Kafka topic to another, redacted, each exactly once. Needs
 * `@confluentinc/kafka-javascript`.
 *
 * @module
 */
export type {
  Consumer,
  Header,
  KafkaClient,
  KafkaRecord,
  Place,
  Producer,
} from "./kafka/client.ts";
export { type ClientError, KafkaError, type KafkaErrorKind } from "./kafka/errors.ts";
export type { KafkaOptions } from "./kafka/options.ts";
export type { RecordOptions } from "./kafka/records/records.ts";
export { readSettings, type Settings } from "./kafka/settings.ts";
export { serveStatus } from "./kafka/status-server.ts";
export type { KafkaStatus } from "./kafka/status-text.ts";
export type { Step } from "./kafka/transaction.ts";
export { type KafkaWorker, startKafka } from "./kafka/worker.ts";
