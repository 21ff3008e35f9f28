// Start and end of the program on an empty input, next to a Node that does nothing.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { median } from "../measure.js";
import { atMost } from "./aim.js";

const program = fileURLToPath(new URL("../../dist/scrubjay.cjs", import.meta.url));
const rounds = 31;

/** @returns {import("./aim.js").Aim[]} */
export function startAims() {
  const ratios = Array.from({ length: rounds }, () => seconds([program]) / seconds(["-e", "0"]));
  return [atMost("start on an empty input, to `node -e 0`", 1.3, median(ratios))];
}

/** @param {string[]} args */
function seconds(args) {
  const start = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, { input: "" });
  if (status !== 0) throw new Error(`${args.join(" ")}: exit ${status}`);
  return Number(process.hrtime.bigint() - start) / 1e9;
}
