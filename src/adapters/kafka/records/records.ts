// A record in, what may be written of it out.
import { isUtf8 } from "node:buffer";
import { type Redactor, WITHHELD } from "../../../redactor/redactor.ts";
import type { Header, KafkaRecord } from "../client.ts";
import { isCompressed } from "./compressed.ts";

/** What of a record is redacted beside its value. */
export interface RecordOptions {
  /** Also its key. Records that differed in a credential only have the same key then. */
  readonly redactKeys?: boolean | undefined;
  /** Also its headers; a header's name counts as the name of its value. */
  readonly redactHeaders?: boolean | undefined;
  /**
   * What becomes of a value that is not UTF-8. By default one that an application has compressed is withheld, as nothing
   * in it can be seen, and any other is redacted byte by byte. `"pass"`: also a compressed one, which goes out as it came.
   * `"withhold"`: all of them.
   */
  readonly binary?: BinaryHandling | undefined;
}

/** What becomes of a value that is not UTF-8. */
export type BinaryHandling = "pass" | "withhold";

/** What is written of a record. */
export interface CleanRecord {
  readonly value: Buffer | null;
  readonly key: Uint8Array | string | null;
  readonly timestamp: number | null;
  readonly headers: readonly Header[] | undefined;
  /** Whether a part of it could not be redacted and was left out. */
  readonly isWithheld: boolean;
}

const MARK = Buffer.from(WITHHELD);

/** Redacts records. Each is a haystack of its own: what stands in one says nothing of the next. */
export class RecordRedactor {
  readonly #redactor: Redactor;
  readonly #options: RecordOptions;
  #withheld = 0;
  /** How many values, and keys that are redacted, were not UTF-8. */
  binaries = 0;

  constructor(redactor: Redactor, options: RecordOptions) {
    this.#redactor = redactor;
    this.#options = options;
  }

  /**
   * What stands for a record that is not shown: its time, where it came from, and its key, which is redacted where keys are.
   *
   * @param isBare Also without its key and time, one of which may be why it is refused
   */
  withhold(record: KafkaRecord, reason: WithheldReason, isBare = false): CleanRecord {
    const headers = [{ "scrubjay-withheld": reason }, { "scrubjay-source": sourceOf(record) }];
    return {
      value: MARK,
      key: isBare ? sourceOf(record) : this.#keyOf(record).is,
      headers,
      timestamp: isBare ? null : timeOf(record),
      isWithheld: true,
    };
  }

  /** What may be shown of a record. If that is more than nothing, but not all, lines of it are withheld. */
  redact(record: KafkaRecord): CleanRecord {
    try {
      return this.#redact(record);
    } catch {
      return this.withhold(record, "not-redacted");
    }
  }

  #redact(record: KafkaRecord): CleanRecord {
    const { redactHeaders = false, binary } = this.#options;
    const value = this.#bytes(record.value, binary);
    const key = this.#keyOf(record);
    const headers = redactHeaders ? this.#headers(record.headers) : clean(record.headers);
    return {
      value: value.is,
      key: key.is,
      headers: headers.is,
      timestamp: timeOf(record),
      isWithheld: value.isWithheld || key.isWithheld || headers.isWithheld,
    };
  }

  /** One that cannot be redacted becomes one that no other record has: a compacted topic keeps both. */
  #keyOf(record: KafkaRecord): Part<Uint8Array | string | null> {
    if (this.#options.redactKeys !== true) return clean(record.key ?? null);
    try {
      const key = this.#bytes(bytesOf(record.key), undefined);
      if (!key.isWithheld) return key;
    } catch {
      // As one that is withheld.
    }
    return { is: `${WITHHELD} ${sourceOf(record)}`, isWithheld: true };
  }

  #bytes(bytes: Buffer | null, binary: BinaryHandling | undefined): Part<Buffer | null> {
    if (bytes === null) return clean(null);
    if (!isUtf8(bytes)) {
      this.binaries++;
      const isHidden = binary !== "pass" && isCompressed(bytes);
      if (isHidden || binary === "withhold") return { is: MARK, isWithheld: true };
    }
    const redacted = this.#redactor.redact(bytes);
    return {
      is: redacted,
      isWithheld: redacted !== bytes && redacted.includes(MARK) && this.#isNewlyWithheld(),
    };
  }

  /** Only asked where the mark stands in it: counting takes longer than redacting. */
  #isNewlyWithheld(): boolean {
    const { withheld } = this.#redactor.stats();
    const isNew = withheld > this.#withheld;
    this.#withheld = withheld;
    return isNew;
  }

  #headers(headers: readonly Header[] | undefined): Part<readonly Header[] | undefined> {
    if (headers === undefined) return clean(undefined);
    let isWithheld = false;
    const is = headers.map((header) => {
      const [name = ""] = Object.keys(header);
      const part = this.#header(name, bytesOf(header[name])!);
      isWithheld ||= part.isWithheld;
      return { [name]: part.is };
    });
    return { is, isWithheld };
  }

  #header(name: string, value: Buffer): Part<Buffer> {
    // As characters that each are a byte, where it is not UTF-8.
    const encoding = isUtf8(value) ? "utf8" : "latin1";
    if (encoding === "latin1" && this.#options.binary !== "pass" && isCompressed(value))
      return { is: MARK, isWithheld: true };
    const text = value.toString(encoding);
    const { [name]: redacted } = this.#redactor.redact({ [name]: text });
    if (redacted === text) return clean(value);
    const is = Buffer.from(String(redacted), encoding);
    return { is, isWithheld: is.includes(MARK) && this.#isNewlyWithheld() };
  }
}

/** Why a record is not shown; a fixed word, no data. */
export type WithheldReason = "not-redacted" | "too-large" | "refused";

/** Which record it was: `raw/3/1207`. */
export function sourceOf({ topic, partition, offset }: KafkaRecord): string {
  return `${topic}/${partition}/${offset}`;
}

interface Part<T> {
  readonly is: T;
  readonly isWithheld: boolean;
}

const clean = <T>(is: T): Part<T> => ({ is, isWithheld: false });

function timeOf({ timestamp }: KafkaRecord): number | null {
  return timestamp === undefined || timestamp < 0 ? null : timestamp;
}

function bytesOf(value: Uint8Array | string | null | undefined): Buffer | null {
  if (value === null || value === undefined) return null;
  return typeof value === "string"
    ? Buffer.from(value)
    : Buffer.from(value.buffer, value.byteOffset, value.length);
}
