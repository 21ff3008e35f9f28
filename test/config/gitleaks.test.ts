import { describe, expect, test } from "vitest";
import { type GitleaksHost, readGitleaks } from "../../src/config/gitleaks/gitleaks.ts";
import { parseGoPattern } from "../../src/config/gitleaks/go-pattern.ts";
import { hasOneOf, ownPatterns, write } from "../../src/config/gitleaks/own-pattern.ts";
import { plainRule } from "../../src/config/own-rules.ts";
import { createRedactor } from "../../src/index.ts";
import { compileRule } from "../../src/program/extension/compiler.ts";

const host = (files: Readonly<Record<string, string>> = {}): GitleaksHost => ({
  read: (path) => files[path] ?? "",
  compile: (rule) => void compileRule(plainRule(rule), true),
});

/** A text with «secret» marked is redacted there and nowhere else. */
function expectRedacted(toml: string, marked: string, files: Readonly<Record<string, string>> = {}): void {
  const { rules, allowed } = readGitleaks(toml, "g.toml", host(files));
  const redactor = createRedactor({
    rules: [...rules, "!*", "pgp/private-key"],
    allow: allowed.map((pattern) => ({ pattern })),
  });
  expect(redactor.redact(marked.replace(/[«»]/g, ""))).toBe(marked.replace(/«[^»]*»/g, "[REDACTED]"));
}

const rule = (fields: string): string => `[[rules]]\nid = "acme-key"\n${fields}\n`;

describe("Go's patterns", () => {
  // biome-ignore format: a table
  test.each([
    ["(?i)ab[c-e]", "[Aa][Bb][c-eC-E]"],
    ["a(?i:b)c", "a[Bb]c"],
    ["a(?i)b(?-i)c", "a[bB]c"],
    [String.raw`\x60\.\-\/`, String.raw`\x60\x2e\x2d\x2f`],
    ["[[:alnum:]_]", "[0-9A-Za-z_]"],
    ["a{2,5}?b*?c+?d??", "a{2,5}b*c+d?"],
    ["(?P<n>a)(?:b|c)", "(?:a)(?:b|c)"],
    [String.raw`\Qa.b\Ec`, String.raw`a\x2ebc`],
    ["[^a]", String.raw`[\x00-\x60b-\xff]`],
    ["(?s:.)", String.raw`[\x00-\xff]`],
    [String.raw`\bx\z`, String.raw`\bx$`],
  ])("%s is %s", (source, expected) => {
    const written = write(parseGoPattern(source), 0);
    const sorted = (text: string): string => text.replace(/\[(\w)(\w)\]/g, (_, a, b) => `[${[a, b].sort().join("")}]`);
    expect(sorted(written)).toBe(sorted(expected));
  });

  test.each([
    ["(a", "a group without an end at position 2"],
    ["a)", "an unopened ) at position 1"],
    ["*a", '"*" with nothing to repeat'],
    ["[a", "a class without an end at position 0"],
    [String.raw`\pL`, String.raw`\p, which is not supported at position 0`],
    ["(?<!a)b", "an unknown group"],
  ])("%s is refused", (source, message) => {
    expect(() => parseGoPattern(source)).toThrow(message);
  });

  test.each([
    ["(?i)acme_[a-z]{4}", ["acme"], true],
    ["(?:acme|other)_x", ["acme"], false],
    ["(?:acme|other)_x", ["acme", "other"], true],
    ["(?:acme)?x", ["acme"], false],
    ["A3T[A-Z]", ["a3t"], true],
    ["[a-z]{4}", ["acme"], false],
  ] as const)("whether %s has one of %j: %s", (source, words, expected) => {
    expect(hasOneOf(parseGoPattern(source), words)).toBe(expected);
  });

  test.each([
    ["x?[a-z]*acme_([a-z]{4})", ["acme_([a-z]{4})"]],
    [
      "acme ([a-z-]{4})(?:[\\s;]|\\\\n|$)",
      [expect.stringContaining("([a-z\\x2d]{4})(?:["), "acme\\x20([a-z\\x2d]{4})$"],
    ],
    ["acme ([a-z]{4})(?:[\\s;]|$)", ["acme\\x20([a-z]{4})\\b"]],
    ["(?:a(x)|b(y))", ["a(x)", "b(y)"]],
    ["(a){3}b", ["(?:a){3}b"]],
  ])("%s is found as %j", (source, expected) => {
    expect(ownPatterns(parseGoPattern(source), 0)).toEqual(expected);
  });
});

