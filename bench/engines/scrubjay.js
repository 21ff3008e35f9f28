import { fileURLToPath } from "node:url";
import { quote } from "./engine.js";

const program = fileURLToPath(new URL("../../dist/scrubjay.cjs", import.meta.url));

/** @type {import("./engine.js").Engine} */
export const scrubjay = {
  name: "scrubjay",
  command: `${quote(process.execPath)} ${quote(program)}`,
  needs: program,
  mustCount: true,
};

/** The same after another program, as a filter mostly is. @type {import("./engine.js").Engine} */
export const scrubjayAfterCat = {
  ...scrubjay,
  name: "scrubjay, from a pipe",
  command: `cat | ${scrubjay.command}`,
};
