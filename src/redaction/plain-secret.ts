/** What stands for a character in JSON, C and shells after a backslash; any other stands for itself. */
const LETTERS: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
/** Names of HTML and XML (https://html.spec.whatwg.org/multipage/named-characters.html) that escape what marks text up. */
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
/** Escapes of escapes are undone so many times: a log of a log of a log. */
const MOST_LEVELS = 8;

const ESCAPE =
  /\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|\\(.)|((?:%[0-9a-f]{2})+)|&#(\d{1,7});|&#x([0-9a-f]{1,6});|&(\w{2,4});/gis;

/**
 * The secret as it was before any notation escaped it, without its line ends and blanks: so the same secret is the same
 * text in JSON, in a URL, in HTML and wrapped over lines.
 *
 * @example plainSecret("a%3Db") // "a=b"
 */
export function plainSecret(written: string): string {
  let text = written;
  for (let level = 0; level < MOST_LEVELS; level++) {
    const plain = text.replace(ESCAPE, plainCharacter);
    if (plain === text) break;
    text = plain;
  }
  return text.replace(/\s+/gu, "");
}

function plainCharacter(
  whole: string,
  unit?: string,
  byte?: string,
  letter?: string,
  percents?: string,
  decimal?: string,
  hex?: string,
  name?: string,
): string {
  if (unit !== undefined || byte !== undefined)
    return String.fromCharCode(Number.parseInt(unit ?? byte!, 16));
  if (letter !== undefined) return LETTERS[letter] ?? letter;
  if (percents !== undefined) return ofPercents(percents);
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

function ofPercents(percents: string): string {
  try {
    return decodeURIComponent(percents);
  } catch {
    // No UTF-8: a form of another encoding.
    return percents;
  }
}
