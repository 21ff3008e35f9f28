import type { RedactorOptions } from "../config/options.ts";
import { censoredKeyId } from "../config/own-key-ids.ts";
import type { PlainCensor } from "../redaction/censors.ts";

/** A censor that a name or a rule has of its own, and the numbers of its rules in the program. */
export interface OwnCensor {
  readonly censor: PlainCensor;
  readonly indexes: readonly number[];
}

/** @param rules The ids of the program's rules, as they are in it */
export function ownCensors(
  { keys = [], rules: given = [] }: RedactorOptions,
  rules: readonly string[],
): readonly OwnCensor[] {
  const names = keys.filter((key) => typeof key === "object");
  const own = given.filter((rule) => typeof rule === "object");
  const censored = [
    ...names.map(({ censor }, i) => ({ censor, indexes: [rules.indexOf(censoredKeyId(i))] })),
    ...own.map(({ censor, id }) => ({
      censor,
      indexes: [...rules.keys()].filter((index) => rules[index] === id),
    })),
  ];
  return censored.flatMap(({ censor, indexes }) => (censor === undefined ? [] : [{ censor, indexes }]));
}
