import type { Match } from "../../src/index.ts";
import type { Json } from "./generate/documents.ts";
import { MARK } from "./subject.ts";

/** The mark, and the quotes that a bare value gets with it, in whatever depth. */
const MARKS =
  /(?:\\*["']|\\*u0022|%(?:25)*22|&quot;)?\[REDACTED\](?:\\*["']|\\*u0022|%(?:25)*22|&quot;)?(?:[\r\n]+[ \t]*)*/;

/** Colour codes stay, also within what is replaced. */
const COLOURS = /(?:\x1b|\\+(?:u001b|x1b|e))\[[0-9;:]*[a-z]/gi;

/** Whether `text` became `out` by nothing but some parts' replacement by the mark. */
export function isRedactedText(text: string, out: string): boolean {
  // What looks like a colour code may be the beginning of a token: `ESC [ hf_…`.
  return isMarked(text.replace(COLOURS, ""), out.replace(COLOURS, "")) || isMarked(text, out);
}

function isMarked(before: string, out: string): boolean {
  if (before === out) return true;
  const kept = out.split(MARKS);
  if (kept.length === 1 || !before.startsWith(kept[0]!) || !before.endsWith(kept.at(-1)!)) return false;
  let at = kept[0]!.length;
  const end = before.length - kept.at(-1)!.length;
  for (const piece of kept.slice(1, -1)) {
    const found = before.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= end;
}

/**
 * Compares a value with its redacted copy: the same names, types and lengths, but for what is redacted, in whose
 * place the mark stands. A string that was JSON still is. Returns where that does not hold.
 */
export function changedIn(value: Json, out: Json, path = "$"): string | undefined {
  if (out === MARK || value === out) return undefined;
  if (typeof value === "string" && typeof out === "string") return changedInText(value, out, path);
  if (typeof value !== "object" || typeof out !== "object" || value === null || out === null)
    return `${path}: ${show(value)} became ${show(out)}`;
  if (Array.isArray(value) !== Array.isArray(out)) return `${path}: another kind of container`;
  const before = Object.entries(value);
  const after = Object.entries(out);
  // Two names that hold credentials may have become one.
  if (after.length < before.length && after.some(([name]) => name.includes(MARK))) return undefined;
  if (before.length !== after.length) return `${path}: ${before.length} members became ${after.length}`;
  for (const [i, [name, member]] of before.entries()) {
    const [newName, newMember] = after[i]!;
    if (!isRedactedText(name, newName)) return `${path}: name ${show(name)} became ${show(newName)}`;
    const changed = changedIn(member as Json, newMember as Json, `${path}.${name}`);
    if (changed !== undefined) return changed;
  }
  return undefined;
}

function changedInText(text: string, out: string, path: string): string | undefined {
  if (out.replace(COLOURS, "") === MARK) return undefined;
  const inner = parsed(text);
  if (inner === undefined)
    return isRedactedText(text, out) ? undefined : `${path}: ${show(text)} became ${show(out)}`;
  const innerOut = parsed(out);
  if (innerOut === undefined)
    return `${path}: JSON in a string is none any more: ${show(text)} became ${show(out)}`;
  return changedIn(inner, innerOut, `${path}~`);
}

/** The container in the text, undefined where it is not JSON or only a number or a literal. */
export function parsed(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A match whose text is not wholly within the matches of another text, in which it begins `shift` further on. */
export function lostIn(matches: readonly Match[], later: readonly Match[], shift: number): Match | undefined {
  return matches.find(({ start, end }) => {
    let at = start + shift;
    for (const each of later) if (each.start <= at && each.end > at) at = each.end;
    return at < end + shift;
  });
}

export function show(value: unknown): string {
  return JSON.stringify(value) ?? "undefined";
}
