import { createHmac } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { SPAN_CHECK_FAILED, SPAN_CHECK_PASSED, SPAN_FIRST } from "../../src/kernel/abi.ts";
import {
  type Censor,
  type CensoredMatch,
  createReplacer,
  ownTexts,
  type Replacer,
} from "../../src/redaction/censors.ts";

const ids = ["a/one", "b/two"];
const nothing = (): unknown => {
  throw new Error("not asked for");
};

describe("censors of one text", () => {
  test.each([
    ["redacted", "[REDACTED]"],
    ["label", "[REDACTED:b/two]"],
    [{ text: "(gone)" }, "(gone)"],
    [{ text: "" }, ""],
    ["remove", ""],
  ] as const)("%j", (censor, text) => {
    const replacer = createReplacer(censor, ids);
    expect(replacer).toMatchObject({ needsText: false, isMask: false });
    expect(replacer.replacement(1, SPAN_FIRST, "")).toBe(text);
    expect(replacer.ofPath(1, nothing, ["x"])).toBe(text);
  });
});

test("a mask is as long as the secret, in characters", () => {
  const replacer = createReplacer("mask", ids);
  expect(replacer).toMatchObject({ needsText: false, isMask: true });
  expect(replacer.ofPath(0, () => "a\u{1f600}é", [])).toBe("***");
  expect(replacer.ofPath(0, () => 12345, [])).toBe("[REDACTED]");
  expect(replacer.replacement(0, 0, "abc")).toBe("");
});

describe("a function", () => {
  let seen: [unknown, CensoredMatch][];
  let replacer: Replacer;
  beforeEach(() => {
    seen = [];
    replacer = createReplacer((secret: unknown, match) => {
      seen.push([secret, match]);
      return `<${String(secret)}"\n>`;
    }, ids);
  });

  test("gets the secret, and what is known of the match", () => {
    expect(replacer).toMatchObject({ needsText: true, isMask: false });
    expect(replacer.replacement(1, SPAN_CHECK_PASSED, "x")).toBe("<x__>");
    expect(replacer.replacement(0, SPAN_CHECK_FAILED, "y")).toBe("<y__>");
    expect(replacer.replacement(0, 0, "z")).toBe("<z__>");
    expect(seen.map(([secret]) => secret)).toEqual(["x", "y", "z"]);
    expect(seen.map(([, { rule, checked }]) => [rule, checked])).toEqual([
      ["b/two", true],
      ["a/one", false],
      ["a/one", undefined],
    ]);
    expect(seen.map(([, match]) => [...match])).toEqual([[], [], []]);
  });

  test("that replaces what a path names gets the value and the path, and is written as it is", () => {
    expect(replacer.ofPath(1, () => 7, ["req", "id"])).toBe('<7"\n>');
    const [secret, match] = seen[0]!;
    expect(secret).toBe(7);
    expect([...match]).toEqual(["req", "id"]);
    expect(match).toMatchObject({ rule: "b/two", checked: undefined });
  });

  test("has to return a string, and the error does not show the secret", () => {
    const wrong = createReplacer((() => 7) as never, ids);
    expect(() => wrong.replacement(0, 0, "hunter2")).toThrow(/^a censor function must return a string$/);
  });
});

describe("keepLast", () => {
  const last = (secret: string, keepLast = 4) => createReplacer({ keepLast }, ids).replacement(0, 0, secret);

  test.each([
    ["shows the last characters", "abcdefghijklmn0pqrSt", "[REDACTED:...qrSt]"],
    ["however they are written", "abcdefghijklmnopq\\u0072%53t", "[REDACTED:...qrSt]"],
    ["signs as _", 'abcdefghijklmnopqrs]"', "[REDACTED:...rs__]"],
    ["of 16 characters or more", "abcdefghijklmnop", "[REDACTED:...mnop]"],
    ["and nothing of a shorter one", "abcdefghijklmno", "[REDACTED]"],
    ["whose escapes make it longer", "abc%41%42%43%44", "[REDACTED]"],
  ])("%s", (_, secret, expected) => {
    expect(last(secret)).toBe(expected);
  });

  test("takes as many as it says, of what a path names, too", () => {
    expect(last("abcdefghijklmnop", 1)).toBe("[REDACTED:...p]");
    const replacer = createReplacer({ keepLast: 8 }, ids);
    expect(replacer).toMatchObject({ needsText: true, isMask: false });
    expect(replacer.ofPath(0, () => "abcdefghijklmnop", [])).toBe("[REDACTED:...ijklmnop]");
    expect(replacer.ofPath(0, () => 12345, [])).toBe("[REDACTED]");
  });

  test.each([0, 9, 1.5, "4", undefined, null])("keepLast: %j is refused", (keepLast) => {
    expect(() => createReplacer({ keepLast } as never, ids)).toThrow(
      /^censor: keepLast must be a number from 1 to 8, not /,
    );
  });
});

