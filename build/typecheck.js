// Checks the types: of the kernel, of what runs anywhere without Node's types, of src/, and of all with the tests
// and benches.
import { runTsc } from "./tsc.js";

/** The declarations of AssemblyScript's library have an error of their own. */
const KNOWN = /^node_modules\/assemblyscript\/.* TS2316: /;

const projects = ["src/kernel", "tsconfig.core.json", "tsconfig.json", "tsconfig.test.json"];
const errors = projects
  .flatMap((project) => runTsc("-p", project, "--noEmit", "--pretty", "false"))
  .filter((line) => !KNOWN.test(line));
if (errors.length > 0) {
  console.error(errors.join("\n"));
  process.exitCode = 1;
}
