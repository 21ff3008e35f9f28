import type { Choices } from "./choices.ts";
import { attack, attackInLine } from "./generate/attack.ts";
import { document, type Json } from "./generate/documents.ts";
import { gluedExamples } from "./generate/examples.ts";
import { hostFor } from "./generate/hosts.ts";
import type { Field } from "./generate/notation.ts";
import { opening } from "./generate/openings.ts";
import { records } from "./generate/records.ts";
import { tables } from "./generate/tables.ts";
import { valueNotations } from "./generate/values.ts";
import { wires } from "./generate/wires.ts";
import { sample } from "./generate/words.ts";
import { show } from "./oracles.ts";
import type { Case, Failure, Property } from "./property.ts";
import { redact } from "./subject.ts";

/** Stands for the attacker's text where it is harmless; nothing finds it, and no text holds it otherwise. */
const HARMLESS = "harmless";

const notations = [...records, ...wires, ...tables];

/** Names that say nothing of another field. */
// biome-ignore format: a list
const attackers: readonly string[] = ["ua", "msg", "comment", "user", "city", "title", "q", "referer", "email", "body", "data"];

// biome-ignore format: a list
const victims: readonly string[] = ["password", "token", "apiKey", "client_secret", "dbPassword", "authorization", "cookie", "x-api-key"];

// biome-ignore format: a list
const others: readonly Field[] = [
  ["id", 7], ["ok", true], ["ip", "192.0.2.7"], ["host", "a.example"], ["size", 1234], ["at", "2026-03-02"], ["plan", "two words"],
];

// biome-ignore format: a list
const credentials: readonly string[] = ["hunter22x", "Zq8Lw2Xk9Vb4", "marzipan-otter-4", "it's me 22", 'say "x" 22', "a\\b22xyz", "12345678"];

function credentialFor(name: string, choices: Choices): string {
  if (name === "authorization") return `Bearer ${choices.pick(credentials.slice(0, 3))}`;
  if (name === "cookie") return `sid=${choices.pick(credentials.slice(0, 3))}; theme=dark22`;
  return choices.isOneOf(4) ? sample(choices) : choices.pick(credentials);
}

/** A member of anything among those of a victim. */
interface Setting {
  readonly membersWith: <Value>(
    member: readonly [string, Value],
  ) => readonly (Field | readonly [string, Value])[];
  readonly attackersName: string;
  /** Of the credential, what no other text has. */
  readonly credential: string;
}

function setting(choices: Choices): Setting {
  const victim = choices.pick(victims);
  const secret = credentialFor(victim, choices);
  const first = choices.below(others.length);
  const innocent = [...others.slice(first), ...others.slice(0, first)].slice(0, choices.below(4));
  const at = choices.below(innocent.length + 1);
  const isBehind = choices.isOneOf(4);
  return {
    membersWith(member) {
      const [one, other] = isBehind
        ? [[victim, secret] as const, member]
        : [member, [victim, secret] as const];
      return [one, ...innocent.slice(0, at), other, ...innocent.slice(at)];
    },
    attackersName: choices.pick(attackers),
    credential: secret.split(/[\s;]/).at(-1)!,
  };
}

/** The quote before or after a text: a notation takes others where the text holds some. */
const QUOTE = String.raw`(?:\\*["'\`]|\\+x22|\\*u0022|%(?:25)*2[27]|&#?\w+;)`;
const QUOTE_AT_END = new RegExp(`${QUOTE}$`);
const QUOTE_AT_START = new RegExp(`^${QUOTE}`);

/** What stands before the first and after the last harmless text; undefined where that is gone. */
function around(expected: string): readonly [before: string, after: string] | undefined {
  const at = expected.indexOf(HARMLESS);
  if (at < 0) return undefined;
  const end = expected.lastIndexOf(HARMLESS) + HARMLESS.length;
  return [expected.slice(0, at).replace(QUOTE_AT_END, ""), expected.slice(end).replace(QUOTE_AT_START, "")];
}

const occurrences = (text: string, part: string): number => text.split(part).length - 1;

/** What is around the attacker's part comes out as around a harmless one. */
function failureOf(
  input: string,
  harmless: string,
  attackersText: string,
  credential: string,
  isOpen = false,
): Failure | undefined {
  const out = redact(input);
  const expected = redact(harmless);
  const parts = around(expected);
  if (parts === undefined) return { promise: "a harmless text stays", detail: expected };
  const [before, after] = parts;
  const isKept = out.length >= before.length + after.length && out.startsWith(before) && out.endsWith(after);
  if (isKept) return undefined;
  const leaks =
    occurrences(out, credential) > occurrences(expected, credential) + occurrences(attackersText, credential);
  if (isOpen && !leaks) return undefined;
  const promise = leaks ? "the victim's credential is found" : "the other fields come out as ever";
  return { promise, detail: `${out}\nharmless: ${expected}` };
}

function fieldOf(name: string, what: string, textFor: (choices: Choices) => string): Property {
  return {
    name,
    what,
    make(choices): Case {
      const notation = choices.pick(notations);
      const { membersWith, attackersName, credential } = setting(choices);
      const host = hostFor(notation, choices);
      const typed = textFor(choices);
      const text = notation.oneLine ? typed.replace(/[\r\n]+/g, " ") : typed;
      const record = (text: string): string => host(notation.render(membersWith([attackersName, text])));
      const input = record(text);
      return {
        inputs: [input],
        check: () => failureOf(input, record(HARMLESS), text, credential, notation.isOpen),
      };
    },
  };
}

export const attackersField: Property = fieldOf(
  "attackers-field",
  "a record with an attacker's text in one field, in every notation: the other fields come out as beside a harmless one",
  attack,
);

export const attackersExample: Property = fieldOf(
  "attackers-example",
  "the same with examples of the rows and anchors of the rules, cut and glued",
  gluedExamples,
);

export const openingField: Property = fieldOf(
  "opening-field",
  "the same with what opens something: a prompt, a statement, a block, a table, a value below its name, a cut record",
  opening,
);

const anyNames = notations.filter(({ anyName }) => anyName);

export const attackersName: Property = {
  name: "attackers-name",
  what: "the same with a field whose name is the attacker's",
  make(choices): Case {
    const notation = choices.pick(anyNames);
    const { membersWith, credential } = setting(choices);
    const host = hostFor(notation, choices);
    const text = notation.oneLine ? attackInLine(choices) : attack(choices);
    // A name of digits goes before all others in an object, and no two members have one name.
    const isOdd = /^\d*$/.test(text) || victims.includes(text) || others.some(([name]) => name === text);
    const name = isOdd ? `x${text}` : text;
    const record = (name: string, value: string): string => host(notation.render(membersWith([name, value])));
    const input = record(name, choices.pick(["x", "Zq8Lw2Xk9Vb4", ""]));
    return { inputs: [input], check: () => failureOf(input, record(HARMLESS, HARMLESS), name, credential) };
  },
};

export const attackersValue: Property = {
  name: "attackers-value",
  what: "the same with a value of the attacker's: any object or array",
  make(choices): Case {
    const notation = choices.pick(valueNotations);
    const { membersWith, attackersName, credential } = setting(choices);
    const host = hostFor(notation, choices);
    const value = document(choices);
    const record = (value: Json): string => host(notation.render(membersWith([attackersName, value])));
    const input = record(value);
    return { inputs: [input], check: () => failureOf(input, record(HARMLESS), show(value), credential) };
  },
};
