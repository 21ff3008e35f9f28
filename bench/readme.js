// Generated tables stand in README.md between a pair of markers.
import { readFileSync, writeFileSync } from "node:fs";

/** @param {string} name `eval` or `bench` @param {string} body */
export function writeReadme(name, body) {
  const file = new URL("../README.md", import.meta.url);
  const text = readFileSync(file, "utf8");
  const begin = `<!-- ${name}:begin -->`;
  const end = `<!-- ${name}:end -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md has no ${begin} … ${end}`);
  writeFileSync(file, `${text.slice(0, from + begin.length)}\n${body}\n${text.slice(to)}`);
}
