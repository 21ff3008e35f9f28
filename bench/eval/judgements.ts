// What people decided: matches in real logs (judged.json), cases set aside (set-aside.json).
// Both name a place or a hash, never the text.
import { readFileSync, writeFileSync } from "node:fs";
import type { Case } from "./cases.ts";
import type { Match } from "./corpora.ts";

export type Verdict = "credential" | "innocent";

export type Judgement = { file: string; rule: string; lines: string; verdict: Verdict; reason: string };

export type SetAside = { file: string; rule?: string; hash?: string; reason: string };

const judgedFile = new URL("judged.json", import.meta.url);
const setAsideFile = new URL("set-aside.json", import.meta.url);

const read = <T>(file: URL): T[] => JSON.parse(readFileSync(file, "utf8"));
const write = (file: URL, list: unknown[]) => writeFileSync(file, `${JSON.stringify(list, null, 2)}\n`);

export function readVerdicts(): (match: Pick<Match, "file" | "line" | "rule">) => Verdict | undefined {
  const verdicts = new Map(
    [...judgedLines()].map(({ file, line, rule, verdict }) => [`${file}:${line}:${rule}`, verdict]),
  );
  return ({ file, line, rule }) => verdicts.get(`${file}:${line}:${rule}`);
}

/** For every file of the real logs, the numbers of the lines in which a credential was judged to stand. */
export function readCredentialLines() {
  const lines: Map<string, number[]> = new Map();
  for (const { file, line, verdict } of judgedLines()) {
    if (verdict === "credential") lines.set(file, [...(lines.get(file) ?? []), line]);
  }
  return lines;
}

/** judged.json, a line of a log at a time. */
function* judgedLines() {
  for (const { file, rule, lines, verdict } of read<Judgement>(judgedFile)) {
    for (const range of lines.split(",")) {
      const [first = "", last = first] = range.split("-");
      for (let line = Number(first); line <= Number(last); line++) yield { file, line, rule, verdict };
    }
  }
}

/** Judges all these matches alike. */
export function addJudgements(matches: Match[], verdict: string, reason: string) {
  if (verdict !== "credential" && verdict !== "innocent") {
    throw new Error(`verdict ${JSON.stringify(verdict)}: credential or innocent`);
  }
  const places: Map<string, { file: string; rule: string; lines: number[] }> = new Map();
  for (const { file, rule, line } of matches) {
    const place = places.get(`${file}:${rule}`) ?? { file, rule, lines: [] };
    places.set(`${file}:${rule}`, place);
    place.lines.push(line);
  }
  const added = [...places.values()].map(({ file, rule, lines }) => ({
    file,
    rule,
    lines: toRanges(lines),
    verdict,
    reason,
  }));
  write(judgedFile, [...read(judgedFile), ...added]);
}

export function readSetAside(): (item: Case) => string | undefined {
  const list = read<SetAside>(setAsideFile);
  const reasons = new Map(list.map(({ file, hash, rule, reason }) => [`${file} ${hash ?? rule}`, reason]));
  return ({ file, rule, hash, positive }) =>
    reasons.get(`${file} ${hash}`) ?? (positive ? reasons.get(`${file} ${rule}`) : undefined);
}

export function addSetAside(items: Case[], reason: string) {
  write(setAsideFile, [...read(setAsideFile), ...items.map(({ file, hash }) => ({ file, hash, reason }))]);
}

/** 1, 2, 3, 7 → "1-3,7" */
function toRanges(lines: number[]) {
  const ranges: [first: number, last: number][] = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const range = ranges.at(-1);
    if (range && line === range[1] + 1) range[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(",");
}
