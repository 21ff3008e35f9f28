import { describe, expect, test } from "vitest";
import { RedactorConfigError } from "../../src/config-error.ts";
import { parsePattern } from "../../src/program/pattern/pattern.ts";
import type { Node } from "../../src/program/pattern/pattern-node.ts";

/** A node as text: bytes by character or by count, groups in brackets. */
function show(node: Node): string {
  switch (node.kind) {
    case "empty":
      return "ε";
    case "look":
      return `<${node.look}>`;
    case "set": {
      const bytes = [...node.set.keys()].filter((byte) => node.set[byte] === 1);
      if (bytes.length > 8) return `#${bytes.length}`;
      const text = String.fromCharCode(...bytes);
      return bytes.length === 1 ? text : `[${text}]`;
    }
    case "concat":
      return node.items.map(show).join("");
    case "alternate":
      return `(${node.items.map(show).join("|")})`;
    case "repeat":
      return `(${show(node.item)}){${node.min},${node.max}}`;
  }
}

const whole = (source: string, ignoreCase = false) => show(parsePattern(source, { ignoreCase }).whole);

describe("what is read", () => {
  test.each([
    ["", "ε"],
    ["ab|c|", "(ab|c|ε)"],
    ["a|b|[cd]", "[abcd]"],
    ["(?:a(?:b(?:c)))d", "abcd"],
    ["a?b*c+", "(a){0,1}(b){0,Infinity}(c){1,Infinity}"],
    ["a{2}b{2,}c{2,3}d{1}e{0}", "(a){2,2}(b){2,Infinity}(c){2,3}d"],
    ["(?:ab){2}", "(ab){2,2}"],
    ["\\d\\w\\s\\D\\W\\S.", "#10#63[\t\n\v\f\r ]#246#193#250#255"],
    ["[\\w.-][^\\s][a\\-c][-a][a-][\\d-][\\]\\\\]", "#65#250[-ac][-a][-a]#11[\\]]".replace("[\\]]", "[\\]]")],
    ["\\n\\r\\t\\f\\v\\0\\x41\\u0042", "\n\r\t\f\v\0AB"],
    ["\\.\\/\\ \\-\\_\\{]}", "./ -_{]}"],
    ["^\\ba\\B$", "<line-start><word-boundary>a<not-word-boundary><line-end>"],
    ["(?i)k[a-c]1", "[Kk][ABCabc]1"],
    ["x(?i:k)x", "x[Kk]x"],
    ["é", "\xc3\xa9"],
    ["é?", "(\xc3\xa9){0,1}"],
    [
      "\u007f\u0080\u07ff\u0800\uffff\u{10000}",
      "\x7f\xc2\x80\xdf\xbf\xe0\xa0\x80\xef\xbf\xbf\xf0\x90\x80\x80",
    ],
    ["[\\xe8-\\xe9]", "[\xe8\xe9]"],
  ])("%j", (source, expected) => {
    expect(whole(source)).toBe(expected);
  });

  test("options.ignoreCase is (?i)", () => {
    expect(whole("k-é", true)).toBe(whole("(?i)k-é"));
  });

  test("source is kept", () => {
    expect(parsePattern("(?i)a").source).toBe("(?i)a");
  });
});

describe("the capture group", () => {
  test.each([
    ["a(b)c", "a", "b", "c"],
    ["(b)", "ε", "b", "ε"],
    ["(b|cd)", "ε", "(b|cd)", "ε"],
    ["\\ba=(b{2})\\b", "<word-boundary>a=", "(b){2,2}", "<word-boundary>"],
    ["(?i:k(v))w", "[Kk]", "[Vv]", "w"],
    ["(?:a(b)){1}c", "a", "b", "c"],
    ["a()b", "a", "ε", "b"],
  ])("%s", (source, head, body, tail) => {
    const { capture } = parsePattern(source);
    expect([capture!.head, capture!.body, capture!.tail].map(show)).toEqual([head, body, tail]);
    expect(whole(source)).toBe([head, body, tail].filter((part) => part !== "ε").join("") || "ε");
  });

  test("is absent where there is none", () => {
    expect(parsePattern("(?:a)").capture).toBeUndefined();
  });
});

