import { fileURLToPath } from "node:url";
import { type Engine, quote } from "./engine.ts";

const program = fileURLToPath(new URL("../../dist/scrubjay.cjs", import.meta.url));

export const scrubjay: Engine = {
  name: "scrubjay",
  command: `${quote(process.execPath)} ${quote(program)}`,
  needs: program,
  mustCount: true,
};

/** The same after another program, as a filter mostly is. */
export const scrubjayAfterCat: Engine = {
  ...scrubjay,
  name: "scrubjay, from a pipe",
  command: `cat | ${scrubjay.command}`,
};
