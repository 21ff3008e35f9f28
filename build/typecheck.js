// Checks the types: of what runs anywhere without Node's types, of src/, and of all with the tests and benches.
import { runTsc } from "./tsc.js";

const projects = ["tsconfig.core.json", "tsconfig.json", "tsconfig.test.json"];
process.exitCode =
  projects.map((project) => runTsc("-p", project, "--noEmit")).find((status) => status !== 0) ?? 0;
