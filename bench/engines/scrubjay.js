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
