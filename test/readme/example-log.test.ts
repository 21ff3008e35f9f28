import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { redact } from "../../src/index.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const log = read("examples/app.log");
const expected = read("examples/app.redacted.log");

/** Every credential in examples/app.log; without it, what is left of the log must be the same. */
const secrets = [
  "correct-horse-battery",
  "staple-gun-marmalade",
  "blue-kettle-seven-9",
  "plum-tart-0417",
  "quiet-lamp-4481",
  "dark-green",
  "maple-syrup-22",
  "maple-syrup-23",
  "YW5uOmNvcnJlY3Qtd29yZA==",
  'walnut \\"oak\\" desk',
  "river-stone-88",
  "ghp_abcDEF123",
  "violet-drum-31",
  "copper-fox-77",
  "tin-whistle-5",
  "hazel-nut-bread",
  "ginger-tea-60",
  "slow-violin-12",
  "salt-harbour-3",
  "ivory-comb-19",
  "thimble%2Dneedle%21",
  "amber-wagon-64",
  "lemon-curd-8",
  "opal-brush-2",
  "eyJhbGciOi...",
  "c2FtcGxlLXdvcmRz",
  "bm9uZS1vZi1rZXk=",
];

describe("examples/app.log", () => {
  test("holds these credentials, and replacing them is all that the expected result does", () => {
    const replaced = secrets.reduce((text, secret) => {
      expect(text).toContain(secret);
      return text.replaceAll(secret, "[REDACTED]");
    }, log);
    expect(replaced).toBe(expected);
  });

  test("comes out of the filter as expected", () => {
    const program = fileURLToPath(new URL("../../dist/scrubjay.cjs", import.meta.url));
    const { stdout, stderr, status } = spawnSync(process.execPath, [program], {
      input: log,
      encoding: "utf8",
    });
    expect(stdout).toBe(expected);
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  }, 30_000);

  test("comes out of redact() as expected, whole and line by line", () => {
    expect(redact(log)).toBe(expected);
    const key = /-----BEGIN[\s\S]*?-----END/;
    const lines = (text: string) => text.replace(key, "").split("\n");
    expect(lines(log).map(redact)).toEqual(lines(expected));
  });

  test("stays the same when it is redacted again", () => {
    expect(redact(expected)).toBe(expected);
  });
});
