import { describe, expect, test } from "vitest";
import { createRedactor } from "../../../src/index.ts";
import { createByteRedactor } from "../../../src/redactor/stream-redactor.ts";

const { redact } = createRedactor();
const hex = "9f3a7b2c4d5e6f708192a3b4c5d6e7f8";
const base62 = "h3XTBzyTzbmncNnz5BhgJjH3LZ7wM6GKHVj";

/** Tokens of which nothing is known but a sign between two runs of their characters. */
const tokens: readonly (readonly [name: string, token: string])[] = [
  ["a colon behind a number", `5349382694:${base62}`],
  ["a dot between two runs", `${hex}.${base62.slice(0, 16)}`],
  ['a "-" behind 36 characters', `${hex}-c915b6d4-45e950d6`],
];

describe.each(tokens)("%s", (_name, token) => {
  test("is found wherever the blocks of 64 bytes begin", () => {
    for (let before = 0; before < 140; before++) {
      const front = "a ".repeat(before).slice(0, before);
      expect(redact(`${front}"${token}" then`)).toBe(`${front}"[REDACTED]" then`);
    }
  });

  test("is found at a text's begin and end", () => {
    for (const [before, after] of [
      ["", ""],
      ["x=", ""],
      ["", "\n"],
      ["\\n", "."],
    ])
      expect(redact(before + token + after)).toBe(`${before}[REDACTED]${after}`);
  });

  test("is found however it is cut", () => {
    const redactor = createByteRedactor({});
    const bytes = Buffer.from(`got ${token} then`);
    for (let cut = 1; cut < bytes.length; cut++) {
      const parts = [
        ...redactor.push(bytes.subarray(0, cut)),
        ...redactor.push(bytes.subarray(cut)),
        ...redactor.end(),
      ];
      expect(Buffer.concat(parts).toString(), `cut at ${cut}`).toBe("got [REDACTED] then");
    }
  });
});

test.each([
  // A number too short, a run too short, no number.
  `12345:${base62}`,
  `5349382694:${base62.slice(0, 34)}`,
  `534938x694:${base62}`,
  // Two ids, names of classes, a thread and a UUID after a number.
  `${hex}.${hex.slice(0, 16)} ${hex}.${base62.slice(0, 15)}`,
  "springframework.AbstractApplicationContext 188978561024:QuorumCnxManager@774",
  "1234567890:550e8400-e29b-41d4-a716-446655440000 1234567890:some-long-name-of-a-thing-in-a-list",
  `${hex}-c915b6d4-45e950d67 ${hex}-c915b6d4-45e950d`,
])("%s stays", (text) => {
  expect(redact(text)).toBe(text);
});

test("sixteen characters on either side are enough, wherever the blocks begin", () => {
  const own = createRedactor({ rules: [{ id: "own/t", pattern: "\\b[0-9a-z]{16}\\.[0-9a-z]{16}\\b" }] });
  const run = "abcdefgh12345678";
  for (let before = 0; before < 70; before++) {
    const front = "a ".repeat(before).slice(0, before);
    expect(own.redact(`${front}"${run}.${run}"`)).toBe(`${front}"[REDACTED]"`);
  }
});

// The digit before a word's letters may end an escape, or stand in a colour code; of an id it is neither.
describe("a token behind its issuer's word", () => {
  const token = `acme_secret_${base62.slice(0, 30)}`;

  test.each([
    ["nothing", ""],
    ["a percent sign's escape", "a%3D"],
    ["one that is escaped", "a%252525253D"],
    ["a quote", "\\u0022"],
    ["a letter that is escaped", "\\u003d"],
    ["a hexadecimal escape", "\\x3a"],
    ["a colour code", "\x1b[36m"],
    ["a long one", "\x1b[38;2;205;155;105m"],
    ["one that is escaped", "\\u001b[36m"],
  ])("is found behind %s", (_name, front) => {
    for (let before = 0; before < 66; before++) {
      const blanks = " ".repeat(before);
      expect(redact(`${blanks}${front}${token} then`)).toBe(`${blanks}${front}[REDACTED] then`);
    }
  });

  test("stays behind a digit of its own word", () => {
    expect(redact(`id 4${token} then`)).toBe(`id 4${token} then`);
  });
});
