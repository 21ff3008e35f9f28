// What a person looks at: misses, alarms and unjudged matches, on the terminal only.

import type { Case } from "./cases.ts";
import type { Match } from "./corpora.ts";
import { familyNames } from "./families.ts";
import type { FieldResult } from "./field.ts";
import type { Fault } from "./placement.ts";
import type { Engine } from "./recall.ts";

const shorten = (text: string, max: number = 240) =>
  JSON.stringify(text.length > max ? `${text.slice(0, max)}…` : text);

function around(item: Case) {
  const at = item.parts[0] ? item.text.indexOf(item.parts[0]) : 0;
  return shorten(item.text.slice(Math.max(0, at - 80)));
}

/** Of one family, or of all. */
export function showMisses(family: string, misses: Case[]) {
  const wanted = matching(family, familyNames);
  for (const item of misses.filter((miss) => wanted.includes(miss.family))) {
    console.log(
      `${item.family} | ${item.file} ${item.hash} ${item.rule} ${item.evidence}\n  ${around(item)}`,
    );
    console.log(`  label ${shorten(item.parts.join(" … "), 100)}`);
  }
}

/** Of one notation, or of all. */
export function showFaults(notation: string, faults: Fault[], what: string) {
  for (const fault of faults.filter((each) => each.notation.toLowerCase().includes(notation.toLowerCase()))) {
    console.log(`${what} | ${fault.notation} | ${fault.kind} | ${fault.family}`);
    console.log(`  ${shorten(fault.text, 400)}\n  ${shorten(fault.output, 400)}`);
  }
}

export function showAlarms(alarms: Case[], engine: Engine) {
  for (const item of alarms) {
    console.log(`${item.file} ${item.hash} ${item.rule}`);
    for (const { rule, start, end } of engine.scan(item.text)) {
      const text = item.text;
      console.log(
        `  ${rule}: ${shorten(text.slice(Math.max(0, start - 60), start))} » ${shorten(text.slice(start, end), 100)}`,
      );
    }
  }
}

export function showMatches(matches: Match[]) {
  for (const { file, line, rule, lineText, start, end } of matches) {
    const before = lineText.slice(Math.max(0, start - 80), start);
    console.log(
      `${file}:${line} ${rule}\n  ${shorten(before)} » ${shorten(lineText.slice(start, end), 120)}`,
    );
  }
}

/** Those with `part` in their id. */
export function showField(part: string, wrong: FieldResult["wrong"]) {
  for (const { id, got, wanted } of wrong.filter((each) => each.id.includes(part))) {
    console.log(`${id}\n  got    ${shorten(got, 400)}\n  wanted ${shorten(wanted, 400)}`);
  }
}

function matching(part: string, names: string[]) {
  const found = names.filter((name) => name.toLowerCase().includes(part.toLowerCase()));
  if (found.length === 0) throw new Error(`no family is called ${JSON.stringify(part)}: ${names.join(", ")}`);
  return found;
}
