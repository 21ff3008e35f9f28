// When a credential counts as found, and when its surroundings count as kept.

export type Span = { start: number; end: number; rule: string };

/** Share of a credential's characters that matches must cover. */
const enough = 0.9;
/** A half shorter than this may occur by chance in what is rightly kept. */
const shortestTelling = 8;

/** Characters of [start, end) that are covered. */
export function covered(spans: Span[], start: number, end: number) {
  let count = 0;
  let reached = start;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const from = Math.max(span.start, reached);
    const to = Math.min(span.end, end);
    if (to > from) {
      count += to - from;
      reached = to;
    }
  }
  return count;
}

/** Neither the credential nor one of its halves is in the output. */
export function absent(output: string, secret: string) {
  if (secret.length < shortestTelling) return true; // too short to be told from chance: coverage decides
  if (output.includes(secret)) return false;
  const middle = secret.length >> 1;
  if (middle < shortestTelling) return true;
  return !output.includes(secret.slice(0, middle)) && !output.includes(secret.slice(middle));
}

/** Found: some occurrence is covered to 90 %, and neither it nor a half of it is left in the output. */
export function isFound(text: string, secret: string, spans: Span[], output: string) {
  if (!absent(output, secret)) return false;
  for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
    if (covered(spans, at, at + secret.length) >= enough * secret.length) return true;
  }
  return false;
}

/**
 * The same for a credential whose place is known: [start, end) of a rendered text. What a notation puts between
 * the lines of a key (`\\n' +`) is no part of it, so that each of its lines is looked at by itself.
 *
 * @param secret What was rendered there.
 */
export function isFoundAt(
  text: string,
  start: number,
  end: number,
  spans: Span[],
  output: string,
  secret: string = "",
) {
  const lines = secret.includes("\n") ? secret.split("\n").filter(Boolean) : [];
  if (lines.length === 0 || !lines.every((line) => text.slice(start, end).includes(line))) {
    return covered(spans, start, end) >= enough * (end - start) && absent(output, text.slice(start, end));
  }
  return lines.every((line) => {
    const at = text.indexOf(line, start);
    return covered(spans, at, at + line.length) >= enough * line.length && absent(output, line);
  });
}

export function parsesAsJson(text: string) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

export const countLines = (text: string) => text.split("\n").length;
