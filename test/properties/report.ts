import { type Found, type Property, run, simplest } from "./property.ts";

export interface ReportOptions {
  readonly seed: number;
  readonly cases: number;
  /** How many failures are made simple and shown. */
  readonly shown: number;
  readonly without?: RegExp | undefined;
}

/** A run in words: how many failed, by promise, and the simplest inputs found, the most frequent first. */
export function report(
  property: Property,
  { seed, cases, shown, without }: ReportOptions,
): { summary: string; failed: number } {
  const start = performance.now();
  const { tried, bytes, failures } = run(property, { seed, cases, without });
  const seconds = (performance.now() - start) / 1000;
  const lines = [
    `## ${property.name}: ${failures.length} of ${tried} cases fail (seed ${seed}, ${(bytes / 1e6).toFixed(1)} MB, ${seconds.toFixed(1)} s)`,
    ...[...countBy(failures, ({ promise }) => promise)].map(
      ([promise, count]) => `   ${count} × not: ${promise}`,
    ),
  ];
  const simple = evenly(failures, shown).map((found) => simplest(property, found, without));
  const kinds = [...countBy(simple, ({ promise, inputs }) => `${promise}\n${inputs.join("\n")}`)];
  kinds.sort(([, one], [, other]) => other - one);
  for (const [kind, count] of kinds) {
    const { promise, inputs, detail } = simple.find(
      (each) => kind === `${each.promise}\n${each.inputs.join("\n")}`,
    )!;
    lines.push(
      `-- ${count} of ${simple.length}, not: ${promise}`,
      ...inputs.map(visible).map((input) => `in:  ${input}`),
      `out: ${visible(detail)}`,
    );
  }
  return { summary: lines.join("\n"), failed: failures.length };
}

/** At most `count` of the items, from all parts of the list. */
function evenly(items: readonly Found[], count: number): Found[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)]!);
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

/** On one line, controls written out. */
function visible(text: string): string {
  return text
    .replace(/[\x00-\x08\x0b-\x1f\x7f]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, "0")}`)
    .replaceAll("\n", "⏎")
    .replaceAll("\t", "␉");
}
