import { attack, attackInLine } from "./generate/attack.ts";
import { hostFor } from "./generate/hosts.ts";
import type { Field } from "./generate/notation.ts";
import { records } from "./generate/records.ts";
import { wires } from "./generate/wires.ts";
import { plainValue } from "./generate/words.ts";
import type { Case, Property } from "./property.ts";
import { MARK, redact } from "./subject.ts";

/** Notations in which a value's end is written, whatever is in it. */
const notations = [...records, ...wires];

/** Names of credentials, and beside each the part of it that says so, and a word that does not. */
const names: readonly (readonly [name: string, part: string, harmless: string])[] = [
  ["password", "password", "passport"],
  ["token", "token", "taken"],
  ["secret", "secret", "sector"],
  ["apiKey", "Key", "Kit"],
  ["client_secret", "secret", "sector"],
  ["dbPassword", "Password", "Passport"],
];

/** `word` in the case of `like`. */
function inCase(word: string, like: string): string {
  if (like === like.toUpperCase()) return word.toUpperCase();
  return like[0] === like[0]!.toUpperCase() ? word[0]!.toUpperCase() + word.slice(1) : word.toLowerCase();
}

function renamed(text: string, from: string, to: string): string {
  return text.replace(new RegExp(from, "gi"), (like) => inCase(to, like));
}

/** A quote, escaped in any way. */
const QUOTE = String.raw`(?:\\*["'\`]|\\+x22|\\*u0022|%(?:25)*2[27]|&(?:quot|#39|#34);)`;
const QUOTES = new RegExp(QUOTE, "g");
/** The mark with the quotes around it, also as it is escaped. */
const QUOTED_MARK = new RegExp(
  String.raw`${QUOTE}?(?:\[|%(?:25)*5B)REDACTED(?:\\*\]|%(?:25)*5D)${QUOTE}?`,
  "g",
);

/** One for each line of a value that is written as several strings. */
const JOINED_MARKS = /\[REDACTED\](?: \+(?:\s|\\+n)+\[REDACTED\])+/g;

/** What no notation takes for the end of a value. */
const ONE_WORD = /^[\w.~+/$!*-]+$/;

/** A notation takes other quotes, or none, where the value holds some. Brackets around a bare value may be those of a list. */
const plain = (out: string): string =>
  out
    .replace(QUOTED_MARK, MARK)
    .replace(JOINED_MARKS, MARK)
    .replaceAll(`[${MARK}]`, MARK)
    .replace(QUOTES, "'");

export const wholeValue: Property = {
  name: "whole-value",
  what: "a credential of any text under its name, in every notation: all of it is replaced and nothing else, or it is a placeholder, and a text like any other",
  make(choices): Case {
    const notation = choices.pick(notations);
    const host = hostFor(notation, choices);
    const [name, part, harmless] = choices.pick(names);
    const isPlain = choices.isOneOf(3);
    // What colours a value stays, and so do the marks of a key; a value of blanks is none.
    const text = (isPlain ? plainValue(choices) : notation.oneLine ? attackInLine(choices) : attack(choices))
      .replace(/\x1b|\\+(?:u001b|x1b|033|e)(?=\[)|-----/g, "")
      .trim();
    const value = notation.isBare && !ONE_WORD.test(text) ? "hunter22x" : text;
    const record = (value: string, ofName = name): string => {
      const fields: readonly Field[] = [
        ["id", 7],
        [ofName, value],
        ["ok", true],
      ];
      return host(notation.render(fields));
    };
    const input = record(value);
    return {
      inputs: [input],
      check() {
        const out = redact(input);
        if (out === input || plain(out) === plain(record(MARK))) return undefined;
        const asText = redact(record(value, name.replace(part, harmless)));
        if (renamed(asText, harmless, part) === out) return undefined;
        return { promise: "a value is found whole", detail: out };
      },
    };
  },
};
