import type { ProgramSource } from "../program/image/program.ts";
import { REDACTED } from "../redaction/censors.ts";
import { catalogue } from "../rules/catalogue.ts";
import { harmless, joins } from "../rules/joins/joins.ts";
import { valuesFirst } from "../rules/joins/pairs.ts";
import { wrappers } from "../rules/joins/wrappers.ts";
import { bareInnocentValues, innocentValues, writtenMarks } from "../rules/values/innocent-values.ts";
import { authSchemes } from "../rules/web/schemes.ts";
import { nameWords } from "../rules/words/name-words.ts";
import { textWords } from "../rules/words/text-words.ts";

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
