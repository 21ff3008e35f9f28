import type { RedactorOptions, Stats } from "../../redactor/byte-redactor-with.ts";
import type { ByteRedactor, Share } from "../input/redacting.ts";
import { os } from "../output/lazy-modules.ts";
import { drainShared } from "./drain-shared.ts";
import { startHelper } from "./helper-thread.ts";

/** The argument of the helper's thread: a command line cannot contain NUL. */
export const HELPER = "\0helper";

/**
 * How an input is redacted in two threads. What it returns returns undefined if there is one processor only, and for
 * options with which one thread has to see all of the input.
 *
 * @param redactor The redactor of the intake
 * @param report Gets the counts of the other thread
 */
export function shareWith(
  redactor: ByteRedactor,
  options: RedactorOptions,
  report: { count(stats: Stats): void },
): Share {
  return (source, intake) => {
    // What one thread learns the other does not know; each would say that it observes; records are read line by line.
    if (options.keepOnly || options.learn || options.mode === "observe") return undefined;
    if (os().availableParallelism() < 2) return undefined;
    const drain = async (): Promise<void> => {
      const helper = startHelper(options, HELPER);
      try {
        await drainShared({ source, intake, redactor, helper, count: (stats) => report.count(stats) });
      } finally {
        await helper.close();
      }
    };
    return drain();
  };
}
