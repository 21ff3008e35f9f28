/**
 * How many times the short form's work the tests do, in runs of a property and in bytes: 1 in `npm test`,
 * 50 in `npm run test:long`, less than 1 for mutation testing. Read here and nowhere else.
 */
const factor = Number(process.env.SCRUBJAY_LONG ?? 1);

export const isLong: boolean = factor > 1;

/** A number of runs, or of MB, in the short form; returns how many there are in this one. */
export function times(count: number): number {
  return Math.max(1, Math.round(count * factor));
}

/** What has not ended by then, a test or a process, never will: far more than a busy machine takes. */
export const HANG_MS: number = 600_000 * Math.max(1, factor);
