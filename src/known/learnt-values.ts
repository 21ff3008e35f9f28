import { KnownValues } from "./known-values.ts";

/** The most values at a time; a new one takes the place of the oldest. */
export const LEARNT_MOST = 4096;
/** So long a value is looked for after it was last seen under a name. */
export const LEARNT_MS = 600_000;

const LEAST = 12;
const MOST = 512;
const DIFFERENT_LEAST = 8;
const DIGITS_LEAST = 2;
const CHANGES_LEAST = 3;
const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/** Values that were seen under a sensitive name, for some minutes. */
export class LearntValues {
  readonly values: KnownValues = new KnownValues();
  readonly #now: () => number;
  /** When each is forgotten, the oldest first. */
  readonly #until: Map<string, number> = new Map();

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Returns whether the value is looked for from now on and was not before. */
  learn(value: string): boolean {
    if (!looksGenerated(value)) return false;
    const isKnown = this.#until.delete(value);
    this.#until.set(value, this.#now() + LEARNT_MS);
    if (isKnown) return false;
    if (this.#until.size > LEARNT_MOST) this.#forget(this.#until.keys().next().value!);
    this.values.add([value]);
    return true;
  }

  /** Forgets what was not seen for long. */
  expire(): void {
    const now = this.#now();
    for (const [value, until] of this.#until) {
      if (until > now) return;
      this.#forget(value);
    }
  }

  #forget(value: string): void {
    this.#until.delete(value);
    this.values.remove(value);
  }
}

/**
 * Whether nobody wrote a value by hand: who can write a line could otherwise have any word hidden in those that follow, by
 * writing it under a sensitive name. Ids have names of their own to be found by, so a UUID is none.
 */
export function looksGenerated(value: string): boolean {
  if (value.length < LEAST || value.length > MOST || !/^[\x21-\x7e]+$/.test(value) || UUID.test(value))
    return false;
  const changes = value.match(/\d[A-Za-z]|[A-Za-z](?=\d)/g)?.length ?? 0;
  return (
    changes >= CHANGES_LEAST &&
    (value.match(/\d/g)?.length ?? 0) >= DIGITS_LEAST &&
    new Set(value).size >= DIFFERENT_LEAST
  );
}
