// How a name and its value are joined, in the notations in which programs log. Where two rows match the same text, the
// first counts.
import { commands } from "./commands.ts";
import { directives } from "./directives.ts";
import { dumps } from "./dumps.ts";
import { enclosed } from "./enclosed.ts";
import { declarations } from "./harmless/declarations.ts";
import { documents } from "./harmless/documents.ts";
import { expressions } from "./harmless/expressions.ts";
import { notices } from "./harmless/notices.ts";
import { remarks } from "./harmless/remarks.ts";
import type { Join } from "./join.ts";
import { lists } from "./lists.ts";
import { pairs } from "./pairs.ts";
import { prose } from "./prose.ts";
import { said } from "./said.ts";
import { separators } from "./separators.ts";
import { tuples } from "./tuples.ts";
import { words } from "./words.ts";

export const joins: readonly Join[] = [
  ...enclosed,
  ...words,
  ...tuples,
  ...dumps,
  ...separators,
  ...pairs,
  ...lists,
  ...commands,
  ...prose,
  ...said,
  ...directives,
];

/** Rows that say that there is no value: each holds where it reads at least as far as the row that has found one. */
const none: readonly Join[] = [...declarations, ...documents, ...expressions, ...remarks, ...notices];

/**
 * Those that ask for a letter's case stand together: in one automaton with others, they split every class of letters in
 * two, and it has twice the states.
 */
export const harmless: readonly Join[] = [
  ...none.filter(({ exactCase }) => !exactCase),
  ...none.filter(({ exactCase }) => exactCase),
];
