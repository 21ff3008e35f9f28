// Writes chosen mutations into a source text. Each is asked for by its number when the code runs, so that one build
// holds them all.
import type { Mutation } from "./operators.ts";
import type { ParsedFile, Span } from "./site.ts";

export interface Numbered extends Mutation {
  readonly id: number;
}

/** A place to rewrite, with those inside it. */
interface Place {
  readonly span: Span;
  readonly choices: Numbered[];
  /** A loop's body gets a step counted. */
  loop?: { readonly isBlock: boolean };
}

/**
 * The file's text with the mutations in it: `(on(7) ? looser : original)`. No line is added, so that a compiler's
 * message still leads to its line.
 */
export function rewrite(file: ParsedFile, mutations: readonly Numbered[]): string {
  const places = new Map<string, Place>();
  const placeAt = (span: Span): Place => {
    const key = `${span.from}/${span.to}`;
    const place = places.get(key) ?? { span, choices: [] };
    places.set(key, place);
    return place;
  };
  for (const mutation of mutations) placeAt(mutation.span).choices.push(mutation);
  for (const site of file.sites)
    if (site.kind === "loop") placeAt(site.span).loop = { isBlock: site.isBlock };
  const sorted = [...places.values()].sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to);
  return write(file.text, { from: 0, to: file.text.length }, sorted);
}

/** The text of `span` with the places in it, which are sorted, the outer ones first. */
function write(text: string, span: Span, places: readonly Place[]): string {
  let out = "";
  let at = span.from;
  for (let i = 0; i < places.length; ) {
    const place = places[i]!;
    let next = i + 1;
    while (next < places.length && places[next]!.span.from < place.span.to) next++;
    out += text.slice(at, place.span.from) + writePlace(text, place, places.slice(i + 1, next));
    at = place.span.to;
    // A statement is one of a block now, whose end takes no semicolon: `do f(); while (a)`.
    if (place.loop?.isBlock === false && text[at] === ";") at++;
    i = next;
  }
  return out + text.slice(at, span.to);
}

function writePlace(text: string, { span, choices, loop }: Place, inner: readonly Place[]): string {
  const original = write(text, span, inner);
  if (loop)
    return loop.isBlock ? `{ tick(); ${original.slice(1)}` : `{ tick(); ${original.replace(/;?$/, ";")} }`;
  const heads = choices.map(({ id, replacement }) => `on(${id}) ? (${replacement}) : `);
  return `(${heads.join("")}(${original}))`;
}
