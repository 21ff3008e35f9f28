// Calls measured in turn, in processor time, so that other work on the machine counts little.
import { cpuSeconds } from "./children/cpu-seconds.js";
import { median } from "./measure.ts";

/**
 * What each takes, in units of the first: medians over rounds, each against the first of its own round.
 *
 * @param options Calls a round (20,000) and rounds (15).
 */
export async function inTurns(
  runs: Record<string, (i: number) => unknown>,
  { calls = 20_000, rounds = 15 }: { calls?: number; rounds?: number } = {},
): Promise<Record<string, number>> {
  const names = Object.keys(runs);
  const take = async (name: string) => {
    const start = cpuSeconds();
    for (let i = 0; i < calls; i++) {
      runs[name]?.(i);
      // As in a server: without a turn of the event loop winston's entries pile up, and most of what is
      // measured is the garbage collector.
      if ((i & 63) === 63) await new Promise(setImmediate);
    }
    return cpuSeconds() - start;
  };
  for (const name of names) await take(name);
  const seconds: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    // From another one on each time: who comes first pays for what the last one left to collect.
    for (let i = 0; i < names.length; i++) {
      const name = names[(round + i) % names.length] ?? "";
      seconds[name]?.push(await take(name));
    }
  }
  const first = seconds[names[0] ?? ""] ?? [];
  return Object.fromEntries(
    names.map((name) => [name, median((seconds[name] ?? []).map((each, i) => each / (first[i] ?? 1)))]),
  );
}
