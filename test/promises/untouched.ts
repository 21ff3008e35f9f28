import type { Match } from "../../src/redactor/redactor.ts";

const MARK = "[REDACTED]";

/** Line ends and colours inside a match stay, however they are written: what follows is not looked at. */
const STAYS = /[\r\n\x1b]|1b|033|\\e|#27/i;

/**
 * Takes a redacted text apart by what `scan` found in the original, a character a byte: what stands between
 * the marks must be the original's. Returns what is wrong, or undefined.
 */
export function touchedIn(text: string, out: string, matches: readonly Match[]): string | undefined {
  let at = 0;
  let from = 0;
  for (const { start, end } of matches) {
    const kept = text.slice(from, start);
    if (start < from || end > text.length) return `a match at ${start}, behind one that ends at ${from}`;
    if (out.slice(at, at + kept.length) !== kept) return `what stands before the match at ${start} changed`;
    at += kept.length;
    const quoted = /^(?:\\*"|\\*u0022|(?:\\*x5C)*\\*x22|%(?:25)*22|&(?:amp;)*quot;)\[/.exec(out.slice(at));
    const quote = quoted === null ? "" : quoted[0].slice(0, -1);
    if (!out.startsWith(`${quote}${MARK}${quote}`, at)) return `no mark for the match at ${start}`;
    at += MARK.length + 2 * quote.length;
    if (STAYS.test(text.slice(start, end))) return undefined;
    from = end;
  }
  return out.slice(at) === text.slice(from) ? undefined : "what stands behind the last match changed";
}