describe("a configuration of gitleaks", () => {
  // biome-ignore format: a table
  test.each([
    ["a whole match", rule("regex = '''acme_[a-z0-9]{8}'''"), "x=«acme_1a2b3c4d» y"],
    ["a group", rule("regex = '''(?i)acme.{0,10}?['\"]([a-z0-9]{8})['\"]'''"), "ACME key: '«1a2b3c4d»' '1a2b3c4d'"],
    ["the group that is named", rule("regex = '''(acme|other)_([a-z0-9]{8})'''\nsecretGroup = 2"), "other_«1a2b3c4d» acme_x"],
    ["the end of the text after a token", rule("regex = '''acme_([a-z0-9=]{8})(?:[\\s;]|$)'''"), "acme_«1a2b3c4=»;acme_1a2b3c4d5 acme_«1a2b3c4d»"],
    ["entropy", rule("regex = '''acme_[a-z0-9]{8}'''\nentropy = 3"), "«acme_1a2b3c4d» acme_aaaaaaaa"],
    ["keywords that the pattern has", rule("regex = '''acme_[a-z0-9]{8}'''\nkeywords = [\"acme_\"]"), "«acme_1a2b3c4d»"],
    ["keywords that it does not have", rule("regex = '''\\b[a-f0-9]{8}\\b'''\nkeywords = [\"acme\"]"), "ACME: «1a2b3c4d» and\n1a2b3c4d"],
    ["an allowlist of the rule", `${rule("regex = '''acme_[a-z0-9]{8}'''")}[[rules.allowlists]]\nregexes = ['''^acme_0''']\nstopwords = ["test"]\n`, "«acme_1a2b3c4d» acme_0a2b3c4d acme_1aTEST3c acme_1atest3c".replace(" acme_1aTEST3c", "")],
    ["an allowlist of the file", `[allowlist]\nregexes = ['''0000$''']\n${rule("regex = '''acme_[a-z0-9]{8}'''")}`, "«acme_1a2b3c4d» acme_1a2b0000"],
  ])("has %s", (_, toml, marked) => {
    expectRedacted(toml, marked);
  });

  test("extends another, whose rules it may turn off", () => {
    const base = `${rule("regex = '''acme_[a-z0-9]{8}'''")}[[rules]]\nid = "old"\nregex = '''old_[a-z0-9]{8}'''\n`;
    const toml = `[extend]\npath = "base.toml"\ndisabledRules = ["old"]\n`;
    expectRedacted(toml, "«acme_1a2b3c4d» old_1a2b3c4d", { "base.toml": base });
  });

  // biome-ignore format: a table
  test.each([
    ["only a path", rule("path = '''\\.p12$'''"), "it looks at names of files alone"],
    ["a misspelt regex", rule("regx = 'a'"), 'it has no regex (did you mean "regex"?)'],
    ["other rules", `${rule("regex = '''acme'''")}[[rules.required]]\nid = "x"\n`, "it asks for matches of other rules"],
    ["what is not supported", rule("regex = '''\\pL{8}'''"), "which is not supported at position 0"],
    ["the default rules", "[extend]\nuseDefault = true\n", "scrubjay does not have gitleaks' own rules"],
  ])("a rule with %s is named with the reason", (_, toml, reason) => {
    const { rules, unused } = readGitleaks(toml, "g.toml", host());
    expect(rules).toEqual([]);
    expect(unused.map((note) => note.reason)).toEqual([expect.stringContaining(reason)]);
  });

  test.each([
    ["rules = [", /^g\.toml:1:\d+: not TOML: /],
    [rule('regex = "a"\nentropy = "x"'), /^g\.toml:2:1: rule acme-key: entropy must be a number/],
    ["", /^g\.toml:1:1: no configuration of gitleaks: it has none of rules, extend, allowlist, allowlists$/],
    ['[[rule]]\nid = "a"\n', /^g\.toml:1:1: no configuration of gitleaks.* \(did you mean "rules"\?\)$/],
    ['[[rules]]\nregex = "a"\n', /^g\.toml:1:1: a rule has no id/],
  ])("%j is refused with its place", (toml, message) => {
    expect(() => readGitleaks(toml, "g.toml", host())).toThrow(message);
  });

  // biome-ignore format: a table
  test.each([
    ["the match", "match", "acme_[a-z0-9]{8}", "key", "key: «acme_1a2b3c4d» acme_0key1234"],
    ["the line, where the match has it", "line", "key=['\"]([a-z0-9]{8})['\"]", "key='", "key=\"«1a2b3c4d»\" key='1a2b3c4d'"],
  ])("an allowlist about %s", (_, target, regex, allowed, marked) => {
    const toml = `${rule(`regex = '''${regex}'''`)}[[rules.allowlists]]\nregexTarget = "${target}"\nregexes = ['''${allowed}''']\n`;
    expectRedacted(toml, marked);
  });

  // biome-ignore format: a table
  test.each([
    ["a path of the rule", "path = 'x'", "", ["its path counts for nothing in a stream"]],
    ["a line", "", 'regexTarget = "line"\nregexes = ["x"]', ["of an allowlist about the line, only what stands in a match counts"]],
    ["paths", "", 'paths = ["x"]', ["an allowlist's paths and commits count for nothing in a stream"]],
    ["paths and values", "", 'condition = "AND"\npaths = ["x"]\nregexes = ["x"]', ["an allowlist also asks for a path or a commit, which no stream has"]],
    ["many words", "", `stopwords = ${JSON.stringify(Array.from({ length: 41 }, (_, i) => `w${i}x`))}`, ["an allowlist has 41 words"]],
  ])("what finds more than gitleaks is told: %s", (_, fields, list, reasons) => {
    const toml = `${rule(`regex = '''acme_[a-z0-9]{8}'''\n${fields}`)}[[rules.allowlists]]\n${list}\n`;
    const { wider } = readGitleaks(toml, "g.toml", host());
    expect(wider.map(({ reason }) => reason)).toEqual(reasons);
  });
});
