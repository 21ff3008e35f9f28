import { describe, expect, it } from "vitest";
import { createRedactor, RedactorConfigError } from "../../src/index.ts";

function messageOf(options: unknown): string {
  try {
    createRedactor(options as object);
  } catch (error) {
    if (error instanceof RedactorConfigError) return error.message;
    throw error;
  }
  return "";
}

describe("what is refused is named, and what was meant", () => {
  it.each<[what: string, options: unknown, expected: RegExp]>([
    [
      "an option",
      { censr: "label" },
      /^unknown option "censr" \(did you mean "censor"\?\); allowed are rules, keys/,
    ],
    ["an option that is like none", { colour: 1 }, /^unknown option "colour"; allowed are rules/],
    [
      "a rule",
      { rules: ["github/patt"] },
      /^unknown rule "github\/patt" \(did you mean "github\/[^"]+"\?\); rules of github are /,
    ],
    [
      "an issuer",
      { rules: ["githb/*"] },
      /^unknown rule "githb\/\*" \(did you mean "github\/\*"\?\); issuers are .* and \d+ more$/,
    ],
    [
      "a kind",
      { rules: ["!password"] },
      /^unknown rule "password" \(did you mean "[a-z]+\/password"\?\); issuers are /,
    ],
    [
      "a rule that is like none",
      { rules: ["nope/x"] },
      /^unknown rule "nope\/x"; issuers are .* and \d+ more$/,
    ],
    ["a rule's field", { rules: [{ id: "a/b", patern: "x1y2" }] }, /^rule a\/b has no pattern, key or begin/],
    [
      "another field",
      { rules: [{ id: "a/b", pattern: "x1y2", ignorecase: true }] },
      /^rule a\/b: unknown field "ignorecase" \(did you mean "ignoreCase"\?\); with pattern, allowed are /,
    ],
  ])("%s", (_what, options, expected) => {
    expect(messageOf(options)).toMatch(expected);
  });
});
