import { constants } from "node:os";
import type { Input } from "./input/input.ts";

type EndingSignal = "SIGINT" | "SIGTERM" | "SIGHUP";

const SIGNALS: readonly EndingSignal[] = ["SIGINT", "SIGTERM", "SIGHUP"];

/** After a signal, a writer that is silent for so long has nothing more to say, in milliseconds. */
const SILENCE_MS = 1_000;
/** So many of them at the most: below the ten seconds after which `docker stop` kills. */
const MOST_SILENCES = 5;
/** A launcher passes on the Ctrl-C that the terminal has sent us already: that is no second one. */
const SAME_MS = 300;

/**
 * How the filter ends by a signal. Ctrl-C and a service's stop reach the writer too, whose last lines matter
 * most: so a pipe is read until the writer has ended or falls silent. Then what was held back is written.
 * A second signal ends the reading at once, and the program where the output is stuck.
 */
export class Ending {
  #signal: EndingSignal | undefined;
  #heardAt = 0;
  #input: Input | undefined;
  #isStopped = false;

  constructor() {
    for (const signal of SIGNALS) process.on(signal, () => this.#hear(signal));
  }

  /** The signal that ends us. */
  get signal(): EndingSignal | undefined {
    return this.#signal;
  }

  /** What is being read. */
  watch(input: Input): void {
    this.#input = input;
    if (this.#isStopped) input.stop();
  }

  #hear(signal: EndingSignal): void {
    const now = performance.now();
    if (this.#signal === undefined) {
      this.#signal = signal;
      this.#heardAt = now;
      if (this.#input?.isLive) this.#waitForSilence(0, this.#input.reads);
      else this.#stop();
      return;
    }
    if (now - this.#heardAt < SAME_MS) return;
    if (this.#isStopped) endBySignal(signal);
    this.#stop();
  }

  #waitForSilence(silences: number, reads: number): void {
    const look = (): void => {
      const seen = this.#input?.reads ?? reads;
      if (seen === reads || silences + 1 === MOST_SILENCES) this.#stop();
      else this.#waitForSilence(silences + 1, seen);
    };
    setTimeout(look, SILENCE_MS).unref();
  }

  #stop(): void {
    this.#isStopped = true;
    this.#input?.stop();
    setTimeout(() => endBySignal(this.#signal!), SILENCE_MS * MOST_SILENCES).unref();
  }
}

/**
 * Ends this process by a signal, so that a shell or supervisor sees what ended it; with status 128 + its
 * number where the signal is ignored, as for a container's first process.
 */
export function endBySignal(signal: NodeJS.Signals): never {
  try {
    // Node ignores SIGPIPE; a listener that is removed restores the default.
    process.on(signal, () => {});
    process.removeAllListeners(signal);
  } catch {
    // SIGKILL takes no listener.
  }
  try {
    process.kill(process.pid, signal);
  } catch {
    // Windows does not have it.
  }
  process.exit(128 + constants.signals[signal]);
}
