// Records that the broker takes in no batch. It names none of them, so ever smaller batches find out which it is.
import type { KafkaRecord } from "./client.ts";
import { CODES, type KafkaError } from "./errors.ts";

/** The next batches have so much less: 10,000 records are down to one after four failures. */
const SMALLER = 16;

/** Remembers, over sessions, which records are too large to be written. */
export class Oversized {
  readonly #found = new Set<string>();
  #limit = Number.POSITIVE_INFINITY;
  #left = 0;

  /** The most records of the next batch. */
  maxRecords(usual: number): number {
    return Math.min(usual, this.#limit);
  }

  has(record: KafkaRecord): boolean {
    return this.#found.size > 0 && this.#found.has(idOf(record));
  }

  /** A batch was committed. */
  passed(records: number): void {
    this.#left -= records;
    if (this.#left <= 0) this.#limit = Number.POSITIVE_INFINITY;
  }

  /** A batch failed. */
  failed(records: readonly KafkaRecord[], error: KafkaError): void {
    if (error.code !== CODES.tooLarge) return;
    if (records.length === 1) this.#found.add(idOf(records[0]!));
    this.#limit = Math.max(1, Math.floor(records.length / SMALLER));
    this.#left = records.length;
  }
}

function idOf({ topic, partition, offset }: KafkaRecord): string {
  return `${topic}/${partition}/${offset}`;
}
