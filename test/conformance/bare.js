// Runs the page's bundle in Node without anything of Node's: a stand-in where there is no browser.
import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

const { log } = console;
const code = readFileSync(new URL("./page.bundle.js", import.meta.url), "utf8");
// Node loads these when they are first used, and needs its own for it.
new Headers(new Headers());
for (const name of ["process", "Buffer", "global", "setImmediate", "clearImmediate"]) delete globalThis[name];
globalThis.report = log;
runInThisContext(code);
