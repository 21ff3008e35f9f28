// What an engine changed, told from its output alone: others return a text, and no places.
import type { Span } from "./judge.ts";

/** Cells of a table of common runs; texts beyond it count as changed from the first difference to the last. */
const mostCells = 4e6;

/**
 * The stretches of a text that are not in the output: what is left when the longest common sequence of
 * lines, and in the lines between them of words, has been taken away.
 */
export function changes(text: string, output: string): Span[] {
  if (text === output) return [];
  const spans: Span[] = [];
  for (const lines of hunks(split(text, /[^\n]*\n|[^\n]+/g), split(output, /[^\n]*\n|[^\n]+/g))) {
    for (const words of hunks(
      split(lines.before, /[A-Za-z0-9]+|[\s\S]/g),
      split(lines.after, /[A-Za-z0-9]+|[\s\S]/g),
    )) {
      const start = lines.start + words.start + commonStart(words.before, words.after);
      const end = lines.start + words.start + words.before.length - commonEnd(words.before, words.after);
      if (end > start) spans.push({ rule: "", start, end });
    }
  }
  return spans;
}

/** A text's lines that differ in the output or are gone from it, by their numbers from 1, with what changed. */
export function changedLines(text: string, output: string) {
  const before = text.split("\n");
  const after = output.split("\n");
  const isSame = before.length === after.length;
  const pairs = isSame ? before.map((_, i) => [i, i] as const) : commonPairs(before, after);
  const partner = new Map(pairs);
  return before.flatMap((line, i) => {
    const next = after[partner.get(i) ?? -1] ?? "";
    if (next === line && partner.has(i)) return [];
    return [{ line: i + 1, changed: changes(line, next).map(({ start, end }) => line.slice(start, end)) }];
  });
}

const split = (text: string, unit: RegExp) => text.match(unit) ?? [];

/** Where two lists differ, as texts, and at which offset of the first. */
function hunks(before: string[], after: string[]) {
  const found = [];
  let [i, j, start] = [0, 0, 0];
  for (const [nextI = 0, nextJ = 0] of [...commonPairs(before, after), [before.length, after.length]]) {
    const gone = before.slice(i, nextI).join("");
    if (nextI > i || nextJ > j) found.push({ start, before: gone, after: after.slice(j, nextJ).join("") });
    start += gone.length + (before[nextI]?.length ?? 0);
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return found;
}

/** The indices of a longest common subsequence. */
function commonPairs(a: string[], b: string[]): [number, number][] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const pairs: [number, number][] = Array.from({ length: head }, (_, i) => [i, i]);
  for (const [i, j] of middlePairs(a.slice(head, a.length - tail), b.slice(head, b.length - tail))) {
    pairs.push([head + i, head + j]);
  }
  for (let k = tail; k > 0; k--) pairs.push([a.length - k, b.length - k]);
  return pairs;
}

/** The same without what both begin and end with: the textbook's table. */
function middlePairs(a: string[], b: string[]) {
  const pairs: [number, number][] = [];
  const width = b.length + 1;
  if (a.length === 0 || b.length === 0 || (a.length + 1) * width > mostCells) return pairs;
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j;
      longest[at] =
        a[i] === b[j]
          ? (longest[at + width + 1] as number) + 1
          : Math.max(longest[at + width] as number, longest[at + 1] as number);
    }
  }
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const at = i * width + j;
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if ((longest[at + width] as number) >= (longest[at + 1] as number)) i++;
    else j++;
  }
  return pairs;
}

function commonStart(a: string, b: string) {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
}

/** At most what `commonStart` leaves. */
function commonEnd(a: string, b: string) {
  const most = Math.min(a.length, b.length) - commonStart(a, b);
  let i = 0;
  while (i < most && a.at(-1 - i) === b.at(-1 - i)) i++;
  return i;
}
