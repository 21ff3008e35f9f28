import { METRICS, prometheusText } from "../redactor/prometheus.ts";
import type { Stats } from "../redactor/redactor.ts";

/**
 * What counts: a redactor, a stream, a transport.
 *
 * @example
 * const share = (source: Counting) => source.stats().share;
 */
export interface Counting {
  /** The counts so far. */
  stats(): Stats;
}

/** What an observable counter of OpenTelemetry hands to its callbacks. */
interface Result {
  observe(value: number, attributes?: Record<string, string>): void;
}

interface Counter {
  addCallback(callback: (result: Result) => void): void;
  removeCallback(callback: (result: Result) => void): void;
}

/**
 * The part of OpenTelemetry's `Meter` that is used.
 *
 * @example
 * const count = (meter: CountingMeter, source: Counting) => exportMetrics(meter, source);
 */
export interface CountingMeter {
  /** Makes a counter that is read when the metrics are. */
  createObservableCounter(name: string, options?: { description?: string; unit?: string }): Counter;
}

/**
 * Exports the counts of a redactor as OpenTelemetry metrics: observable counters of matches by rule, bytes, replaced bytes,
 * withheld lines and seconds. They are read when the metrics are; nothing in them comes from a log.
 *
 * @param meter A `Meter` of `@opentelemetry/api`
 * @param source What counts
 * @param attributes Attributes of all values, such as the name of a logger
 * @returns Ends it
 * @example
 * const end = exportMetrics(meter, redactor, { logger: "app" });
 */
export function exportMetrics(
  meter: CountingMeter,
  source: Counting,
  attributes: Readonly<Record<string, string>> = {},
): () => void {
  const ends = Object.entries(METRICS).map(([which, [name, description]]) => {
    const unit = which === "seconds" ? "s" : which === "bytes" || which === "replaced" ? "By" : "1";
    const counter = meter.createObservableCounter(nameOf(name), { description, unit });
    const callback = (result: Result): void => {
      const stats = source.stats();
      if (which === "matches")
        for (const [rule, count] of Object.entries(stats.byRule))
          result.observe(count, { ...attributes, rule });
      else result.observe(countOf(stats, which), { ...attributes });
    };
    counter.addCallback(callback);
    return () => counter.removeCallback(callback);
  });
  return () => {
    for (const end of ends) end();
  };
}

/** OpenTelemetry separates words by dots, and adds what a counter's name ends with. */
const nameOf = (name: string): string => name.replace(/_total$/, "").replace("_", ".");

function countOf(stats: Stats, which: string): number {
  if (which === "seconds") return stats.milliseconds / 1000;
  return stats[which as "bytes" | "replaced" | "withheld"];
}

export { prometheusText };
