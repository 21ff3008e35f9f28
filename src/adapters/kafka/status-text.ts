// What a worker says of itself over HTTP.

import { prometheusText } from "../../redactor/prometheus.ts";
import type { Stats } from "../../redactor/redactor.ts";

/** What a worker is doing. Nothing in it comes from a record. */
export interface KafkaStatus {
  /** Whether it has its share of the group, and reaches a broker. */
  readonly isReady: boolean;
  /** `"starting"`, `"working"`, `"waiting"` before another try, `"stopped"` or `"failed"`. */
  readonly state: "starting" | "working" | "waiting" | "stopped" | "failed";
  readonly policyId: string;
  /** Policies of other workers of the group that differ. */
  readonly otherPolicies: readonly string[];
  /** Records that were written, and committed. */
  readonly records: number;
  readonly tombstones: number;
  /** Of them, those of which something was withheld. */
  readonly withheld: number;
  readonly deadLetters: number;
  /** Values, and keys that are redacted, that were not UTF-8. */
  readonly binary: number;
  /** Transactions. */
  readonly committed: number;
  readonly aborted: number;
  readonly rebalances: number;
  /** How often it began again. */
  readonly restarts: number;
  /** Records to come, by partition of `from`. */
  readonly lag: Readonly<Record<string, number>>;
  /** What went wrong last. */
  readonly lastError: string | undefined;
  /** The counts of the redactor. */
  readonly stats: Stats;
}

const COUNTERS: readonly (readonly [name: keyof KafkaStatus, metric: string, help: string])[] = [
  ["records", "records", "Records that were written and committed."],
  ["tombstones", "tombstones", "Records without a value among them."],
  ["withheld", "withheld_records", "Records of which something was withheld."],
  ["deadLetters", "dead_letters", "Withheld records that went to the dead-letter topic."],
  ["binary", "binary_values", "Values, and redacted keys, that were not UTF-8."],
  ["committed", "transactions_committed", "Transactions that were committed."],
  ["aborted", "transactions_aborted", "Transactions that were not committed."],
  ["rebalances", "rebalances", "How often partitions came."],
  ["restarts", "restarts", "How often the worker began again at what was committed."],
];

/** The status in the text format of Prometheus. */
export function statusText(status: KafkaStatus): string {
  const lines = COUNTERS.flatMap(([name, metric, help]) => [
    `# HELP scrubjay_kafka_${metric}_total ${help}`,
    `# TYPE scrubjay_kafka_${metric}_total counter`,
    `scrubjay_kafka_${metric}_total ${String(status[name])}`,
  ]);
  const lags = Object.entries(status.lag).map(
    ([partition, lag]) => `scrubjay_kafka_lag_records{partition="${partition}"} ${lag}`,
  );
  return [
    prometheusText(status.stats).trimEnd(),
    ...lines,
    ...gauge("lag_records", "Records that are still to come, by partition.", lags),
    ...gauge("ready", "Whether the worker has its share of the group.", [
      `scrubjay_kafka_ready ${status.isReady ? 1 : 0}`,
    ]),
    ...gauge("other_policies", "Policies of other workers of the group that differ.", [
      `scrubjay_kafka_other_policies{policy="${status.policyId}"} ${status.otherPolicies.length}`,
    ]),
    "",
  ].join("\n");
}

function gauge(metric: string, help: string, samples: readonly string[]): readonly string[] {
  return [`# HELP scrubjay_kafka_${metric} ${help}`, `# TYPE scrubjay_kafka_${metric} gauge`, ...samples];
}
