// The same measure for all: what an engine finds and spoils, told from its output alone.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { median } from "../measure.ts";
import { type RedactAll, redactJson } from "../peers/peer.ts";
import { createRandom } from "../random.ts";
import { measureAlarms } from "./alarms.ts";
import type { Case } from "./cases.ts";
import { changedLines, changes } from "./changes.ts";
import { brokenJsonLines, locate } from "./corpora.ts";
import type { Span } from "./judge.ts";
import { readCredentialLines } from "./judgements.ts";
import { judgePlacements, type Rendered, renderPlacements } from "./placement.ts";
import { type Engine, measureRecall } from "./recall.ts";
import { corporaDir } from "./shared.ts";

/** The first lines of a real log, and the numbers of those in which a credential has been judged to stand. */
export type Head = { file: string; text: string; credentialLines: Set<number> };
export type Inputs = { cases: Case[]; placed: Rendered[]; logs: Head[] };

/** Placements of each notation and kind: some engines take a millisecond for a line. */
export const perNotationAndKind = 10;
/** Bytes of each real log. */
export const headBytes = 16 * 1024;

/**
 * What every engine is given: all cases, placements drawn with a fixed seed, the head of every real log.
 *
 * @param scrubjay Tells which real lines are clean.
 */
export function gatherInputs(cases: Case[], scrubjay: Engine): Inputs {
  return { cases, placed: samplePlacements(renderPlacements(cases, scrubjay)), logs: readHeads(scrubjay) };
}

function samplePlacements(all: Rendered[]) {
  const random = createRandom(11);
  const groups: Map<string, Rendered[]> = new Map();
  for (const item of all) {
    const name = `${item.notation.name} ${item.kind}`;
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push(item);
  }
  return [...groups.values()].flatMap((left) => {
    const count = Math.min(perNotationAndKind, left.length);
    return Array.from({ length: count }, () => left.splice(random.below(left.length), 1)).flat();
  });
}

/** A judgement names the first line of a match; an object or a key block goes on over others. */
function readHeads(scrubjay: Engine): Head[] {
  const judged = readCredentialLines();
  const index: { file: string }[] = JSON.parse(readFileSync(join(corporaDir, "index.json"), "utf8"));
  return index.map(({ file }) => {
    const head = readFileSync(join(corporaDir, file)).subarray(0, headBytes);
    const end = head.lastIndexOf("\n");
    const text = head.subarray(0, end < 0 ? head.length : end + 1).toString();
    const credentialLines = new Set(judged.get(`corpora/${file}`));
    const spans = scrubjay.scan(text);
    locate(file, text, spans).forEach(({ line, start }, i) => {
      const span = spans[i] as Span;
      if (!credentialLines.has(line)) return;
      const more = text.slice(span.start - start, span.end).split("\n").length - 1;
      for (let next = 1; next <= more; next++) credentialLines.add(line + next);
    });
    return { file, text, credentialLines };
  });
}

/**
 * The inputs as an engine sees them that redacts values: JSON written anew, so that its output, written the
 * same way, is compared by value. Text that is not JSON stays as it is, and so does what it holds.
 */
export function asValues({ cases, placed, logs }: Inputs): Inputs {
  const anew = (text: string) => redactJson(text, (value) => value);
  return {
    cases: cases.map((item) => ({ ...item, text: anew(item.text) })),
    placed: placed.map((item) => ({ ...item, ...relocate(item, anew(item.text)) })),
    logs: logs.map(({ file, text, credentialLines }) => {
      const line = anew(text);
      // A file that is one value becomes one line.
      const isOne = !line.includes("\n");
      return {
        file,
        text: line,
        credentialLines: isOne && credentialLines.size > 0 ? new Set([1]) : credentialLines,
      };
    }),
  };
}

/** Where the secret stands in the text written anew. */
function relocate({ text: before, start, end }: Rendered, text: string) {
  if (text === before) return { text, start, end };
  const secret = redactJson(`["${before.slice(start, end)}"]`, (value) => value).slice(2, -2);
  const at = text.indexOf(secret);
  if (at < 0) throw new Error("a placement's secret is not where it was written");
  return { text, start: at, end: at + secret.length };
}

export async function measureEngine({ cases, placed, logs }: Inputs, redactAll: RedactAll) {
  const texts = [...new Set([...cases, ...placed, ...logs].map(({ text }) => text))];
  const outputs = await redactAll(texts);
  const outputOf = new Map(texts.map((text, i) => [text, outputs[i] ?? ""]));
  const redact = (text: string) => outputOf.get(text) as string;
  const engine = { redact, scan: (text: string) => changes(text, redact(text)) };
  return {
    recall: measureRecall(cases, engine).byFamily,
    placed: judgePlacements(placed, engine),
    placedInJson: judgePlacements(
      placed.filter(({ notation }) => notation.json),
      engine,
    ),
    negatives: measureAlarms(cases, engine).byFile,
    logs: judgeLogs(logs, redact),
  };
}

/** What has been masked before, perhaps without the end that a new mask has too. */
const masked = /^[\W_]*(?:bearer|basic)?[\W_]*(?:(?:filter|mask|redact|remov|hidd)\w*)?[\W_]*$/i;

/**
 * Changed in vain: a line that differs in more than what was masked already, and in which nobody has judged a
 * credential.
 */
function judgeLogs(logs: Head[], redact: (text: string) => string) {
  const inVain: { file: string; line: number; changed: string[] }[] = [];
  let jsonBroken = 0;
  for (const { file, text, credentialLines } of logs) {
    const output = redact(text);
    for (const { line, changed } of changedLines(text, output)) {
      if (credentialLines.has(line) || (changed.length > 0 && changed.every((each) => masked.test(each))))
        continue;
      inVain.push({ file, line, changed });
    }
    jsonBroken += brokenJsonLines(text, output);
  }
  return { inVain, jsonBroken };
}

/** Seconds for the texts: the median of five runs, fewer when they take long. */
export async function timeEngine(texts: string[], redactAll: RedactAll) {
  const runs = [];
  for (let spent = 0; runs.length < 5 && spent < 2; spent += runs.at(-1) ?? 0) {
    const start = performance.now();
    await redactAll(texts);
    runs.push((performance.now() - start) / 1000);
  }
  return median(runs);
}

/** The lines that an engine which redacts values can read. */
export const jsonLines = (logs: Head[]) =>
  logs.flatMap(({ text }) => text.split("\n").filter((line) => redactJson(line, () => 0) !== line));
