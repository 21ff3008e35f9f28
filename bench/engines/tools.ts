// The tools a person would reach for, with ten of the patterns.
import { patterns, replacement } from "../children/patterns.js";
import { type Engine, quote } from "./engine.ts";

const either = patterns.join("|");

/** What a person would ask for next. The generated logs have no such names, so that all find the same. */
const byName = "(?i:password|secret|token|api_?key|authorization)[\"']?[:=] ?[\"']?[^\"'\\s,;&]{8,}";
export const rgWithNames = "rg --passthru -r, 10 patterns and five names";

export const tools: Engine[] = [
  { name: "cat", command: "cat", needs: "cat", redacts: false },
  {
    name: "rg --passthru -r, 10 patterns",
    command: `rg --no-config -N --passthru --text -r ${quote(replacement)} -e ${quote(either)}`,
    needs: "rg",
  },
  {
    name: rgWithNames,
    command: `rg --no-config -N --passthru --text -r ${quote(replacement)} -e ${quote(either)} -e ${quote(byName)}`,
    needs: "rg",
    maxMegabytes: 200,
  },
  {
    name: "sed -E, 10 patterns",
    command: `LC_ALL=C sed -E ${patterns.map((each) => `-e ${quote(`s/${each}/${replacement}/g`)}`).join(" ")}`,
    needs: "sed",
    maxMegabytes: 50,
  },
  {
    name: "perl -pe, one alternation",
    command: `perl -pe ${quote(`s/${either}/${replacement}/g`)}`,
    needs: "perl",
    maxMegabytes: 50,
  },
  {
    // To a cat, because grep stops at the first match when its output is /dev/null.
    name: "grep -c, search only",
    command: `{ LC_ALL=C grep -acE ${quote(either)} | cat; }`,
    maxMegabytes: 200,
    needs: "grep",
    redacts: false,
  },
];
