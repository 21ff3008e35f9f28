import { preparedProgram } from "../node/prepared.ts";
import { createOutput } from "./output/output.ts";

/** What the subcommands have in common with the filter: their own file need not hold it again. */
export interface Toolbox {
  readonly createOutput: typeof createOutput;
  readonly preparedProgram: typeof preparedProgram;
}

export const toolbox: Toolbox = { createOutput, preparedProgram };
