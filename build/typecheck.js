// Checks the types: of the kernel, of what runs anywhere without Node's types, of src/, and of all with the tests
// and benches, and of what is JavaScript there and in build/, by its comments.
import { runTsc } from "./tsc.js";

/**
 * The declarations of AssemblyScript's library have an error of their own; the tools that the benches compare with are
 * installed by themselves, and so may be missing.
 */
const KNOWN = /^node_modules\/assemblyscript\/.* TS2316: |^bench\/peers\/.* TS2307: /;

const projects = [
  "src/kernel",
  "src/embed",
  "tsconfig.core.json",
  "tsconfig.json",
  "tsconfig.test.json",
  "tsconfig.js.json",
];
const errors = projects
  .flatMap((project) => runTsc("-p", project, "--noEmit", "--pretty", "false"))
  .filter((line) => !KNOWN.test(line));
if (errors.length > 0) {
  console.error(errors.join("\n"));
  process.exitCode = 1;
}
