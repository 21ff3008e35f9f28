import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RedactorConfigError } from "../../src/config-error.ts";
import { ACCEPT, buildDfa, type Dfa, MAX_STATES, matchesEmpty } from "../../src/program/automaton/dfa.ts";
import { parsePattern } from "../../src/program/pattern/pattern.ts";
import { times } from "../long.ts";
import { arbitraryPattern, arbitraryText } from "./arbitrary-pattern.ts";
import { buildIfSmall, bytesOf, createOracle, runDfa } from "./matching.ts";

/** About two seconds; 30,000 agreed when this was written. */
const RUNS = times(1000);

function compile(source: string, ignoreCase = false): Dfa {
  return buildDfa(parsePattern(source, { ignoreCase }).whole, source);
}

function matchAt(source: string, text: string, start = 0): string | undefined {
  const end = runDfa(compile(source), bytesOf(text), start);
  return end < 0 ? undefined : text.slice(start, end);
}

function refusal(source: string, maxStates?: number): RedactorConfigError {
  const { whole } = parsePattern(source);
  try {
    buildDfa(whole, source, { maxStates });
  } catch (error) {
    if (error instanceof RedactorConfigError) return error;
  }
  throw new Error(`${source} was not refused`);
}

describe("matching", () => {
  test("agrees with RegExp on small patterns and texts", () => {
    fc.assert(
      fc.property(
        arbitraryPattern,
        fc.array(arbitraryText, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        ({ ours, js }, texts, ignoreCase) => {
          const dfa = buildIfSmall(ours, ignoreCase);
          fc.pre(dfa !== undefined);
          const oracle = createOracle(js, ignoreCase);
          for (const text of texts) {
            const starts = Array.from({ length: text.length + 1 }, (_, start) => start);
            const ends = starts.map((start) => runDfa(dfa, bytesOf(text), start));
            expect(ends).toEqual(starts.map((start) => oracle(text, start)));
          }
        },
      ),
      { numRuns: RUNS },
    );
  });

  test("is longest, whatever the order of the branches", () => {
    expect(matchAt("a|ab|abc", "abcd")).toBe("abc");
    expect(matchAt("(?:ab|a)(?:c|bcd)?", "abcd")).toBe("abcd");
  });

  test("looks at both neighbours of the match", () => {
    expect(matchAt("\\bab\\b", "ab")).toBe("ab");
    expect(matchAt("\\bab\\b", "abc")).toBeUndefined();
    expect(matchAt("\\bab\\b", "-ab-", 1)).toBe("ab");
    expect(matchAt("\\bab\\b", "xab-", 1)).toBeUndefined();
    expect(matchAt("^ab$", "x\nab\nx", 2)).toBe("ab");
    expect(matchAt("^ab$", "ab\r\n")).toBeUndefined();
  });

  test("takes UTF-8 bytes for literals beyond ASCII, and bytes for \\x", () => {
    const utf8 = (text: string) => String.fromCharCode(...new TextEncoder().encode(text));
    for (const source of ["é€😀", "\\u00e9\\u20ac\\ud83d\\ude00"]) {
      expect(matchAt(source, utf8("é€😀!"))).toBe(utf8("é€😀"));
    }
    expect(matchAt("é+", utf8("éé"))).toBe(utf8("éé"));
    expect(matchAt("[\\x80-\\xff]+", utf8("é!"))).toBe(utf8("é"));
    expect(matchAt("\\xe9", "\xe9")).toBe("\xe9");
    expect(matchAt(".", "\r")).toBe("\r");
    expect(matchAt("[^a]\\W.", "\xff\xff\xff")).toBe("\xff\xff\xff");
  });

  test("folds ASCII letters where it is told to", () => {
    expect(matchAt("(?i)kéY=[a-c]", "KéY=B".replace("é", "\xc3\xa9"))).toBe("K\xc3\xa9Y=B");
    expect(matchAt("(?i:k)y", "Ky")).toBe("Ky");
    expect(matchAt("(?i:k)y", "KY")).toBeUndefined();
    expect(matchAt("(?i)[^a]", "A")).toBeUndefined();
    expect(matchAt("(?i)\\x41[@`]", "a@")).toBe("a@");
    expect(matchAt("(?i)@", "`")).toBeUndefined();
  });
});

describe("the table", () => {
  test("is small", () => {
    const dfa = compile("[A-Za-z0-9]{36}");
    expect(dfa.stateCount).toBe(38);
    expect(dfa.classCount).toBe(3);
    expect(dfa.transitions.length).toBe(38 * 3);
    expect(compile("(?:foo|bar|boo)x").stateCount).toBe(8);
    expect(compile("\\ba{3}\\b").stateCount).toBe(5);
    expect(compile("(?:a?){1000}b").stateCount).toBeLessThan(1010);
  });

  test("has one dead state, and no start in it that could match", () => {
    const dfa = compile("\\bab");
    expect(dfa.transitions.subarray(0, dfa.classCount).every((to) => to === 0)).toBe(true);
    expect(dfa.starts[1]).toBe(0);
    expect(dfa.starts[0]).toBe(dfa.starts[2]);
    expect(compile("a(?:\\b\\B)b").stateCount).toBe(1);
  });

  test("has states and classes within its bounds", () => {
    fc.assert(
      fc.property(arbitraryPattern, ({ ours }) => {
        const { classes, classCount, transitions, stateCount, starts } = compile(ours);
        expect(transitions.length).toBe(stateCount * classCount);
        expect(Math.max(...transitions.map((to) => to & ~ACCEPT), ...starts)).toBeLessThan(stateCount);
        expect(new Set(classes).size).toBe(classCount - 1);
        const endOfInput = transitions.filter((_, index) => index % classCount === classCount - 1);
        expect(endOfInput.every((to) => (to & ~ACCEPT) === 0)).toBe(true);
      }),
      { numRuns: times(300) },
    );
  });

  test("holds 256 byte classes", () => {
    const alternatives = Array.from(
      { length: 256 },
      (_, byte) => `\\x${byte.toString(16).padStart(2, "0")}{${byte + 1}}`,
    );
    const dfa = compile(`(?:${alternatives.slice(0, 80).join("|")})`);
    expect(dfa.classCount).toBe(82);
  });
});

describe("limits", () => {
  const tooLarge = [
    "(a|b)*a(a|b){20}".replaceAll("(", "(?:"),
    "(?:a{1000}){1000}",
    "a{1,100000}",
    "(?:(?:(?:a{999999999}){999999999}){999999999}){999999999}",
    "(?:(?:a|b)*a(?:a|b){11}|.{3000}c)",
    "(?:.*a.{200}|.*b.{200}|.*c.{200})*x",
    `(?:${"(?:".repeat(50)}a${"){999999999}".repeat(50)}){0,2}`,
    "(?:a?){4000}",
    "(?:[a-c]?c?d?){1900}",
    "(?:\\b|a|\\B|[b-z])*[a-f](?:\\w|\\b\\W){400}",
  ];

  // Built to its end, each would fill the memory, or take hours.
  test.each(tooLarge)("refuses %s", (source) => {
    const error = refusal(source);
    expect(error.code).toBe("pattern-too-large");
    expect(error.message).toMatch(/^pattern \/.*\/ needs .+, the limit is \d+: \w/);
  });

  test("names what is needed, the limit and what to shorten", () => {
    expect(refusal("(?:a{1000}){1000}").message).toBe(
      `pattern /(?:a{1000}){1000}/ needs 1000000 states written out, the limit is ${MAX_STATES * 4}: ` +
        "shorten its repeats (the largest count is 1000) or leave the upper bound out, {n,}",
    );
    expect(refusal("abcdef", 5).message).toContain("needs more than 5 states, the limit is 5: split it");
  });

  test("lets a long token through", () => {
    expect(compile("[\\w-]{20,2000}\\.[\\w-]{20,1000}").stateCount).toBeLessThan(3100);
  });
});

test("matchesEmpty", () => {
  const empty = (source: string) => matchesEmpty(parsePattern(source).whole);
  expect(["", "a*", "\\b", "a?b*", "a|", "(?:a{0,3}){5}"].filter((source) => !empty(source))).toEqual([]);
  expect(["a", "a+", "a|b", "\\ba\\b", "(?:a|b{2}){1,}"].filter(empty)).toEqual([]);
});
