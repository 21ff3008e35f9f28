import { touchedIn } from "../promises/untouched.ts";
import type { Choices } from "./choices.ts";
import { prefixes } from "./documents.ts";
import { attackInLine } from "./generate/attack.ts";
import { document } from "./generate/documents.ts";
import { oneLineStyle, render, tokensOf } from "./generate/render.ts";
import { lostIn, show } from "./oracles.ts";
import type { Case, Failure, Property } from "./property.ts";
import { redact, redactBytes, scan } from "./subject.ts";

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** What stands for a value where JSON has none. */
const literals: readonly string[] = [
  "NaN",
  "undefined",
  "-Infinity",
  "0x1F",
  "01",
  "+1",
  ".5",
  "True",
  "None",
  "nil",
  "<nil>",
  "ObjectId()",
  "1_000",
  "'x'",
  "…",
  "...",
  "[Object]",
  "[Circular *1]",
  "Symbol(x)",
];

/** Written between two tokens. */
const noise: readonly string[] = [",", " ", "/* note */", "\t", "  ", "\x1b[0m", ",,", "\u00a0", " // note "];

interface Damaged {
  readonly text: string;
  /** The whole document, and where it begins in the text, if it is all there. */
  readonly whole?: { readonly text: string; readonly at: number };
}

/** One way to make JSON none any more. */
const damages: readonly ((choices: Choices, tokens: readonly string[]) => Damaged)[] = [
  function behindPrefix(choices, tokens) {
    const prefix = choices.pick(prefixes);
    const text = tokens.join("");
    return { text: prefix + text, whole: { text, at: prefix.length } };
  },
  function beforeAnother(choices, tokens) {
    const text = tokens.join("");
    const next = render(document(choices), oneLineStyle(choices));
    return { text: text + choices.pick([" ", "", ", ", "\t"]) + next, whole: { text, at: 0 } };
  },
  function beforeWords(choices, tokens) {
    const text = tokens.join("");
    return { text: `${text}${choices.pick([" ", "", ","])}${attackInLine(choices)}`, whole: { text, at: 0 } };
  },
  function cutOff(choices, tokens) {
    const text = tokens.join("");
    return {
      text:
        text.slice(0, choices.below(text.length + 1)) + choices.pick(["", "…", "...", "[truncated]", "\\"]),
    };
  },
  function cutAtFront(choices, tokens) {
    const text = tokens.join("");
    return { text: text.slice(choices.below(text.length + 1)) };
  },
  function noiseBetween(choices, tokens) {
    const at = choices.below(tokens.length + 1);
    return { text: [...tokens.slice(0, at), choices.pick(noise), ...tokens.slice(at)].join("") };
  },
  function otherLiterals(choices, tokens) {
    const isBare = (token: string): boolean => /^(?:-?\d|true|false|null)/.test(token);
    return {
      text: tokens
        .map((token) => (isBare(token) && choices.isOneOf(2) ? choices.pick(literals) : token))
        .join(""),
    };
  },
  function otherQuotes(choices, tokens) {
    const quote = choices.pick(["'", "`", "", "“"]);
    return {
      text: tokens
        .map((token) =>
          token.startsWith('"') && choices.isOneOf(2) ? quote + token.slice(1, -1) + quote : token,
        )
        .join(""),
    };
  },
  function tokenLost(choices, tokens) {
    const at = choices.below(tokens.length);
    return { text: tokens.filter((_, i) => i !== at).join("") };
  },
  function tokenTwice(choices, tokens) {
    const at = choices.below(tokens.length);
    return { text: tokens.flatMap((token, i) => (i === at ? [token, token] : [token])).join("") };
  },
  function oddBytes(choices, tokens) {
    const text = tokens.join("");
    const at = choices.below(text.length + 1);
    return {
      text:
        text.slice(0, at) +
        choices.pick(["\x00", "\ud800", "\xff", "\x1b", "\x07", "\u2028"]) +
        text.slice(at),
    };
  },
];

export function damaged(choices: Choices): Damaged {
  return choices.pick(damages)(choices, tokensOf(document(choices), oneLineStyle(choices)));
}

export const nearlyJson: Property = {
  name: "nearly-json",
  what: "JSON that is cut, has commas, comments or words too many, or comes after a prefix: only what is found changes, and what is found in the document is found",
  make(choices): Case {
    const { text, whole } = damaged(choices);
    // An odd byte, as a byte.
    const input = text.includes("\xff") ? Buffer.from(text, "latin1") : Buffer.from(text);
    return { inputs: [text], check: () => touchedFailure(input) ?? (whole && lostFailure(text, whole)) };
  },
};

/** A match over lines leaves their ends, also escaped ones, and is not compared. */
const LINE_END = /\\[nr]/;

function touchedFailure(input: Buffer): Failure | undefined {
  const text = latin1(input);
  const matches = scan(input);
  if (matches.some(({ start, end }) => LINE_END.test(text.slice(start, end)))) return undefined;
  const out = latin1(redactBytes(input));
  const touched = touchedIn(text, out, matches);
  return touched === undefined
    ? undefined
    : { promise: "only what is found changes", detail: `${touched}\n${out}` };
}

function lostFailure(
  text: string,
  whole: { readonly text: string; readonly at: number },
): Failure | undefined {
  const lost = lostIn(scan(whole.text), scan(text), whole.at);
  if (lost === undefined) return undefined;
  const { rule, start, end } = lost;
  return {
    promise: "what is found in the document is found",
    detail: `${rule} ${show(whole.text.slice(start, end))}\n${redact(text)}`,
  };
}