const refused: readonly (readonly [source: string, construct: string, position: number])[] = [
  ["secret=(?=x)", "lookahead (?=…)", 7],
  ["ab(?!x)", "negative lookahead (?!…)", 2],
  ["(?<=x)a", "lookbehind (?<=…)", 0],
  ["a(?<!x)a", "negative lookbehind (?<!…)", 1],
  ["(?<name>x)", "named group (?<…>…)", 0],
  ["(?P<name>x)", "named group (?P<…>…)", 0],
  ["(?P=name)", "named backreference (?P=…)", 0],
  ["a(?>x)", "atomic group (?>…)", 1],
  ["a(?#x)", "comment (?#…)", 1],
  ["a(?i)b", "flag (?i) after the start", 1],
  ["(?s:a)", "group modifier (?…)", 0],
  ["(?-i:a)", "group modifier (?…)", 0],
  ["(?im)a", "group modifier (?…)", 0],
  ["(*UTF8)a", "verb (*…)", 0],
  ["(?:a)\\1", "backreference \\1", 5],
  ["a\\k<x>", "named backreference \\k", 1],
  ["\\p{L}", "unicode property \\p", 0],
  ["[a\\P{L}]", "unicode property \\P", 2],
  ["\\Aa", "input anchor \\A", 0],
  ["a\\z", "input anchor \\z", 1],
  ["a\\Z", "input anchor \\Z", 1],
  ["\\012", "octal escape \\0", 0],
  ["\\cA", "control escape \\c", 0],
  ["a\\q", "unknown escape \\q", 1],
  ["a\\é", "unknown escape \\é", 1],
  ["a\\", "backslash with nothing after it", 1],
  ["\\x4", "incomplete escape \\x", 0],
  ["a\\u{e9}", "incomplete escape \\u", 1],
  ["\\ud83d", "lone surrogate \\u", 0],
  ["a\ud83d", "lone surrogate", 1],
  ["ab+?", "lazy repeat +?", 2],
  ["ab{2,3}?", "lazy repeat {2,3}?", 2],
  ["a??", "lazy repeat ??", 1],
  ["a*+", "possessive repeat *+", 1],
  ["a{2}{3}", "repeat {2} that is itself repeated", 1],
  ["a**", "repeat * that is itself repeated", 1],
  ["a{3,2}", "repeat {3,2} out of order", 1],
  ["a{,3}", "brace { that is no count", 1],
  ["{a}", "brace { that is no count", 0],
  ["+a", "repeat + of nothing", 0],
  ["a|*", "repeat * of nothing", 2],
  ["(?:?)", "repeat ? of nothing", 3],
  ["a\\b+", "repeat of a boundary \\b+", 1],
  ["^*a", "repeat of a boundary ^*", 0],
  ["a)", "unmatched )", 1],
  ["a(?:b", "group (… that is not closed", 1],
  ["a[b", "class [… that is not closed", 1],
  ["[a\\]", "class [… that is not closed", 0],
  ["a[]", "empty class []", 1],
  ["[^]", "empty class [^]", 0],
  ["[[:alpha:]]", "POSIX class [:alpha:]", 1],
  ["[aé]", "non-ASCII character é in a class", 2],
  ["[\\u00e9]", "non-ASCII character \\u00e9 in a class", 1],
  ["[a-é]", "non-ASCII character é in a class", 3],
  ["[z-a]", "range z-a out of order", 1],
  ["[a-\\d]", "range a-\\d that ends in a set", 1],
  ["[\\b]", "boundary \\b in a class", 1],
  ["(a)b(c)", "second capture group (…)", 4],
  ["a((b))", "second capture group (…)", 2],
  ["a(b)+", "capture group (…) inside a repeat or an alternation", 1],
  ["a|(b)", "capture group (…) inside a repeat or an alternation", 2],
  ["x(?:a|(b)c)", "capture group (…) inside a repeat or an alternation", 6],
  ["(?:a(b))?", "capture group (…) inside a repeat or an alternation", 4],
  ["a(b){0}", "capture group (…) inside a repeat or an alternation", 1],
  ["(?:".repeat(101), "group more than 100 deep", 300],
];

describe("what is refused", () => {
  test.each(refused)("%j: %s at position %i", (source, construct, position) => {
    const parse = () => parsePattern(source);
    expect(parse).toThrow(RedactorConfigError);
    expect(parse).toThrow(expect.objectContaining({ code: "unsupported-pattern" }));
    expect(parse).toThrow(`${construct} at position ${position} of pattern /`);
    expect(parse).toThrow(/\/: \w.{8}/);
  });

  test("shows a long pattern around the position, and no control characters", () => {
    const parse = () => parsePattern(`${"a".repeat(200)}\n\\q${"b".repeat(200)}`);
    expect(parse).toThrow(`/…${"a".repeat(39)}\\x0a\\q${"b".repeat(38)}…/: escape`);
  });
});
