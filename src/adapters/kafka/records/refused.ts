// Records that a topic refuses: too large, without a key where it is compacted, of a time that it does not take. The broker
// does not always name them, so ever smaller batches find out which they are.
import type { KafkaRecord } from "../client.ts";
import { CODES, KafkaError, REFUSALS } from "../errors.ts";
import { sourceOf, type WithheldReason } from "./records.ts";

/** The next batches have so much less: 10,000 records are down to one after four failures. */
const SMALLER = 16;
/** A record is tried as it was redacted, withheld with its key, and withheld without. */
const MAX_REFUSALS = 2;

/** A record that was refused, and how often: first as it was redacted, then withheld, then with nothing of its own. */
export interface Refusal {
  readonly reason: WithheldReason;
  readonly times: number;
  /** What the broker said last. */
  readonly message: string;
}

/** Remembers, over sessions, which records were refused. */
export class Refused {
  readonly #found = new Map<string, Refusal>();
  #limit = Number.POSITIVE_INFINITY;
  #ceiling = Number.POSITIVE_INFINITY;
  #left = 0;
  #suspects = 0;

  /** The most records of the next batch. */
  maxRecords(usual: number): number {
    return Math.min(usual, this.#limit);
  }

  of(record: KafkaRecord): Refusal | undefined {
    return this.#found.size > 0 ? this.#found.get(sourceOf(record)) : undefined;
  }

  /** A batch was committed. */
  passed(records: readonly KafkaRecord[]): void {
    if (this.#found.size > 0) for (const record of records) this.#found.delete(sourceOf(record));
    if (this.#left <= 0) return;
    this.#left -= records.length;
    if (this.#left > 0) return;
    // Each of them passed in a smaller batch: it was the batch that the topic does not take.
    if (this.#suspects > 1) this.#ceiling = Math.min(this.#ceiling, Math.ceil(this.#suspects / 2));
    this.#limit = this.#ceiling;
  }

  /** A batch failed. */
  failed(records: readonly KafkaRecord[], { code, message }: KafkaError): void {
    if (!REFUSALS.includes(code)) return;
    const [first] = records;
    if (records.length === 1 && first !== undefined) {
      const times = (this.of(first)?.times ?? 0) + 1;
      const reason = code === CODES.tooLarge ? "too-large" : "refused";
      this.#found.set(sourceOf(first), { reason, times, message });
      this.#suspects = 0;
    } else this.#suspects = records.length;
    this.#limit = Math.max(1, Math.floor(records.length / SMALLER));
    this.#left = records.length;
  }
}

/** Whether no other form of a record is left to try. Without a dead-letter topic, only what is too large has one. */
export function isFinal({ times, reason }: Refusal, deadLetter: string | undefined): boolean {
  return times > MAX_REFUSALS || (reason === "refused" && deadLetter === undefined);
}

/** What has to be mended before a record can go on. */
export function refusalError(
  record: KafkaRecord,
  { message }: Refusal,
  { to, deadLetter }: { readonly to: string; readonly deadLetter: string | undefined },
): KafkaError {
  const topic = deadLetter === undefined ? `--to ${to}` : `--dead-letter ${deadLetter}`;
  const help = deadLetter === undefined ? ", or give --dead-letter" : "";
  return new KafkaError(
    "setup",
    `${topic} refuses the record ${sourceOf(record)}, which is not committed (${message}); mend the topic's settings (max.message.bytes; a compacted topic takes no record without a key)${help}`,
  );
}
