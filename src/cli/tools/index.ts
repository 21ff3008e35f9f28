import type { ToolName } from "../tool-names.ts";
import type { Toolbox } from "../toolbox.ts";
import { audit } from "./audit/audit.ts";
import { compile } from "./compile.ts";
import { completion } from "./completion.ts";
import { explain } from "./explain.ts";
import { kafka } from "./kafka.ts";
import { listRules } from "./rules.ts";

type Tool = (args: readonly string[], toolbox: Toolbox) => Promise<number>;

/** The subcommands; each returns its exit status. */
export const tools: Readonly<Record<ToolName, Tool>> = {
  audit,
  explain,
  kafka,
  rules: listRules,
  compile,
  completion,
};
