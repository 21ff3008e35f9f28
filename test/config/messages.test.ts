import { describe, expect, it } from "vitest";
import { createRedactor, RedactorConfigError, redact } from "../../src/index.ts";

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
      /^unknown rule "githb\/\*" \(did you mean "github\/\*"\?\); issuers are .* and \d+ more; scrubjay rules lists all$/,
    ],
    [
      "a kind",
      { rules: ["!password"] },
      /^unknown rule "password" \(did you mean "[a-z]+\/password"\?\); issuers are /,
    ],
    [
      "a rule that is like none",
      { rules: ["nope/x"] },
      /^unknown rule "nope\/x"; issuers are .* and \d+ more; scrubjay rules lists all$/,
    ],
    ["a rule's field", { rules: [{ id: "a/b", patern: "x1y2" }] }, /^rule a\/b has no pattern, key or begin/],
    [
      "another field",
      { rules: [{ id: "a/b", pattern: "x1y2", ignorecase: true }] },
      /^rule a\/b: unknown field "ignorecase" \(did you mean "ignoreCase"\?\); with pattern, allowed are /,
    ],
    [
      "a censor",
      { censor: "lable" },
      /^unknown censor "lable" \(did you mean "label"\?\); allowed are "redacted"/,
    ],
    [
      "a censor of a rule",
      { censor: { "*": "lable" } },
      /^unknown censor "lable" \(did you mean "label"\?\)/,
    ],
    [
      "a rule of a censor",
      { censor: { "githb/*": "label" } },
      /names no rule that is on \(did you mean "github\/\*"\?\)/,
    ],
    ["a censor's text", { censor: { text: 5 } }, /^censor: text must be a string, not 5$/],
    [
      "an empty object",
      { censor: {} },
      /^censor: an object has one field, text or keepLast, or .*; this one has none$/,
    ],
    ["a censor with two fields", { censor: { text: "a", keepLast: 4 } }, /; this one has both$/],
    ["a censor's field", { censor: { txt: "a" } }, /; this one has "txt"$/],
    ["a field between rules", { censor: { "github/*": "label", foo: "mask" } }, /; this one has "foo"$/],
    ["what is no censor", { censor: ["label"] }, /^censor cannot be an array; allowed are "redacted"/],
    [
      "an allowed pattern",
      { allow: [{ pattern: "a(?=b)" }] },
      /^allow: lookahead .* at position 1 of pattern \/a\(\?=b\)\/: /,
    ],
    ["a RegExp to allow", { allow: [/x/] }, /^option allow: .* not a RegExp$/],
    ["a RegExp as a rule", { rules: [/x/] }, /^a rule must be \{ id: .* \}, not a RegExp$/],
    [
      "a RegExp in a rule",
      { rules: [{ id: "a/b", pattern: /x/ }] },
      /^rule a\/b: pattern must be a string, not a RegExp$/,
    ],
    [
      "a path as a key",
      { keys: ["user.ssn"] },
      /^keys: "user\.ssn" is a path, not a name; give the last name of the path \(in code: /,
    ],
    ["a key without a name", { keys: [{ censor: "mask" }] }, /^keys: \{ name, censor \} needs a name$/],
    ["a key's field", { keys: [{ nam: "ssn" }] }, /^keys: unknown field "nam" \(did you mean "name"\?\); /],
    [
      "a name to take out",
      { keys: ["!authorisatio"] },
      /^keys: "!authorisatio" matches no name of the catalogue \(did you mean "authorisation"\?\)$/,
    ],
  ])("%s", (_what, options, expected) => {
    expect(messageOf(options)).toMatch(expected);
  });
});

describe("options of redact, which takes none", () => {
  const redactAny = redact as (...args: unknown[]) => unknown;

  it("are refused", () => {
    expect(() => redactAny("password=hunter2", { censor: "label" })).toThrow(
      /^redact takes no options; use createRedactor/,
    );
  });

  it("are not taken for what a list or a listener gives", () => {
    expect(["password=hunter2", "b"].map(redact)).toEqual(["password=[REDACTED]", "b"]);
    for (const second of [{}, { censor: "label", other: 1 }, 1, null, undefined, "label", [5]])
      expect(redactAny("password=hunter2", second)).toBe("password=[REDACTED]");
  });
});