describe("hash", () => {
  beforeEach(() => {
    vi.stubEnv("SCRUBJAY_HMAC_KEY", "a key of a test: 0123456789".replaceAll(" ", "-"));
    return () => vi.unstubAllEnvs();
  });
  const digits = (text: unknown) => /#(.*)\]$/.exec(String(text))?.[1];
  const hash = (secret: string, rule = 0) => createReplacer("hash", ids).replacement(rule, 0, secret);

  test("is the HMAC of the secret under the key, with the rule in front", () => {
    const hmac = createHmac("sha256", "a-key-of-a-test:-0123456789").update("hunter2").digest("hex");
    expect(hash("hunter2")).toBe(`[REDACTED:a/one#${hmac.slice(0, 12)}]`);
    expect(createReplacer("hash", ids).ofPath(1, () => "hunter2", [])).toBe(
      `[REDACTED:b/two#${hmac.slice(0, 12)}]`,
    );
  });

  test("is the same in every notation and under every rule, and another for another secret or key", () => {
    const one = digits(hash("a=b/c"));
    for (const written of ["a%3Db/c", "a\\u003db\\/c", "a&#61;b&#x2f;c", "a=b\n  /c", "a%253Db%252Fc"])
      expect(digits(hash(written, 1))).toBe(one);
    expect(digits(hash("a=b/d"))).not.toBe(one);
    vi.stubEnv("SCRUBJAY_HMAC_KEY", "another-key-of-a-test");
    expect(digits(hash("a=b/c"))).not.toBe(one);
  });

  test("of several keys the first writes, and says so", () => {
    vi.stubEnv("SCRUBJAY_HMAC_KEY", "k2:the-key-of-this-year k1:the-key-of-last-year\n");
    const hmac = createHmac("sha256", "the-key-of-this-year").update("hunter2").digest("hex");
    expect(hash("hunter2")).toBe(`[REDACTED:a/one#k2.${hmac.slice(0, 12)}]`);
  });

  test.each([
    ["", /needs a key in the environment variable SCRUBJAY_HMAC_KEY/],
    [" \n", /needs a key/],
    ["0123456789abcde", /must have 16 characters or more \(/],
    ["k1:0123456789abcdef 0123456789abcdef", /has blanks or line ends, .* as ID:key each/],
    ["k1:0123456789abcdef k2:short", /16 characters/],
  ])("the key %j is refused, and not shown", (key, message) => {
    vi.stubEnv("SCRUBJAY_HMAC_KEY", key);
    expect(() => createReplacer("hash", ids)).toThrow(message);
    expect(() => createReplacer("hash", ids)).not.toThrow(/0123456|short/);
  });

  test("a host without crypto is refused", () => {
    vi.stubGlobal("process", { env: process.env });
    try {
      expect(() => createReplacer("hash", ids)).toThrow(/needs node:crypto/);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

describe("censors by rule", () => {
  const all = ["a/one", "a/two", "b/one"];
  const written = (censor: Censor) => {
    const replacer = createReplacer(censor, all);
    return all.map((_, rule) => (replacer.byRule?.get(rule) ?? replacer).replacement(rule, 0, ""));
  };

  test.each<[Censor, readonly string[]]>([
    [{ "a/*": "label" }, ["[REDACTED:a/one]", "[REDACTED:a/two]", "[REDACTED]"]],
    [{ "a/two": { text: "x" }, "*": "remove" }, ["", "x", ""]],
    [{ "a/one": "remove", "a/*": "label" }, ["", "[REDACTED:a/two]", "[REDACTED]"]],
  ])("%j", (censor, expected) => {
    expect(written(censor)).toEqual(expected);
  });

  test("a rule that is not there, and a censor that is none, are refused", () => {
    expect(() => createReplacer({ "c/*": "label" }, all)).toThrow(
      /^censor: "c\/\*" names no rule that is on/,
    );
    expect(() => createReplacer({ keepLast: 4, text: 7 } as never, all)).toThrow(/^censor: .* has both$/);
    expect(() => createReplacer({ "a/*": "nope" as never }, all)).toThrow(/^unknown censor "nope"/);
    expect(() => createReplacer({ "a/*": { "b/one": "label" } as never }, all)).toThrow(
      /^censor: .* has "b\/one" in a rule's own censor$/,
    );
  });

  test("texts of their own are known", () => {
    expect(ownTexts({ "a/*": { text: "x" }, "*": { text: "y" }, "b/*": "label" })).toEqual(["x", "y"]);
    expect([ownTexts("label"), ownTexts({ text: "z" }), ownTexts(undefined)]).toEqual([[], ["z"], []]);
  });
});

describe("what is no censor is refused", () => {
  const ALLOWED =
    /; allowed are "redacted", "label", "mask", "hash", "claims", "remove", \{ text: "…" \}, \{ keepLast: 4 \}, a function, or one/;

  test.each([
    ["nope", ALLOWED],
    [null, ALLOWED],
    [undefined, ALLOWED],
    [7, ALLOWED],
    [["label"], ALLOWED],
    [{}, /^censor: an object has one field, .* has none$/],
    [{ txt: "a" }, /^censor: an object has one field, .* has "txt"$/],
    [{ text: 7 }, /^censor: text must be a string, not 7$/],
  ])("%j", (censor, message) => {
    expect(() => createReplacer(censor as never, ids)).toThrow(
      expect.objectContaining({ code: "unknown-censor" }),
    );
    expect(() => createReplacer(censor as never, ids)).toThrow(message);
  });

  test("so is a text that would break JSON", () => {
    expect(() => createReplacer({ text: 'a"b' }, ids)).toThrow(
      expect.objectContaining({ code: "invalid-option" }),
    );
    expect(() => createReplacer({ text: 'a"b' }, ids)).toThrow(
      /^censor text "a\\"b" has a quote, a backslash or a control/,
    );
  });
});
