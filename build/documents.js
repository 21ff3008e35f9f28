// Generated tables stand in documents, each between a pair of markers.
import { readFileSync, writeFileSync } from "node:fs";

/** The document that holds each table. */
export const TABLES = {
  eval: "docs/detection.md",
  peers: "docs/detection.md",
  tried: "docs/robustness.md",
  engines: "docs/log-engines.md",
  kafka: "docs/scale.md",
  "kafka-speed": "docs/scale.md",
  bench: "docs/performance.md",
  results: "docs/performance.md",
};

/** @param {keyof typeof TABLES} name @param {string} body */
export function writeTable(name, body) {
  const file = new URL(`../${TABLES[name]}`, import.meta.url);
  writeFileSync(file, replaceTable(readFileSync(file, "utf8"), name, body));
}

/**
 * The text with `body` between the markers of the table.
 *
 * @param {string} text @param {string} name @param {string} body
 * @throws {Error} When the text has no such markers.
 */
export function replaceTable(text, name, body) {
  const begin = `<!-- ${name}:begin -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(`<!-- ${name}:end -->`);
  if (from < 0 || to < from) throw new Error(`there is no place for the table ${name}: ${begin} and its end`);
  return `${text.slice(0, from + begin.length)}\n${body}\n${text.slice(to)}`;
}

/**
 * Writes rows of a table whose first `cells` cells name them. Rows that were not made anew stay.
 *
 * @param {keyof typeof TABLES} name @param {string} table @param {number} cells
 */
export function writeRows(name, table, cells) {
  const text = readFileSync(new URL(`../${TABLES[name]}`, import.meta.url), "utf8");
  const [, before = ""] = text.split(`<!-- ${name}:begin -->\n`);
  writeTable(name, mergedRows((before.split("<!--")[0] ?? "").trim(), table, cells));
}

/**
 * A table with the rows of another one in the place of its own. New ones come last.
 *
 * @param {string} old @param {string} table @param {number} cells
 */
export function mergedRows(old, table, cells) {
  const [head = "", rule = "", ...rows] = table.split("\n");
  const nameOf = (/** @type {string} */ row) =>
    row
      .split("|")
      .slice(0, cells + 1)
      .join("|");
  const all = new Map([...old.split("\n").slice(2), ...rows].map((row) => [nameOf(row), row]));
  return [head, rule, ...all.values()].join("\n");
}
