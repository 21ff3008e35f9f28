// What one writes in an afternoon: a line filter around String.replace.
import { fileURLToPath } from "node:url";
import { type Engine, quote } from "./engine.ts";

const program = fileURLToPath(new URL("../children/regexp-filter.js", import.meta.url));
const node = quote(process.execPath);

export const regexps: Engine[] = [
  {
    name: "Node, one alternation RegExp",
    command: `${node} ${quote(program)} alternation`,
    needs: program,
    maxMegabytes: 100,
  },
  { name: "Node, ten RegExps", command: `${node} ${quote(program)} each`, needs: program, maxMegabytes: 50 },
];
