import { describe, expect, test } from "vitest";
import { notations } from "../../bench/eval/notations.js";
import { createRedactor } from "../../src/index.ts";
import { headerRules } from "../../src/rules/headers.ts";
import { keyRules } from "../../src/rules/keys.ts";
import { oauthRules } from "../../src/rules/oauth.ts";
import type { KeyRule } from "../../src/rules/rule.ts";
import { contextKeys } from "../../src/rules/vendors/context-keys.ts";

const redactor = createRedactor();
const rules: readonly KeyRule[] = [...keyRules, ...headerRules, ...oauthRules, ...contextKeys];

/** Looks random to every check, and is nothing else. */
const SECRET = "q7Hv2Lx9Tz4Kb8Nw3Rf6";

/** `api key` as a program would write it; notations make the others of it. */
const nameOf = (entry: string): string => entry.replace(/^[=_]/, "").replaceAll(" ", "_");

/** Notations that have a sensitive name of their own, whatever the key. */
const FIXED: ReadonlySet<string> = new Set(["curl -u", "URL userinfo", "connection string", "libpq", "JDBC"]);

const keyNotations = notations.filter(({ kinds, name }) => (kinds?.includes("key") ?? true) && !FIXED.has(name));

const placed = (entry: string): readonly (readonly [string, string])[] =>
  keyNotations
    .filter(({ accepts }) => accepts?.(SECRET) !== false)
    .map(({ name, render }) => [name, render(nameOf(entry), SECRET)] as const);

describe("a value under every name of a key rule is found in every notation", () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_id, { key }) => {
    const missed = key.flatMap((entry) =>
      placed(entry)
        .filter(([, text]) => redactor.redact(text).includes(SECRET))
        .map(([notation]) => `${entry}: ${notation}`),
    );
    expect(missed).toEqual([]);
  });
});

describe("a value under an innocent name is left in every notation", () => {
  test.each(rules.filter(({ not }) => not !== undefined).map((rule) => [rule.id, rule] as const))(
    "%s",
    (_id, { not }) => {
      const found = (not ?? []).flatMap((entry) =>
        placed(entry)
          .filter(([, text]) => !redactor.redact(text).includes(SECRET))
          .map(([notation]) => `${entry}: ${notation}`),
      );
      expect(found).toEqual([]);
    },
  );
});
