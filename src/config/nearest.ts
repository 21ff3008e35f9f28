/** The most edits between a word and what it was meant to be. */
const EDITS_MOST = 3;

/**
 * Finds the known word that `given` was most likely meant to be: the fewest letters added, left out, changed or swapped,
 * at most one in three. Case and what separates words count for nothing: `X-Api_Key` is `xApiKey`.
 *
 * @returns The nearest of `known`, the first of several; undefined where none is near
 * @example nearest("censr", ["censor", "rules"]) // "censor"
 */
export function nearest(given: string, known: Iterable<string>): string | undefined {
  const word = plain(given);
  let most = Math.min(EDITS_MOST, Math.floor(word.length / 3));
  let found: string | undefined;
  for (const each of known) {
    const other = plain(each);
    if (Math.abs(other.length - word.length) > most) continue;
    const edits = editsBetween(word, other);
    if (edits > most) continue;
    if (edits === 0) return each;
    found = each;
    // Of several that are as near, the first.
    most = edits - 1;
  }
  return found;
}

/**
 * What a message says after a word that is not known: `unknown flag --censr (did you mean --censor?)`.
 *
 * @param shown How the word that was meant is shown; in quotes by default
 * @returns Nothing where no known word is near
 * @example didYouMean("censr", ["censor", "rules"]) // ' (did you mean "censor"?)'
 */
export function didYouMean(
  given: string,
  known: Iterable<string>,
  shown: (word: string) => string = JSON.stringify,
): string {
  const found = nearest(given, known);
  return found === undefined ? "" : ` (did you mean ${shown(found)}?)`;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[\s_-]/g, "");
}

/** How many letters have to be added, left out, changed or swapped with their neighbour (optimal string alignment). */
function editsBetween(one: string, other: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      let edits = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (isSame ? 0 : 1));
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        edits = Math.min(edits, before[j - 2]! + 1);
      row.push(edits);
    }
    [before, last] = [last, row];
  }
  return last[other.length]!;
}
