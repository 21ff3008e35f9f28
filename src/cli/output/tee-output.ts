import type { Output, Wait, WriteError } from "./output.ts";

/** Writes to `first`, and to `second` until that fails. */
export class TeeOutput implements Output {
  readonly #first: Output;
  readonly #failed: (error: WriteError) => void;
  #second: Output | undefined;

  /** @param failed Called once if `second` cannot be written; as with tee(1), the first goes on. */
  constructor(first: Output, second: Output, failed: (error: WriteError) => void) {
    this.#first = first;
    this.#second = second;
    this.#failed = failed;
  }

  write(bytes: Uint8Array): Wait {
    const waits = [this.#first.write(bytes), this.#writeSecond(bytes)].filter((wait) => wait !== undefined);
    return waits.length === 0 ? undefined : Promise.all(waits).then(() => {});
  }

  #writeSecond(bytes: Uint8Array): Wait {
    try {
      return this.#second?.write(bytes)?.catch((error) => this.#drop(error));
    } catch (error) {
      this.#drop(error);
      return undefined;
    }
  }

  #drop(error: unknown): void {
    this.#second = undefined;
    this.#failed(error as WriteError);
  }

  end(): Wait {
    return this.#first.end();
  }
}
