import { describe, expect, test } from "vitest";
import { createRedactor, type Match } from "../../src/index.ts";
import { vendorRules } from "../../src/rules/vendors.ts";
import { readText, repositoryFiles } from "./files.ts";

/** What looks like a vendor's token and is none, each with its reason. */
const ALLOWED: readonly { readonly rule: string; readonly text: RegExp; readonly reason: string }[] = [
  { rule: "jwt/jws", text: /^[^.]*(?:\.[^.]*)?$/, reason: "without its three parts a JWT opens nothing" },
];

const rules = vendorRules.filter(({ optIn }) => !optIn);
const redactor = createRedactor({ rules: rules.map(({ id }) => id) });

/**
 * Whole tokens. Those cut short (`ghp_abc…`), which scrubjay finds too, open nothing and may stand in a
 * text about them: what was found, with what stands around it, must be all that the rule's pattern says.
 */
function wholeTokens(text: string): readonly Match[] {
  return redactor.scan(text).filter(({ rule: id, start, end }) => {
    const { pattern, ignoreCase } = rules.find((rule) => rule.id === id)!;
    const around = text.slice(Math.max(0, start - 100), end + 100);
    return new RegExp(pattern, ignoreCase ? "i" : "").test(around);
  });
}

describe("the repository", () => {
  test("holds nothing that looks like a live credential of a vendor", () => {
    const found = repositoryFiles().flatMap((file) => {
      const text = readText(file);
      return wholeTokens(text)
        .filter(({ rule, start, end }) => !isAllowed(rule, text.slice(start, end)))
        .map(({ rule, start, end }) => `${file}:${lineOf(text, start)} ${rule}, ${end - start} characters`);
    });
    expect(found).toEqual([]);
  });

  test("would be caught with one", () => {
    const token = ["ghp", "_", "1aB2".repeat(9)].join("");
    expect(wholeTokens(`const token = "${token}";`)).toHaveLength(1);
    expect(wholeTokens(`const token = "${token.slice(0, 20)}";`)).toHaveLength(0);
  });
});

function isAllowed(rule: string, match: string): boolean {
  return ALLOWED.some((entry) => entry.rule === rule && entry.text.test(match));
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
