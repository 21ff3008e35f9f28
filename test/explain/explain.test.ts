import { describe, expect, test } from "vitest";
import { explain } from "../../src/explain/explain.ts";
import { notationCases } from "../kernel/cases/notation-cases.ts";

// The build's scripts are JavaScript without types.
const script: string = new URL("../../build/kernel-cache.js", import.meta.url).href;

async function tracedKernel(): Promise<Uint8Array<ArrayBuffer>> {
  const { cachedKernel } = (await import(script)) as {
    cachedKernel(flavour: "traced"): Promise<Uint8Array<ArrayBuffer>>;
  };
  return cachedKernel("traced");
}

const told = (subject: string, calls = false): Promise<string> => explain({ subject, calls }, tracedKernel);
const token = `ghp_${"aB3".repeat(12)}`;

// The traced build is compiled where the kernel has changed.
describe("of a text", () => {
  // biome-ignore format: a table
  test.each([
    ["password=hunter22x", "at 7, a name of key/password: taken, its value starts at 9"],
    ["password=hunter22x", "found: 1\n  9 to 18 (9 bytes: lower-case letters, digits) by key/password"],
    ["a,password\n1,hunter22x", "at 9, a name of key/password: taken, the heading of a column"],
    ["password is set", "at 7, a name of key/password: left, no value follows it"],
    ["password: ***", "at 7, a name of key/password: left, what stands at 10 is a placeholder or no value"],
    ["PASS: test_login", "at 3, a name of key/password: left, no value follows it"],
    ["the card number", "at 14, the end of a word: left, no sensitive name"],
    [`got ${token} there`, "at 4, github/pat: matches 4 to 44 (40 bytes: lower-case letters, punctuation, capitals, digits), its check fails"],
    [`got ghp_${"x".repeat(36)}`, "at 4, github/pat: left: one character, many times over"],
    ["npm_lifecycle_event", "at 0, npm/token: left: too short or too plain for a token"],
    ["https://a.example/?q=1", "found: 0"],
    ["see https://ann:hunter22x@a.example/x", "url/password: matches 16 to 25 (9 bytes: lower-case letters, digits)"],
  ])("%s", async (text, line) => {
    expect(await told(text)).toContain(line);
  });

  test("nothing of it is shown", async () => {
    const texts = Object.values(notationCases)
      .flat()
      .map(([text]) => text)
      .filter((text) => text.includes("hunter22x"))
      .slice(0, 80);
    for (const text of texts) {
      for (const calls of [false, true]) expect(await told(text, calls)).not.toContain("hunter");
    }
  });

  test("with all calls, what the kernel did", async () => {
    expect(await told("password=hunter22x", true)).toMatch(/^ +findKey\(p: @7\) → 1$/m);
  });

  test("one that is too long is refused", async () => {
    await expect(told(" ".repeat(100_000))).rejects.toThrow("it can have");
  });
});

describe("of a rule", () => {
  // biome-ignore format: a table
  test.each([
    ["github/pat", ["found as   a token: 4 bytes of head and 36 of body", "9 states, 6 byte classes, 392 bytes", '"ghp_"; its last byte 3 after the start; punctuation after a letter', "crc32-base62"]],
    ["url/password", ["group      replaced alone", 'needs      an "@"']],
    ["pem/private-key", ["end        -----END", "body       base64"]],
    ["key/password", ["names      password, ", "innocent   oldpwd, ", "phrases "]],
    ["npm/*", ["rule       npm/token", "\n\nrule       npm/"]],
  ] as const)("%s", async (id, parts) => {
    const text = await told(id);
    for (const part of parts) expect(text).toContain(part);
  });
});
