import type { Input } from "./input/intake.ts";
import { os } from "./output/lazy-modules.ts";

type EndingSignal = "SIGINT" | "SIGTERM" | "SIGHUP";

const SIGNALS: readonly EndingSignal[] = ["SIGINT", "SIGTERM", "SIGHUP"];

/** After a signal, a writer that is silent for this long counts as finished, in milliseconds. */
const SILENCE_MS = 1_000;
/** The most silences: less than the ten seconds after which `docker stop` kills. */
const MOST_SILENCES = 5;
/** A launcher may pass on a Ctrl-C that the terminal has sent us already. It does not count as a second one. */
const SAME_MS = 300;

/**
 * Ends the filter after a signal. Ctrl-C and a service's stop also reach the writer, and its last lines matter most. So
 * a pipe is read until the writer has ended or is silent; then the held text is written. A second signal stops reading
 * at once, and ends the program if the output is stuck.
 */
export class Ending {
  #signal: EndingSignal | undefined;
  #heardAt = 0;
  #input: Input | undefined;
  #isStopped = false;

  constructor() {
    for (const signal of SIGNALS) process.on(signal, () => this.#hear(signal));
  }

  /** The signal that ends the filter. */
  get signal(): EndingSignal | undefined {
    return this.#signal;
  }

  /** The current input. */
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
 * Ends this process by a signal, so that a shell or supervisor sees the cause. If the signal is ignored, as for process
 * 1 of a container, ends with status 128 + its number.
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
  process.exit(128 + os().constants.signals[signal]);
}
