// What people decided: matches in real logs (judged.json), cases set aside (set-aside.json).
// Both name a place or a hash, never the text.
import { readFileSync, writeFileSync } from "node:fs";

/** @import { Case } from "./cases.js" */
/** @import { Match } from "./corpora.js" */
/**
 * @typedef {"credential" | "innocent"} Verdict
 * @typedef {{ file: string, rule: string, lines: string, verdict: Verdict, reason: string }} Judgement
 * @typedef {{ file: string, rule?: string, hash?: string, reason: string }} SetAside
 */

const judgedFile = new URL("judged.json", import.meta.url);
const setAsideFile = new URL("set-aside.json", import.meta.url);

/** @param {URL} file @returns {any} */
const read = (file) => JSON.parse(readFileSync(file, "utf8"));
/** @param {URL} file @param {unknown[]} list */
const write = (file, list) => writeFileSync(file, `${JSON.stringify(list, null, 2)}\n`);

/** @returns {(match: Pick<Match, "file" | "line" | "rule">) => Verdict | undefined} */
export function readVerdicts() {
  const verdicts = new Map(
    [...judgedLines()].map(({ file, line, rule, verdict }) => [`${file}:${line}:${rule}`, verdict]),
  );
  return ({ file, line, rule }) => verdicts.get(`${file}:${line}:${rule}`);
}

/** For every file of the real logs, the numbers of the lines in which a credential was judged to stand. */
export function readCredentialLines() {
  /** @type {Map<string, number[]>} */
  const lines = new Map();
  for (const { file, line, verdict } of judgedLines()) {
    if (verdict === "credential") lines.set(file, [...(lines.get(file) ?? []), line]);
  }
  return lines;
}

/** judged.json, a line of a log at a time. */
function* judgedLines() {
  for (const { file, rule, lines, verdict } of /** @type {Judgement[]} */ (read(judgedFile))) {
    for (const range of lines.split(",")) {
      const [first = "", last = first] = range.split("-");
      for (let line = Number(first); line <= Number(last); line++) yield { file, line, rule, verdict };
    }
  }
}

/**
 * Judges all these matches alike.
 * @param {Match[]} matches @param {string} verdict @param {string} reason
 */
export function addJudgements(matches, verdict, reason) {
  if (verdict !== "credential" && verdict !== "innocent") {
    throw new Error(`verdict ${JSON.stringify(verdict)}: credential or innocent`);
  }
  /** @type {Map<string, { file: string, rule: string, lines: number[] }>} */
  const places = new Map();
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

/** @returns {(item: Case) => string | undefined} */
export function readSetAside() {
  /** @type {SetAside[]} */
  const list = read(setAsideFile);
  const reasons = new Map(list.map(({ file, hash, rule, reason }) => [`${file} ${hash ?? rule}`, reason]));
  return ({ file, rule, hash, positive }) =>
    reasons.get(`${file} ${hash}`) ?? (positive ? reasons.get(`${file} ${rule}`) : undefined);
}

/** @param {Case[]} items @param {string} reason */
export function addSetAside(items, reason) {
  write(setAsideFile, [...read(setAsideFile), ...items.map(({ file, hash }) => ({ file, hash, reason }))]);
}

/** 1, 2, 3, 7 → "1-3,7" @param {number[]} lines */
function toRanges(lines) {
  /** @type {[first: number, last: number][]} */
  const ranges = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const range = ranges.at(-1);
    if (range && line === range[1] + 1) range[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(",");
}
