import type { ProgramSource } from "../program/image/program.ts";
import { REDACTED } from "../redaction/censors.ts";
import { catalogue } from "../rules/catalogue.ts";
import { bareInnocentValues, innocentValues, writtenMarks } from "../rules/innocent-values.ts";
import { harmless, joins } from "../rules/joins/joins.ts";
import { valuesFirst } from "../rules/joins/pairs.ts";
import { wrappers } from "../rules/joins/wrappers.ts";
import { nameWords } from "../rules/name-words.ts";
import { authSchemes } from "../rules/schemes.ts";
import { textWords } from "../rules/text-words.ts";

/** What the build compiles: the catalogue but for what has to be asked for. No bundle has it. */
export function catalogueSource(): ProgramSource {
  return {
    rules: catalogue.filter(({ optIn }) => !optIn),
    schemes: authSchemes,
    nameWords,
    textWords,
    joins,
    harmless,
    wrappers,
    valuesFirst,
    innocentValues: [...bareInnocentValues, ...innocentValues, ...writtenMarks, censorPattern(REDACTED)],
    innocentQuotedFrom: bareInnocentValues.length,
    innocentOwnFrom: bareInnocentValues.length + innocentValues.length,
  };
}

/** What stands side by side is replaced side by side. */
function censorPattern(text: string): string {
  return `(?:${text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}){1,2}`;
}
