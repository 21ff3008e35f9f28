/** A shorter value would be found in texts that have nothing to do with it. */
export const SECRET_LEAST = 8;
/** What is shorter than this must not read like words, or like a number. */
const WORDS_MOST = 15;
const NUMBER_MOST = 11;
/** A value has at least so many different characters. */
const DIFFERENT_LEAST = 5;
/** Bytes of UTF-8. */
const SECRET_MOST = 65_536;

/** Words in one case or capitalized, and what joins them. */
const WORDS = /^(?:(?:[A-Z]?[a-z]+|[A-Z]+)(?:[-_.:/@ ]+|$))+$/;

/**
 * Why a value cannot be looked for wherever it appears; undefined: it can. Nothing of the value is in it.
 *
 * @example refusalOf("postgres") // "reads like a word, …"
 */
export function refusalOf(value: unknown): string | undefined {
  if (typeof value !== "string")
    return `must be a string, not ${value === null ? "null" : Array.isArray(value) ? "an array" : typeof value}`;
  const secret = trimmed(value);
  const characters = [...secret];
  if (characters.length < SECRET_LEAST)
    return `has fewer than ${SECRET_LEAST} characters: something as short is part of other texts, which would be replaced, too`;
  if (new Set(characters).size < DIFFERENT_LEAST)
    return `has fewer than ${DIFFERENT_LEAST} different characters: it would be found in lines and rulers`;
  if (secret.length <= WORDS_MOST && WORDS.test(secret))
    return `reads like a word, which would be replaced wherever it stands; without a digit or a sign, a value needs ${WORDS_MOST + 1} characters`;
  if (secret.length <= NUMBER_MOST && /^[\d.,:+-]+$/.test(secret))
    return `reads like a date, a number or a port; of digits only, a value needs ${NUMBER_MOST + 1} characters`;
  if (3 * secret.length > SECRET_MOST && new TextEncoder().encode(secret).length > SECRET_MOST)
    return `has more than ${SECRET_MOST} bytes`;
  return undefined;
}

/** The value as it is looked for: files and variables often end with a line end. */
export function trimmed(value: string): string {
  return value.replace(/^[\r\n]+|[\r\n]+$/g, "");
}
