const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Lengths of buckets that people count in. */
const LENGTHS: readonly number[] = [
  SECOND,
  5 * SECOND,
  15 * SECOND,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  DAY,
  7 * DAY,
  30 * DAY,
  365 * DAY,
  3_650 * DAY,
  36_500 * DAY,
];

/** The most buckets: they grow longer where more would be needed. */
export const BUCKETS_MOST = 120;

/** Counts by file and time, in as much memory for a billion as for two. */
export class TimeBuckets {
  #length = 0;
  readonly #counts = new Map<string, Map<number, number>>();
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  add(file: string, timeMs: number): void {
    const bucket = Math.floor(timeMs / this.lengthMs);
    this.#count(file, bucket, 1);
    this.#first = Math.min(this.#first, bucket);
    this.#last = Math.max(this.#last, bucket);
    while (this.count > BUCKETS_MOST && this.#length < LENGTHS.length - 1) this.#lengthen();
  }

  /** The length of a bucket, in milliseconds. */
  get lengthMs(): number {
    return LENGTHS[this.#length]!;
  }

  /** When the first bucket begins. */
  get startMs(): number {
    return this.#first * this.lengthMs;
  }

  /** How many buckets there are; 0 if nothing was counted. */
  get count(): number {
    return Math.max(0, this.#last - this.#first + 1);
  }

  /** The counts of each file, by bucket from the first one on. */
  *rows(): Generator<readonly [file: string, counts: ReadonlyMap<number, number>]> {
    for (const [file, counts] of this.#counts)
      yield [file, new Map([...counts].map(([bucket, count]) => [bucket - this.#first, count]))];
  }

  #count(file: string, bucket: number, count: number): void {
    const counts = this.#counts.get(file) ?? new Map<number, number>();
    this.#counts.set(file, counts);
    counts.set(bucket, (counts.get(bucket) ?? 0) + count);
  }

  #lengthen(): void {
    const before = this.lengthMs;
    this.#length++;
    const now = (bucket: number): number => Math.floor((bucket * before) / this.lengthMs);
    const all = [...this.#counts];
    this.#counts.clear();
    for (const [file, counts] of all)
      for (const [bucket, count] of counts) this.#count(file, now(bucket), count);
    this.#first = now(this.#first);
    this.#last = now(this.#last);
  }
}
