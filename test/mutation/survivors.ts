// Mutants that no test is to kill, each with the reason: they hold memory or save time, or change nothing.
import type { Mutation } from "./sites/operators.ts";

/** By the file, from the repository's root. */
export type Survivors = Readonly<Record<string, readonly Survivor[]>>;

export interface Survivor {
  /** The function. */
  readonly within: string;
  /** The expression, of a number or a name what it stands in. */
  readonly text: string;
  /** What is done to it; without it, any of the mutations. */
  readonly operator?: string;
  readonly reason: string;
}

export function isListed(mutation: Mutation, survivors: Survivors): boolean {
  return (survivors[mutation.file] ?? []).some((survivor) => isOf(mutation, survivor));
}

function isOf({ within, text, operator }: Mutation, survivor: Survivor): boolean {
  return (
    within === survivor.within &&
    text === survivor.text &&
    (survivor.operator === undefined || operator === survivor.operator)
  );
}

/** Entries for which `wanted` holds of no mutation. */
function entriesWithout(
  survivors: Survivors,
  mutations: readonly Mutation[],
  wanted: (mutation: Mutation) => boolean,
): readonly string[] {
  return Object.entries(survivors).flatMap(([file, entries]) => {
    const own = mutations.filter((mutation) => mutation.file === file && wanted(mutation));
    return entries
      .filter((entry) => !own.some((mutation) => isOf(mutation, entry)))
      .map(({ within, text, operator }) => `${file}:${within}: ${operator ?? "any"}: ${text}`);
  });
}

/** Entries that no mutation of `mutations` answers to: the code has changed. */
export function goneFrom(survivors: Survivors, mutations: readonly Mutation[]): readonly string[] {
  return entriesWithout(survivors, mutations, () => true);
}

/** Of the entries that were tried, those of which no mutation has survived. */
export function killedAmong(
  survivors: Survivors,
  tried: readonly Mutation[],
  survived: ReadonlySet<Mutation>,
): readonly string[] {
  const gone = new Set(goneFrom(survivors, tried));
  return entriesWithout(survivors, tried, (mutation) => survived.has(mutation)).filter(
    (name) => !gone.has(name),
  );
}
