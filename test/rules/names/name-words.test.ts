import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRedactor } from "../../../src/index.ts";
import { headerRules } from "../../../src/rules/names/headers.ts";
import { keyRules } from "../../../src/rules/names/keys.ts";
import { oauthRules } from "../../../src/rules/names/oauth.ts";
import { weakKeyRules } from "../../../src/rules/names/weak-keys.ts";
import { contextKeys } from "../../../src/rules/vendors/context-keys.ts";
import { nameWords } from "../../../src/rules/words/name-words.ts";
import { times } from "../../long.ts";
import { decide, entriesOf } from "../../oracle/name-oracle.ts";
import "../../seed.ts";

/** By name alone: some of the names put together look like a token. */
const redactor = createRedactor({ rules: ["key/*", "header/*", "oauth/*"] });
/** Looks like a credential, and like nothing else. */
const MIXED = ["Zq8Lw2", "Xk9Vb4"].join("");
/** No generator made it. */
const PLAIN = "marzipan";

const isFound = (name: string, value: string): boolean =>
  !redactor.redact(`${name}=${value} x`).includes(value);

describe.each(nameWords.map((row) => [`${row.says}: ${row.example}, not ${row.not}`, row] as const))(
  "%s",
  (_, row) => {
    const words = row.words.split(" ");

    test("is well-formed", () => {
      for (const word of words) expect(word).toMatch(row.says === "issues" ? /^[a-z0-9]+$/ : /^[a-z]+$/);
      expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    });

    if (row.says === "turns") {
      test("behind a name, and whole", () => {
        expect(isFound(row.example, MIXED)).toBe(false);
        expect(isFound(row.not, MIXED)).toBe(true);
        for (const word of words) {
          for (const name of [`token_${word}`, `API_KEY_${word.toUpperCase()}`, `secret[${word}]`]) {
            expect(isFound(name, MIXED), name).toBe(false);
          }
          expect(isFound(`token_${word}qq`, MIXED), `${word}qq`).toBe(true);
        }
      });
    }
    if (row.says === "qualifies") {
      test("behind a name, and whole", () => {
        expect(isFound(row.example, PLAIN)).toBe(true);
        expect(isFound(row.not, PLAIN)).toBe(false);
        for (const word of words) {
          for (const name of [`api_key_${word}`, `PASSWORD_${word.toUpperCase()}`, `secret-${word}`]) {
            expect(isFound(name, PLAIN), name).toBe(true);
          }
          expect(isFound(`api_key_${word}qq`, PLAIN), `${word}qq`).toBe(false);
          expect(isFound(`api_key_${word}qq`, MIXED), `${word}qq`).toBe(true);
        }
      });
    }
    if (row.says === "negates") {
      test("in front of a name, and whole", () => {
        expect(isFound(row.example, MIXED)).toBe(false);
        expect(isFound(row.not, MIXED)).toBe(true);
        for (const word of words) {
          expect(isFound(`${word}_token`, MIXED), word).toBe(false);
          expect(isFound(`${word}qq_token`, MIXED), `${word}qq`).toBe(true);
          expect(redactor.redact(`please ${word} token: ${MIXED}`), word).not.toContain(MIXED);
        }
      });
    }
  },
);

test("no word both turns a name and leaves it what it is", () => {
  const said = (says: string) => nameWords.flatMap((row) => (row.says === says ? row.words.split(" ") : []));
  for (const says of ["turns", "qualifies", "negates"]) {
    const words = said(says);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  }
  const turns = new Set(said("turns"));
  expect(said("qualifies").filter((word) => turns.has(word))).toEqual([]);
});

describe("names put together", () => {
  const rules = [...keyRules, ...headerRules, ...oauthRules, ...contextKeys, ...weakKeyRules];
  const entries = entriesOf(rules);
  const heads = keyRules
    .filter(({ qualified, optIn }) => qualified !== undefined && !optIn)
    .flatMap(({ key }) => key)
    // A stop inside a name stands after three letters.
    .filter((name) => /^(?:[a-z]+ )*[a-z]{3,}$/.test(name));
  /** `pw` is one as a name's end only. */
  const shortHeads = new Set(
    keyRules
      .flatMap(({ key }) => key.map((name) => name.replace(/^\W|^_/, "")))
      .filter((name) => name.length < 3),
  );
  const ofRows = nameWords.flatMap(({ words }) => words.split(" "));
  const others = ["acme", "corp", "zebra", "u", "kappa", "12", "7", "xy"];
  const word = fc.oneof(
    fc.constantFrom(...heads).map((name) => name.split(" ")),
    fc.constantFrom(...ofRows, ...others).map((each) => [each]),
    fc.constantFrom(...others).map((each) => [each]),
  );
  const styles = [
    (words: readonly string[]) => words.join("_"),
    (words: readonly string[]) => words.join("-"),
    (words: readonly string[]) => words.join(".").toUpperCase(),
    (words: readonly string[]) => words.join("_").toUpperCase(),
    (words: readonly string[]) => words.map((each) => each[0]!.toUpperCase() + each.slice(1)).join(""),
    (words: readonly string[]) => words.join("__"),
  ];

  test("are what the oracle says", () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 5 }).map((parts) => parts.flat()),
        fc.constantFrom(...styles),
        (words, write) => {
          const name = write(words);
          // After a name, a number has three digits at most; "passhash" stands in no other words; a host is no name.
          fc.pre(!/\d{4}|pass[_.-]*hash|[.](?:com|net|org|io|gov|edu|lan|svc)$/i.test(name));
          fc.pre(!words.slice(0, -1).some((each) => shortHeads.has(each)));
          const decision = decide(name, entries);
          const rule = rules.find(({ id }) => id === decision?.id);
          if (rule?.optIn || (rule?.value ?? "value") !== "value") return;
          const isJudged = decision?.isJudged === true || rule?.check !== undefined;
          if (rule?.check !== "random" && rule?.check !== "entropy") {
            expect(isFound(name, MIXED), name).toBe(decision !== undefined);
          }
          expect(isFound(name, PLAIN), name).toBe(decision !== undefined && !isJudged);
        },
      ),
      { numRuns: times(3_000) },
    );
  });
});
