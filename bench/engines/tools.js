// The tools a person would reach for, with ten of the patterns.
import { patterns, replacement } from "../patterns.js";
import { quote } from "./engine.js";

const either = patterns.join("|");

/** @type {import("./engine.js").Engine[]} */
export const tools = [
  { name: "cat", command: "cat", needs: "cat", redacts: false },
  {
    name: "rg --passthru -r, 10 patterns",
    command: `rg --no-config -N --passthru --text -r ${quote(replacement)} -e ${quote(either)}`,
    needs: "rg",
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
    // -c, because grep stops at the first match when its output is /dev/null.
    name: "grep -c, search only",
    command: `LC_ALL=C grep -acE ${quote(either)}`,
    needs: "grep",
    redacts: false,
  },
];
