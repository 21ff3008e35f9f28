// Two workers of one name take the transactional id from each other at each start, for ever: who loses it too often gives up.
import { FENCINGS, KafkaError } from "../errors.ts";

/** A worker with a given name that is fenced so often in this time is not the only one of that name. */
const MAX_FENCINGS = 3;
const WINDOW_MS = 120_000;

export class Fencings {
  readonly #instance: string | undefined;
  readonly #times: number[] = [];

  /** @param instance The name that was given; a name that a worker makes up is its own */
  constructor(instance: string | undefined) {
    this.#instance = instance;
  }

  /** What has to be mended, if this failure shows that another worker has the same name. */
  errorFor({ code }: KafkaError, now: number): KafkaError | undefined {
    if (this.#instance === undefined || !FENCINGS.includes(code)) return undefined;
    this.#times.push(now);
    if (this.#times.filter((at) => now - at < WINDOW_MS).length < MAX_FENCINGS) return undefined;
    return new KafkaError(
      "setup",
      `another worker has taken the transactional id of this one ${MAX_FENCINGS} times: does one with --instance ${this.#instance} run, too? Each worker needs a name of its own`,
    );
  }
}
