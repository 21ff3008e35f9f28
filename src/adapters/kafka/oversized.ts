// Records that the broker takes in no batch: it names no record, so batches of one find out which it is.
import type { KafkaRecord } from "./client.ts";
import { CODES, type KafkaError } from "./errors.ts";

/** Remembers, over sessions, which records are too large to be written. */
export class Oversized {
  readonly #found = new Set<string>();
  #alone = 0;

  /** The most records of the next batch. */
  maxRecords(usual: number): number {
    return this.#alone > 0 ? 1 : usual;
  }

  has(record: KafkaRecord): boolean {
    return this.#found.size > 0 && this.#found.has(idOf(record));
  }

  /** A batch was committed. */
  passed(records: number): void {
    this.#alone = Math.max(0, this.#alone - records);
  }

  /** A batch failed. */
  failed(records: readonly KafkaRecord[], error: KafkaError): void {
    if (error.code !== CODES.tooLarge) return;
    if (records.length === 1) this.#found.add(idOf(records[0]!));
    else this.#alone = Math.max(this.#alone, records.length);
  }
}

function idOf({ topic, partition, offset }: KafkaRecord): string {
  return `${topic}/${partition}/${offset}`;
}
