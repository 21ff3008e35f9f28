import { CENSOR_NAMES, type Censor, type PlainCensor } from "../redaction/censors.ts";
import { didYouMean } from "./nearest.ts";
import { refuse } from "./options.ts";

/** How a censor is written in the environment and on a command line. */
export const CENSOR_FORMS: readonly string[] = [...CENSOR_NAMES, "keepLast:N"];

/**
 * Reads a censor: a name, `keepLast:4`, or a list of them, separated by commas, each but one for a rule or an issuer.
 *
 * @param where What the text was given as, for a message
 * @throws RedactorConfigError for a name that is unknown
 * @example censorFromText("hash, jwt/*=label", "--censor") // { "*": "hash", "jwt/*": "label" }
 */
export function censorFromText(text: string, where: string): Censor {
  const items = text.split(",").map((item) => item.trim());
  const entries = items.map((item) => {
    const [, rule = "*", name = ""] = /^(?:([^=]+)=)?(.*)$/.exec(item)!;
    return [rule, plainCensor(name, where)] as const;
  });
  return entries.length === 1 && entries[0]![0] === "*" ? entries[0]![1] : Object.fromEntries(entries);
}

function plainCensor(name: string, where: string): PlainCensor {
  const count = /^keepLast:(\d+)$/.exec(name)?.[1];
  if (count !== undefined) return { keepLast: Number(count) };
  const found = CENSOR_NAMES.find((each) => each === name);
  return (
    found ??
    refuse(
      "unknown-censor",
      `${where} ${JSON.stringify(name)} is not known${didYouMean(name, CENSOR_NAMES)}; allowed are ${CENSOR_FORMS.join(", ")}, and RULE=NAME`,
    )
  );
}
