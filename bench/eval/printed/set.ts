// npx tsx bench/eval/printed/set.ts third|fourth|fifth|sixth: the notations of third/, each with twenty values, or the lines
// of the later ones; and what is eaten of harmless lines.
//
//   --show [PATTERN]   what was left or spoilt in the notations whose ids match, and what was eaten
import { readdirSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { covered, type Span } from "../judge.ts";
import { type Block, readBlocks } from "./render.ts";
import { linesOf, renderings } from "./shapes.ts";

const { values: flags, positionals } = parseArgs({
  options: { show: { type: "string" }, one: { type: "boolean" } },
  allowPositionals: true,
});
const set = positionals[0] ?? "third";
const harmlessFile = `../harmless-${{ third: 3, fourth: 4, fifth: 5 }[set] ?? 6}.log`;
const { createRedactor } = await import(new URL("../../../dist/index.js", import.meta.url).href);
const redactor = createRedactor();
const directory = new URL(`${set}/`, import.meta.url);
const read = (name: string) => readFileSync(new URL(name, directory), "utf8");
const shown = flags.show === undefined ? undefined : new RegExp(flags.show);
const total = { notations: 0, secrets: 0, left: 0, spoilt: 0, notationsWithLeft: 0, notationsSpoilt: 0 };

for (const file of readdirSync(directory).filter((name) => name.endsWith(".log"))) {
  for (const block of readBlocks(read(file))) {
    for (const one of set === "third" ? [block] : linesOf(block)) measure(one, file === "vendors.log");
  }
}

function measure(block: Block, isTemplate: boolean) {
  const bad = [];
  let left = 0;
  let spoilt = 0;
  let count = 0;
  for (const { text, marks } of renderings(block, isTemplate)) {
    count++;
    const spans: Span[] = redactor.scan(text);
    const missing = marks.filter(([start, end]) => covered(spans, start, end) < end - start);
    const beside = spans.filter(({ start, end }) => !isWithin(start, end, marks));
    total.secrets += marks.length;
    left += missing.length;
    spoilt += beside.length;
    if (missing.length > 0 || beside.length > 0) bad.push({ text, missing, beside });
  }
  total.notations++;
  total.left += left;
  total.spoilt += spoilt;
  if (left > 0) total.notationsWithLeft++;
  if (spoilt > 0) total.notationsSpoilt++;
  if (bad.length === 0 || !shown?.test(block.id)) return;
  console.log(`--- ${block.id} ${left} left, ${spoilt} spoilt, ${bad.length} of ${count} texts`);
  for (const { text } of bad.slice(0, flags.one ? 1 : 20)) console.log(redactor.redact(text));
}

/** Whether the marks cover [start, end). */
function isWithin(start: number, end: number, marks: readonly [number, number][]) {
  const inside = marks.reduce(
    (sum, [from, to]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)),
    0,
  );
  return inside === end - start;
}

const harmless = read(harmlessFile).split("\n").filter(Boolean);
const eaten = harmless.map((line) => redactor.redact(line)).filter((line, i) => line !== harmless[i]);
if (shown) for (const line of eaten) console.log(`eaten: ${line}`);
console.log(JSON.stringify({ ...total, harmless: harmless.length, eaten: eaten.length }));
