import { RedactorConfigError } from "../../config-error.ts";
import { ENTRY_JOINED, INNOCENT, INNOCENT_PHRASE } from "../../kernel/abi.ts";
import type { KeyRule } from "../../rules/rule.ts";
import type { NameSink } from "./trie.ts";

/** A sensitive or innocent name, taken apart. */
interface NameEntry {
  readonly letters: string;
  readonly words: readonly string[];
  /** Which of a trie node's three places: 0 anywhere, 1 at a word's start, 2 the whole name. */
  readonly place: 0 | 1 | 2;
  readonly value: number;
}

function parseName(name: string, rule: string, value: number): NameEntry {
  const place = name.startsWith("=") ? 2 : name.startsWith("_") ? 1 : 0;
  const words = (place === 0 ? name : name.slice(1)).split(" ");
  const letters = words.join("");
  // A corner of a drawing is a name, too.
  if (!/^(?:[a-z0-9\u0080-\uffff]{2,60}|[\u2500-\u257f])$/.test(letters)) {
    throw new RedactorConfigError(
      "invalid-rule",
      `rule ${rule}: key name ${JSON.stringify(name)}: a name is 2 to 60 lower-case letters and digits, words separated by one space, optionally after "_" or "="`,
    );
  }
  return { letters, words, place, value };
}

/**
 * What the trie knows a name by, last byte first: letters and digits as they are, each byte over 127 as two signs that
 * no name has. The kernel folds the case of ASCII only, so a name in another script stands there three times.
 */
function spellings(letters: string): readonly string[] {
  if (isAscii(letters)) return [reversed(letters)];
  const capital = letters.replace(/^[\u0080-\uffff]/, (first) => first.toUpperCase());
  return [...new Set([letters, capital, capitalsBeyondAscii(letters)])].map((spelling) =>
    [...bytesOf(spelling)]
      .reverse()
      .map((c) => {
        const byte = c.charCodeAt(0);
        return byte < 0x80 ? c : String.fromCharCode(0x20 | (byte & 15), 0x20 | (byte >> 4));
      })
      .join(""),
  );
}

function reversed(text: string): string {
  let result = "";
  for (let i = text.length - 1; i >= 0; i--) result += text[i];
  return result;
}

const isAscii = (text: string): boolean => !/[\u0080-\uffff]/.test(text);

function capitalsBeyondAscii(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, (letter) => letter.toUpperCase());
}

/** Its UTF-8 as a string, a character for each byte. */
function bytesOf(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}

/** A way to spell a name, and what the trie is to say of it. */
interface Spelling {
  readonly letters: string;
  readonly place: 0 | 1 | 2;
  readonly value: number;
}

/** How the names of a rule stand in a trie, last letter first. */
export function spellingsOf(rule: KeyRule, index: number): readonly Spelling[] {
  const each = (name: string, value: number, places: (place: 0 | 1 | 2) => readonly (0 | 1 | 2)[]) => {
    const { letters, place } = parseName(name, rule.id, value);
    return spellings(letters).flatMap((spelling) =>
      places(place).map((place) => ({ letters: spelling, place, value })),
    );
  };
  return [
    ...rule.key.flatMap((name) => each(name, entryValue(rule, index), (place) => [place])),
    // It never acts inside a word: "w token" is not in `newToken`.
    ...(rule.not ?? []).flatMap((name) => each(name, INNOCENT, (place) => [place === 0 ? 1 : place])),
    // Over the same name in a `not` too, which the kernel would take first.
    ...(rule.phrases ?? []).flatMap((name) =>
      each(name, INNOCENT_PHRASE, (place) => ([1, 2] as const).filter((each) => each >= place)),
    ),
  ];
}

function entryValue(rule: KeyRule, index: number): number {
  return (index + 1) | (rule.joined ? ENTRY_JOINED : 0);
}

/** Adds the names of `rules` (pairs of rule and its index) to a trie; returns how they end. */
export function addNames(trie: NameSink, rules: readonly (readonly [KeyRule, number])[]): NameEnds {
  for (const [rule, index] of rules) {
    for (const { letters, place, value } of spellingsOf(rule, index)) trie.add(letters, place, value);
  }
  const entries = rules.flatMap(([rule, index]) =>
    rule.key.map((name) => [rule, parseName(name, rule.id, entryValue(rule, index))] as const),
  );
  const heads = entries.filter(([rule, { place }]) => rule.qualified !== undefined && place !== 2);
  const ends = entries.map(([, entry]) => endsOf(entry));
  return {
    short: [...new Set(ends.flatMap(({ short }) => short))],
    sure: [...new Set(ends.flatMap(({ sure }) => sure))],
    inner: [...new Set(heads.flatMap(([, entry]) => endsOf(entry).short))],
  };
}

/** How the names can end, for the prefilter. */
export interface NameEnds {
  /** The last four characters, or all of a shorter name: what a stop looks for. */
  readonly short: readonly string[];
  /** The last six characters, or the short end of names that have fewer: what it makes sure of. */
  readonly sure: readonly string[];
  /** As `short`, of the names that words may follow. */
  readonly inner: readonly string[];
}

type Ends = Omit<NameEnds, "inner">;

/** What may stand between the words of a name. */
const SEPARATORS = ["", "_", "-", ".", "__", " "];

/**
 * The ends of a name in every way of writing it: `i_key`, `i-key`, `i.key`, `pikey` for "api key". Last
 * digits are left out: the kernel looks at the last letter.
 */
function endsOf({ words }: NameEntry): Ends {
  const name = words.join(" ");
  if (isAscii(name)) return endsOfBytes(name);
  const written = [...new Set([name, capitalsBeyondAscii(name)])];
  const all = [...written.map(bytesOf).map(endsOfBytes), ...written.flatMap(escapedEnds)];
  return { short: all.flatMap(({ short }) => short), sure: all.flatMap(({ sure }) => sure) };
}

/** The same of a name in another script, its letters written as escapes: `\u7801`, `%81`, `\x81`. */
function escapedEnds(name: string): readonly Ends[] {
  const last = name.split(" ").at(-1)!;
  const hex = (code: number) => code.toString(16);
  const units = last.replace(/[\u0080-\uffff]/g, (unit) => `\\u${hex(unit.charCodeAt(0)).padStart(4, "0")}`);
  const bytes = (mark: string) =>
    bytesOf(last).replace(/[\u0080-\u00ff]/g, (byte) => mark + hex(byte.charCodeAt(0)));
  return [units, bytes("%"), bytes("\\x")].map((text) => ({
    short: [text.slice(-4)],
    sure: [text.slice(-6)],
  }));
}

function endsOfBytes(name: string): Ends {
  const kept = name.replace(/ ?[0-9]{1,3}$/, "").split(" ");
  const last = kept.at(-1)!;
  if (!/[a-z\u0080-\u00ff]$/i.test(last) || kept.join("").length < 2) {
    throw new RedactorConfigError(
      "invalid-rule",
      `key name ${JSON.stringify(name)}: it needs two letters or more, and at most three digits at its end`,
    );
  }
  const written = kept.slice(0, -1).reduceRight<readonly string[]>(
    (tails, word) =>
      // What is in front of six characters is not looked at.
      tails.flatMap((tail) =>
        tail.length < 6 ? SEPARATORS.map((separator) => (word + separator + tail).slice(-6)) : [tail],
      ),
    [last.slice(-6)],
  );
  return {
    short: last.length < 4 ? written.map((tail) => tail.slice(-4)) : [last.slice(-4)],
    sure: written.map((tail) => (tail.length < 6 ? tail.slice(-4) : tail)),
  };
}
