import { describe, expect, test } from "vitest";
import { notations } from "../../../bench/eval/notations.ts";
import { createRedactor } from "../../../src/index.ts";
import { headerRules } from "../../../src/rules/names/headers.ts";
import { keyRules } from "../../../src/rules/names/keys.ts";
import { oauthRules } from "../../../src/rules/names/oauth.ts";
import type { KeyRule } from "../../../src/rules/rule.ts";
import { contextKeys } from "../../../src/rules/vendors/context-keys.ts";

const redactor = createRedactor();
const rules: readonly KeyRule[] = [...keyRules, ...headerRules, ...oauthRules, ...contextKeys].filter(
  ({ optIn }) => !optIn,
);

/** Looks random to every check, and is nothing else. */
const SECRET = "q7Hv2Lx9Tz4Kb8Nw3Rf6";

/** `api key` as a program would write it; notations make the others of it. */
/** Cookies have a name before their value. */
const valueUnder = ({ value }: KeyRule): string =>
  value === "cookies" || value === "set-cookie" ? `sid=${SECRET}` : SECRET;

const nameOf = (entry: string): string => entry.replace(/^[=_]/, "").replaceAll(" ", "_");

/** Notations that have a sensitive name of their own, whatever the key. */
const FIXED: ReadonlySet<string> = new Set(["curl -u", "URL userinfo", "connection string", "libpq", "JDBC"]);

const keyNotations = notations.filter(
  ({ kinds, name }) => (kinds?.includes("key") ?? true) && !FIXED.has(name),
);

/** Where a name stands before it (`app.tok`), so that it is not the whole name. */
const NOT_WHOLE: ReadonlySet<string> = new Set(["Java properties"]);

/** What takes no name beyond ASCII. */
const ASCII_ONLY: ReadonlySet<string> = new Set(["util.inspect, Headers"]);
const isAscii = (entry: string) => /^[ -~]+$/.test(entry);

/** What a notation cannot say, or the prefilter cannot see. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  "_pw: setter in source", // `setPw(`: two letters are too few to look for in every word
]);

const placed = (entry: string, value: string): readonly (readonly [string, string])[] =>
  keyNotations
    .filter(
      ({ name, accepts }) => accepts?.(value) !== false && !(entry.startsWith("=") && NOT_WHOLE.has(name)),
    )
    .filter(({ name }) => isAscii(entry) || !ASCII_ONLY.has(name))
    .map(({ name, render }) => [name, render(nameOf(entry), value)] as const);

describe("a value under every name of a key rule is found in every notation", () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
    const missed = rule.key.flatMap((entry) =>
      placed(entry, valueUnder(rule))
        .filter(([, text]) => redactor.redact(text).includes(SECRET))
        .map(([notation]) => `${entry}: ${notation}`)
        .filter((miss) => !LEFT_OUT.has(miss)),
    );
    expect(missed).toEqual([]);
  });
});

describe("a value under an innocent name is left in every notation", () => {
  test.each(rules.filter(({ not }) => not !== undefined).map((rule) => [rule.id, rule] as const))(
    "%s",
    (_id, rule) => {
      const found = (rule.not ?? []).flatMap((entry) =>
        placed(entry, SECRET)
          // `--reset-password 'x'` may well be one.
          .filter(([notation, text]) => notation !== "shell flag, quoted" && redactor.redact(text) !== text)
          .map(([notation]) => `${entry}: ${notation}`),
      );
      expect(found).toEqual([]);
    },
  );
});
