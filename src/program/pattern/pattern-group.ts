import { refuse } from "./pattern-error.ts";

export interface GroupOpening {
  readonly captures: boolean;
  readonly ignoreCase: boolean;
  /** Offset after the opening. */
  readonly end: number;
}

const LOOKAROUND =
  "no linear-time automaton has it; use \\b, \\B, ^ or $, or match the text and capture the part to replace";
const NAMED = "write (…), or (?:…) where nothing is captured";

/** Openings that are refused; the first that fits is named, so the longer stand first. */
const REFUSED: readonly (readonly [opening: string, construct: string, mend: string])[] = [
  ["(?=", "lookahead (?=…)", LOOKAROUND],
  ["(?!", "negative lookahead (?!…)", LOOKAROUND],
  ["(?<=", "lookbehind (?<=…)", LOOKAROUND],
  ["(?<!", "negative lookbehind (?<!…)", LOOKAROUND],
  ["(?<", "named group (?<…>…)", NAMED],
  ["(?P<", "named group (?P<…>…)", NAMED],
  ["(?'", "named group (?'…'…)", NAMED],
  ["(?P=", "named backreference (?P=…)", "no linear-time automaton has it; spell the text out"],
  ["(?>", "atomic group (?>…)", "nothing backtracks here; write (?:…)"],
  ["(?#", "comment (?#…)", "leave it out"],
  ["(?(", "conditional (?(…)…)", "write both cases as an alternation"],
  ["(?|", "branch reset (?|…)", "write (?:…)"],
  ["(?i)", "flag (?i) after the start", "write it at the very start of the pattern, or (?i:…) around a part"],
  ["(?", "group modifier (?…)", "the groups are (…), (?:…) and (?i:…), and (?i) at the very start"],
  ["(*", "verb (*…)", "leave it out, or write \\( for a parenthesis"],
];

/** Reads what opens the group at `at`. */
export function readGroupOpening(source: string, at: number): GroupOpening {
  if (source.startsWith("(?:", at)) return { captures: false, ignoreCase: false, end: at + 3 };
  if (source.startsWith("(?i:", at)) return { captures: false, ignoreCase: true, end: at + 4 };
  const refused = REFUSED.find(([opening]) => source.startsWith(opening, at));
  if (refused !== undefined) refuse(source, at, refused[1], refused[2]);
  return { captures: true, ignoreCase: false, end: at + 1 };
}
