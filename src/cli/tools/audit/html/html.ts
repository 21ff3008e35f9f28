import type { ListedRule } from "../../catalogue.ts";
import type { Finding, Summary } from "../finding.ts";
import { type AuditReport, type Beside, shownName } from "../reports.ts";
import { STYLE } from "./html-style.ts";
import { TimeBuckets } from "./time-buckets.ts";

/** So many findings and files are listed; all are counted. */
const LISTED_MOST = 1_000;
const FILES_MOST = 40;

/** Sizes in the picture, in its own units. */
const LABEL_WIDTH = 200;
const CELLS_WIDTH = 720;
const ROW_HEIGHT = 18;
const LABEL_MOST = 30;
const TICKS = 4;

/** One page without anything that is loaded: a picture of when and in which files, and tables. */
export class HtmlReport implements AuditReport {
  readonly #rules: ReadonlyMap<string, ListedRule>;
  readonly #buckets = new TimeBuckets();
  readonly #listed: (readonly [Finding, number | undefined])[] = [];

  constructor(catalogue: readonly ListedRule[]) {
    this.#rules = new Map(catalogue.map((rule) => [rule.id, rule]));
  }

  start(): string {
    return "";
  }

  finding(finding: Finding, { timeMs }: Beside): string {
    if (timeMs !== undefined) this.#buckets.add(finding.file, timeMs);
    if (this.#listed.length < LISTED_MOST) this.#listed.push([finding, timeMs]);
    return "";
  }

  end(summary: Summary): string {
    const { files, findings, known, failed, byRule, byFile } = summary;
    const hasPseudonyms = this.#listed.some(([{ pseudonym }]) => pseudonym !== undefined);
    const more = [
      known === undefined ? "" : `, ${known} more in the baseline`,
      failed === 0 ? "" : `, ${counted(failed, "file")} could not be read`,
    ].join("");
    return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>scrubjay audit</title>
<style>${STYLE}</style>
<h1>${findings === 0 ? "No credentials found" : `${counted(findings, "credential")} found`}</h1>
<p>In ${counted(files, "file")}${more}. The report has no credential, only where each stands.</p>
${this.#picture()}
<h2>By rule</h2>
${table(
  // Not the name before the count: that would be a name and its value.
  ["found", "rule", "name"],
  byRule.map(({ rule, findings }) => [String(findings), rule, this.#nameOf(rule)]),
)}
<h2>By file</h2>
${table(
  ["found", "file"],
  byFile.slice(0, FILES_MOST).map(({ file, findings }) => [String(findings), shownName(file)]),
)}
<h2>Findings${findings > LISTED_MOST ? `, the first ${LISTED_MOST}` : ""}</h2>
${table(
  ["place", "rule", "confidence", "time", ...(hasPseudonyms ? ["pseudonym"] : [])],
  this.#listed.map(([{ file, line, column, rule, confidence, pseudonym = "" }, timeMs]) => [
    `${shownName(file)}:${line}:${column}`,
    rule,
    confidence,
    timeMs === undefined ? "" : shownTime(timeMs),
    ...(hasPseudonyms ? [pseudonym] : []),
  ]),
)}
</html>
`;
  }

  #nameOf(rule: string): string {
    return this.#rules.get(rule)?.name ?? "";
  }

  #picture(): string {
    const { count, startMs, lengthMs } = this.#buckets;
    if (count === 0) return "<p>No line with a finding tells when it was written.</p>";
    const sum = (counts: ReadonlyMap<number, number>): number =>
      [...counts.values()].reduce((a, b) => a + b, 0);
    const rows = [...this.#buckets.rows()].sort(([, a], [, b]) => sum(b) - sum(a)).slice(0, FILES_MOST);
    const most = Math.max(...rows.flatMap(([, counts]) => [...counts.values()]));
    const cell = CELLS_WIDTH / count;
    const height = (rows.length + 2) * ROW_HEIGHT;
    const cells = rows.flatMap(([file, counts], row) => [
      `<text x="${LABEL_WIDTH - 8}" y="${row * ROW_HEIGHT + 13}" text-anchor="end">${escaped(shortName(file))}</text>`,
      `<rect class="row" x="${LABEL_WIDTH}" y="${row * ROW_HEIGHT + 2}" width="${CELLS_WIDTH}" height="${ROW_HEIGHT - 4}"/>`,
      ...[...counts].map(([bucket, found]) => {
        const x = (LABEL_WIDTH + bucket * cell).toFixed(1);
        const opacity = (0.35 + 0.65 * (Math.log1p(found) / Math.log1p(most))).toFixed(2);
        const title = `${shownName(file)}, ${shownTime(startMs + bucket * lengthMs)}: ${found}`;
        return `<rect class="found" x="${x}" y="${row * ROW_HEIGHT + 2}" width="${Math.max(2, cell - 0.5).toFixed(1)}" height="${ROW_HEIGHT - 4}" opacity="${opacity}"><title>${escaped(title)}</title></rect>`;
      }),
    ]);
    const ticks = Array.from({ length: TICKS }, (_, i) => {
      const x = LABEL_WIDTH + (CELLS_WIDTH * i) / (TICKS - 1);
      const anchor = i === 0 ? "start" : i === TICKS - 1 ? "end" : "middle";
      const time = shownTime(startMs + (count * lengthMs * i) / (TICKS - 1));
      return `<text x="${x}" y="${rows.length * ROW_HEIGHT + 18}" text-anchor="${anchor}">${time}</text>`;
    });
    return `<figure>
<svg viewBox="0 0 ${LABEL_WIDTH + CELLS_WIDTH} ${height}" role="img" aria-label="Findings by file and time">
${[...cells, ...ticks].join("\n")}
</svg>
<figcaption>When credentials were written, by file (times in UTC; a mark is ${shownLength(lengthMs)} long; the stronger its colour, the more).</figcaption>
</figure>`;
  }
}

function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[], name: string): string =>
    `<tr>${cells.map((cell) => `<${name}>${escaped(cell)}</${name}>`).join("")}</tr>`;
  return `<div class="wide"><table>\n${[row(heading, "th"), ...rows.map((cells) => row(cells, "td"))].join("\n")}\n</table></div>`;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

function shortName(file: string): string {
  const name = shownName(file);
  return name.length <= LABEL_MOST ? name : `…${name.slice(1 - LABEL_MOST)}`;
}

function shownTime(timeMs: number): string {
  const time = new Date(timeMs);
  if (Number.isNaN(time.valueOf())) return "";
  return time.toISOString().slice(0, 19).replace("T", " ");
}

function shownLength(lengthMs: number): string {
  const units = [
    ["day", 86_400_000],
    ["hour", 3_600_000],
    ["minute", 60_000],
    ["second", 1_000],
  ] as const;
  const [unit, ms] = units.find(([, each]) => lengthMs >= each)!;
  const count = lengthMs / ms;
  return count === 1 ? `a ${unit}`.replace("a hour", "an hour") : `${count} ${unit}s`;
}

/** https://html.spec.whatwg.org/multipage/parsing.html: what ends text or an attribute. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
