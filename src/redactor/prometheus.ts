import type { Stats } from "./tally.ts";

/** Names and help of what is counted, as Prometheus and OpenTelemetry have it. */
export const METRICS = {
  bytes: ["scrubjay_bytes_total", "Bytes that were scanned; UTF-16 units of strings."],
  replaced: ["scrubjay_replaced_bytes_total", "Bytes of credentials that were found."],
  matches: ["scrubjay_matches_total", "Credentials that were found, by rule."],
  withheld: ["scrubjay_withheld_lines_total", "Lines that could not be redacted and were withheld."],
  seconds: ["scrubjay_seconds_total", "Time that the redaction took."],
} as const;

/**
 * Counts in the text format of Prometheus (https://prometheus.io/docs/instrumenting/exposition_formats/). Nothing in it
 * comes from a log.
 *
 * @param stats The counts of a redactor or a stream
 * @param labels Labels of all samples, such as the name of a service
 * @example
 * const body = prometheusText(redactor.stats(), { service: "shop" });
 */
export function prometheusText(stats: Stats, labels: Readonly<Record<string, string>> = {}): string {
  const one = (value: number): readonly (readonly [Readonly<Record<string, string>>, number])[] => [
    [{}, value],
  ];
  const samples = {
    bytes: one(stats.bytes),
    replaced: one(stats.replaced),
    matches: Object.entries(stats.byRule).map(([rule, count]) => [{ rule }, count] as const),
    withheld: one(stats.withheld),
    seconds: one(stats.milliseconds / 1000),
  };
  let text = "";
  for (const [which, [name, help]] of Object.entries(METRICS)) {
    text += `# HELP ${name} ${help}\n# TYPE ${name} counter\n`;
    for (const [own, value] of samples[which as keyof typeof METRICS])
      text += `${name}${labelText({ ...labels, ...own })} ${value}\n`;
  }
  return text;
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n")}"`,
  );
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}
