import type { KafkaRecord, Place } from "../client.ts";

/** When a batch is full. */
export interface BatchLimits {
  readonly maxBytes: number;
  readonly maxRecords: number;
  /** How long the first record waits for others. */
  readonly maxMs: number;
}

/** Records that go out in one transaction, in the order in which they came. */
export class Batch {
  readonly records: KafkaRecord[] = [];
  bytes = 0;
  #startedAt = 0;

  get isEmpty(): boolean {
    return this.records.length === 0;
  }

  add(records: readonly KafkaRecord[], now: number): void {
    if (this.isEmpty && records.length > 0) this.#startedAt = now;
    for (const record of records) {
      this.records.push(record);
      this.bytes += sizeOf(record);
    }
  }

  /** Whether more records may come in. */
  isOpen(limits: BatchLimits, now: number): boolean {
    if (this.isEmpty) return true;
    return (
      this.bytes < limits.maxBytes && this.records.length < limits.maxRecords && this.msLeft(limits, now) > 0
    );
  }

  /** How long it may still wait. */
  msLeft({ maxMs }: BatchLimits, now: number): number {
    return this.isEmpty ? maxMs : this.#startedAt + maxMs - now;
  }

  /** Where each partition goes on: the offset after its last record. */
  next(): Place[] {
    const places = new Map<number, Place>();
    for (const { topic, partition, offset, leaderEpoch } of this.records) {
      const known = places.get(partition)?.offset ?? -1;
      if (offset < known) continue;
      const epoch = leaderEpoch === undefined ? {} : { leaderEpoch };
      places.set(partition, { topic, partition, offset: offset + 1, ...epoch });
    }
    return [...places.values()];
  }
}

/** About what a record takes on the wire. */
function sizeOf({ value, key, headers }: KafkaRecord): number {
  let bytes = (value?.length ?? 0) + (key?.length ?? 0) + 64;
  if (headers !== undefined)
    for (const header of headers)
      for (const name in header) bytes += name.length + (header[name]?.length ?? 0);
  return bytes;
}
