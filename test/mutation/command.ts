// What `npm run mutants` does and prints.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../structure/files.ts";
import { nameOf, type Options, type Result, runMutants } from "./run.ts";
import { allMutations, readSources } from "./sites/mutants.ts";
import { goneFrom, isListed, killedAmong, type Survivors } from "./survivors.ts";

/** Of the mutants, so many in a hundred are killed, or listed with the reason. */
const LEAST = 95;

interface Asked extends Omit<Options, "survivors" | "only"> {
  readonly list: boolean;
  readonly json: string | undefined;
  /** What `json` wrote of a run whose survivors are tried again. */
  readonly again: string | undefined;
}

/** Returns the process's exit code. */
export async function command(asked: Asked): Promise<number> {
  const survivors: Survivors = JSON.parse(
    readFileSync(join(root, "test/mutation/survivors.json"), "utf8"),
  ) as Survivors;
  if (asked.list) {
    for (const mutation of allMutations(readSources())) console.log(nameOf(mutation));
    return 0;
  }
  const { results, refused, found } = await runMutants(
    { ...asked, survivors, only: survivorsOf(asked.again) },
    (line) => console.log(line),
  );
  if (asked.json !== undefined) writeFileSync(asked.json, JSON.stringify({ results, found }, null, 1));
  for (const mutation of refused) console.log(`not built: ${nameOf(mutation)}`);
  console.log(scoreTable(results, survivors));
  const alive = results
    .filter(({ outcome }) => outcome.killedBy === undefined)
    .map(({ mutation }) => mutation);
  const unlisted = alive.filter((mutation) => !isListed(mutation, survivors));
  for (const mutation of unlisted) console.log(`survived: ${nameOf(mutation)}`);
  const byId = new Map(results.map(({ mutation }) => [mutation.id, mutation]));
  for (const { input, expected, kills } of found) {
    console.log(`would kill ${kills.length}: ${JSON.stringify([input, expected])}`);
    for (const id of kills) console.log(`  ${nameOf(byId.get(id)!)}`);
  }
  const tried = results.map(({ mutation }) => mutation);
  const stale = [
    ...goneFrom(survivors, allMutations(readSources())).map((name) => `listed, but not there: ${name}`),
    ...killedAmong(survivors, tried, new Set(alive)).map((name) => `listed, but killed: ${name}`),
  ];
  for (const line of stale) console.log(line);
  const score = percent(results.length - unlisted.length, results.length);
  console.log(
    `${results.length} mutants, seed ${asked.seed}: ${results.length - alive.length} killed, ` +
      `${alive.length - unlisted.length} listed, ${unlisted.length} survived: ${score.toFixed(1)} %`,
  );
  return score >= LEAST && stale.length === 0 ? 0 : 1;
}

function survivorsOf(path: string | undefined): ReadonlySet<string> | undefined {
  if (path === undefined) return undefined;
  const { results } = JSON.parse(readFileSync(path, "utf8")) as { results: readonly Result[] };
  const alive = results.filter(({ outcome }) => outcome.killedBy === undefined);
  return new Set(alive.map(({ mutation }) => nameOf(mutation)));
}

/** A line for each file: how many of its mutants were killed or are listed. */
function scoreTable(results: readonly Result[], survivors: Survivors): string {
  const files = groupByFile(results);
  const rows = [...files].map(([file, own]) => {
    const good = own.filter(
      ({ mutation, outcome }) => outcome.killedBy !== undefined || isListed(mutation, survivors),
    );
    return `| \`${file.replace("src/", "")}\` | ${percent(good.length, own.length).toFixed(1)} | ${own.length} |`;
  });
  return ["| file | score, % | mutants |", "|---|---|---|", ...rows].join("\n");
}

function percent(part: number, all: number): number {
  return all === 0 ? 100 : (100 * part) / all;
}

function groupByFile(results: readonly Result[]): ReadonlyMap<string, readonly Result[]> {
  const groups = new Map<string, Result[]>();
  for (const result of results) {
    const { file } = result.mutation;
    groups.set(file, [...(groups.get(file) ?? []), result]);
  }
  return groups;
}
