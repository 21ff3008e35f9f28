import type { Choices } from "./choices.ts";
import { attack, attackInLine } from "./generate/attack.ts";
import { type Field, hosts, type Notation, records } from "./generate/records.ts";
import { sample } from "./generate/words.ts";
import type { Case, Property } from "./property.ts";
import { redact } from "./subject.ts";

/** Stands for the attacker's text where it is harmless; nothing finds it, and no text holds it otherwise. */
const HARMLESS = "harmless";

/** Names that say nothing of another field. */
const attackers: readonly string[] = [
  "ua",
  "msg",
  "comment",
  "user",
  "city",
  "title",
  "q",
  "referer",
  "email",
];

const victims: readonly string[] = [
  "password",
  "token",
  "apiKey",
  "client_secret",
  "dbPassword",
  "authorization",
  "cookie",
  "x-api-key",
];

const others: readonly Field[] = [
  ["id", 7],
  ["ok", true],
  ["ip", "192.0.2.7"],
  ["host", "a.example"],
  ["size", 1234],
  ["at", "2026-03-02"],
  ["plan", "two words"],
];

const credentials: readonly string[] = [
  "hunter22x",
  "Zq8Lw2Xk9Vb4",
  "marzipan-otter-4",
  "it's me 22",
  'say "x" 22',
  "a\\b22xyz",
  "12345678",
];

function credentialFor(name: string, choices: Choices): string {
  if (name === "authorization") return `Bearer ${choices.pick(credentials.slice(0, 3))}`;
  if (name === "cookie") return `sid=${choices.pick(credentials.slice(0, 3))}; theme=dark22`;
  return choices.isOneOf(4) ? sample(choices) : choices.pick(credentials);
}

function fieldsAround(choices: Choices, count: number): Field[] {
  const start = choices.below(others.length);
  return Array.from({ length: count }, (_, i) => others[(start + i) % others.length]!);
}

/** The record with the attacker's text in it. */
function recordOf(
  choices: Choices,
  notation: Notation,
): { readonly record: (text: string) => string; readonly credential: string } {
  const victim = choices.pick(victims);
  const credential: Field = [victim, credentialFor(victim, choices)];
  const attackersName = choices.pick(attackers);
  const innocent = fieldsAround(choices, choices.below(4));
  const isBehind = choices.isOneOf(4);
  const at = choices.below(innocent.length + 1);
  const host = choices.pick(hosts);
  const record = (text: string): string => {
    const field: Field = [attackersName, text];
    const both = isBehind
      ? [credential, ...innocent.slice(0, at), field]
      : [field, ...innocent.slice(0, at), credential];
    return host(notation.render([...both, ...innocent.slice(at)]));
  };
  return { record, credential: String(credential[1]).split(/[\s;]/).at(-1)! };
}

/** What stands before and behind the harmless text, without quotes: a notation takes others where the text holds some. */
function around(expected: string): readonly [before: string, after: string] {
  const at = expected.indexOf(HARMLESS);
  if (at < 0) throw new Error(`the harmless text is gone: ${expected}`);
  const before = expected.slice(0, at).replace(/\\*["'`]$/, "");
  return [before, expected.slice(at + HARMLESS.length).replace(/^\\*["'`]/, "")];
}

const occurrences = (text: string, part: string): number => text.split(part).length - 1;

export const attackersField: Property = {
  name: "attackers-field",
  what: "a record with an attacker's text in one field, in every notation: the other fields come out as beside a harmless one",
  make(choices): Case {
    const notation = choices.pick(records);
    const { record, credential } = recordOf(choices, notation);
    const text = notation.oneLine ? attackInLine(choices) : attack(choices);
    const input = record(text);
    const harmless = record(HARMLESS);
    return {
      inputs: [input],
      check() {
        const out = redact(input);
        const expected = redact(harmless);
        const [before, after] = around(expected);
        if (out.length >= before.length + after.length && out.startsWith(before) && out.endsWith(after))
          return undefined;
        const leaks =
          occurrences(out, credential) > occurrences(expected, credential) + occurrences(text, credential);
        const promise = leaks ? "the victim's credential is found" : "the other fields come out as ever";
        return { promise, detail: `${out}\nharmless: ${expected}` };
      },
    };
  },
};
