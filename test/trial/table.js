// docs/trial.md: each program's first run beside what was counted today.
import { readFileSync, writeFileSync } from "node:fs";
import { PROGRAMS } from "./programs.js";

/** @import { Figures } from "./count.js" */
/** @import { FirstRun } from "./first-run.js" */
/**
 * What else was replaced, judged by program and rule: `credential` is one that the program made itself (a signature,
 * a header without a password) or another cookie of the same header. What is not listed is a false alarm.
 * @typedef {Record<string, Record<string, "credential">>} Judged
 */

const doc = new URL("../../docs/trial.md", import.meta.url);

/** @type {Judged} */
const judged = JSON.parse(readFileSync(new URL("judged.json", import.meta.url), "utf8"));

/** @param {FirstRun[]} firstRuns @param {Map<string, Figures | string>} results */
export function writeTable(firstRuns, results) {
  const first = new Map(firstRuns.flatMap(({ programs }) => Object.entries(programs)));
  const text = readFileSync(doc, "utf8");
  const begin = "<!-- trial:begin -->";
  const from = text.indexOf(begin) + begin.length;
  const until = text.indexOf("<!-- trial:end -->");
  writeFileSync(doc, `${text.slice(0, from)}\n${toTable(firstRuns, first, results)}\n${text.slice(until)}`);
}

/** @typedef {{ name: string, figures: Figures }} Counted */

/** @param {FirstRun[]} runs @param {Map<string, Figures>} first @param {Map<string, Figures | string>} now */
export function toTable(runs, first, now) {
  /** @type {Counted[]} */
  const counted = [];
  const missing = [];
  for (const [name, figures] of now) {
    if (typeof figures === "string") missing.push(name);
    else counted.push({ name, figures });
  }
  const before = counted.flatMap(({ name }) => {
    const figures = first.get(name);
    return figures ? [{ name, figures }] : [];
  });
  const languages = new Map(PROGRAMS.map(({ name, language }) => [name, language]));
  const bytes = counted.reduce((sum, { figures }) => sum + figures.bytes, 0);
  return [
    `First run: ${runs.map(({ commit, date }) => `\`${commit}\`, ${date}`).join("; ")}. Now: ${new Date().toISOString().slice(0, 10)}.`,
    missing.length > 0 ? `Could not be installed: ${missing.join(", ")}.` : "All could be installed.",
    "",
    "| program | from | KB | first run: planted | left, named | left, unnamed | false alarms | now: planted | left, named | left, unnamed | false alarms |",
    `|---|---|${"---:|".repeat(9)}`,
    line(["**all**", `${counted.length}`, inKilobytes(bytes), ...cells(before), ...cells(counted)]),
    ...counted.map(({ name, figures }) => {
      const known = before.filter((program) => program.name === name);
      const from = languages.get(name) ?? "";
      return line([name, from, inKilobytes(figures.bytes), ...cells(known), ...cells([{ name, figures }])]);
    }),
  ].join("\n");
}

/** @param {Counted[]} programs */
function cells(programs) {
  if (programs.length === 0) return ["", "", "", ""];
  const sum = (/** @type {(program: Counted) => number} */ of) =>
    `${programs.reduce((all, program) => all + of(program), 0)}`;
  return [
    sum(({ figures }) => figures.planted),
    sum(({ figures }) => figures.leftBesideName),
    sum(({ figures }) => figures.left - figures.leftBesideName),
    sum(falseAlarms),
  ];
}

/** @param {Counted} program */
function falseAlarms({ name, figures }) {
  const innocent = Object.entries(figures.others).filter(([rule]) => judged[name]?.[rule] !== "credential");
  return innocent.reduce((sum, [, often]) => sum + often, 0);
}

const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;
const inKilobytes = (/** @type {number} */ bytes) => (bytes / 1e3).toFixed(1);
