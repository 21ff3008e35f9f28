// npx tsx bench/eval/printed/run.ts: what is left of secrets in what programs print, and what is eaten where there is none.
//
//   --show left|any|eaten   the texts      --json   figures alone
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { covered } from "../judge.ts";
import { anyValues, type Block, plainValues, readBlocks, render } from "./render.ts";

const { values: flags } = parseArgs({ options: { show: { type: "string" }, json: { type: "boolean" } } });
const { createRedactor } = await import(new URL("../../../dist/index.js", import.meta.url).href);
const redactor = createRedactor();
const read = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");
const blocks = [...readBlocks(read("languages.log")), ...readBlocks(read("programs.log"))];
const escaped = /«("|'|'')»/;
const quoted = blocks.filter(({ text }) => escaped.test(text));

function measure(of: readonly Block[], values: readonly string[], show: string) {
  const result = { secrets: 0, left: 0, spoilt: 0, programs: 0, programsWithLeft: 0 };
  for (const block of of) {
    result.programs++;
    let isLeft = false;
    for (const [seed, value] of values.entries()) {
      const { id, text, marks } = render(block, value, seed + 1);
      const spans = redactor.scan(text);
      const missing = marks.filter(([start, end]) => covered(spans, start, end) < end - start);
      // A dump of bytes has no marks: nothing of the secret may stand in what is printed beside them.
      const inDump = marks.length === 0 && !isDumpHidden(redactor.redact(text), value);
      const beside = spans.filter(
        ({ start, end }: { start: number; end: number }) =>
          marks.length > 0 && !marks.some(([from, to]) => from <= start && end <= to),
      );
      result.secrets += marks.length || 1;
      result.left += missing.length + (inDump ? 1 : 0);
      result.spoilt += beside.length;
      isLeft ||= missing.length > 0 || inDump;
      if (flags.show === show && (missing.length > 0 || inDump || beside.length > 0)) {
        console.log(`--- ${id}${missing.length > 0 ? " LEFT" : ""}${beside.length > 0 ? " SPOILT" : ""}`);
        console.log(redactor.redact(text));
      }
    }
    if (isLeft) result.programsWithLeft++;
  }
  return result;
}

function isDumpHidden(output: string, value: string) {
  const shown = output.replace(/^.*? {2}\|?(?=[^ ])/gm, "").replace(/[|\n]/g, "");
  for (let at = 0; at + 8 <= value.length; at++) if (shown.includes(value.slice(at, at + 8))) return false;
  return true;
}

const plain = measure(blocks, plainValues, "left");
// In a slot that has no quotes a value of several words would be another text.
const only = (text: string) => text.split("\n").every((line) => !/«[^'"»]*»/.test(line)) && !/«»/.test(text);
const any = measure(
  quoted.filter(({ text }) => only(text)),
  anyValues,
  "any",
);
const harmless = ["harmless.log", "harmless-2.log"].flatMap((name) => read(name).split("\n")).filter(Boolean);
let eaten = 0;
for (const line of harmless) {
  const output = redactor.redact(line);
  if (output === line) continue;
  eaten++;
  if (flags.show === "eaten") console.log(output);
}
console.log(
  JSON.stringify({ plain, any, harmless: { lines: harmless.length, eaten } }, null, flags.json ? 0 : 2),
);
