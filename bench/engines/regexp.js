// What one writes in an afternoon: a line filter around String.replace.
import { fileURLToPath } from "node:url";
import { quote } from "./engine.js";

const program = fileURLToPath(new URL("../children/regexp-filter.js", import.meta.url));
const node = quote(process.execPath);

/** @type {import("./engine.js").Engine[]} */
export const regexps = [
  {
    name: "Node, one alternation RegExp",
    command: `${node} ${quote(program)} alternation`,
    needs: program,
    maxMegabytes: 100,
  },
  { name: "Node, ten RegExps", command: `${node} ${quote(program)} each`, needs: program, maxMegabytes: 50 },
];
