// What a person looks at: misses, alarms and unjudged matches, on the terminal only.
import { familyNames } from "./families.js";

/** @import { Case } from "./cases.js" */
/** @import { Fault } from "./placement.js" */

/** @param {string} text @param {number} max */
const shorten = (text, max = 240) => JSON.stringify(text.length > max ? `${text.slice(0, max)}…` : text);

/** @param {Case} item */
function around(item) {
  const at = item.parts[0] ? item.text.indexOf(item.parts[0]) : 0;
  return shorten(item.text.slice(Math.max(0, at - 80)));
}

/** @param {string} family all when empty @param {Case[]} misses */
export function showMisses(family, misses) {
  const wanted = matching(family, familyNames);
  for (const item of misses.filter((miss) => wanted.includes(miss.family))) {
    console.log(
      `${item.family} | ${item.file} ${item.hash} ${item.rule} ${item.evidence}\n  ${around(item)}`,
    );
    console.log(`  label ${shorten(item.parts.join(" … "), 100)}`);
  }
}

/** @param {string} notation all when empty @param {Fault[]} faults @param {string} what */
export function showFaults(notation, faults, what) {
  for (const fault of faults.filter((each) => each.notation.toLowerCase().includes(notation.toLowerCase()))) {
    console.log(`${what} | ${fault.notation} | ${fault.kind} | ${fault.family}`);
    console.log(`  ${shorten(fault.text, 400)}\n  ${shorten(fault.output, 400)}`);
  }
}

/** @param {Case[]} alarms @param {import("./recall.js").Engine} engine */
export function showAlarms(alarms, engine) {
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

/** @param {import("./corpora.js").Match[]} matches */
export function showMatches(matches) {
  for (const { file, line, rule, lineText, start, end } of matches) {
    const before = lineText.slice(Math.max(0, start - 80), start);
    console.log(
      `${file}:${line} ${rule}\n  ${shorten(before)} » ${shorten(lineText.slice(start, end), 120)}`,
    );
  }
}

/** @param {string} part of an id @param {import("./field.js").FieldResult["wrong"]} wrong */
export function showField(part, wrong) {
  for (const { id, got, wanted } of wrong.filter((each) => each.id.includes(part))) {
    console.log(`${id}\n  got    ${shorten(got, 400)}\n  wanted ${shorten(wanted, 400)}`);
  }
}

/** @param {string} part @param {string[]} names */
function matching(part, names) {
  const found = names.filter((name) => name.toLowerCase().includes(part.toLowerCase()));
  if (found.length === 0) throw new Error(`no family is called ${JSON.stringify(part)}: ${names.join(", ")}`);
  return found;
}
