import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { times } from "../long.ts";
import type { LongInput, Measured } from "./measure-memory.ts";

const MB = 1_000_000;
const size = times(8) * MB;

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "scrubjay-"));
  buildSync({
    entryPoints: [new URL("measure-memory.ts", import.meta.url).pathname],
    bundle: true,
    format: "esm",
    platform: "node",
    outfile: join(directory, "measure.mjs"),
    logLevel: "error",
  });
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** In a process of its own, so that nothing else's memory is counted. */
function measureAll(inputs: readonly LongInput[]): readonly Measured[] {
  const script = `
    import { measure } from ${JSON.stringify(join(directory, "measure.mjs"))};
    measure({ head: "", unit: "password=x ghp_ ", tail: "", size: 4e6 });
    console.log(JSON.stringify(JSON.parse(process.argv[1]).map(measure)));`;
  const argv = ["--expose-gc", "--input-type=module", "--eval", script, "--", JSON.stringify(inputs)];
  return JSON.parse(execFileSync(process.execPath, argv, { encoding: "utf8" })) as readonly Measured[];
}

const base64 = ["MIIE", "pAIBAAKCAQEA7bq1y2Zs9XvC3kR0dLwQeUjHnTgFm5oYtB8iPxVa4u6W+/cD"].join("");
const token = "aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0z";
const endless: readonly (readonly [
  what: string,
  input: Omit<LongInput, "size">,
  marks: number | undefined,
])[] = [
  ["a line of words", { head: "", unit: "lorem ipsum dolor ", tail: "\n" }, 0],
  ["a line of letters", { head: "", unit: "x", tail: "\n" }, 0],
  ["a password", { head: "password=", unit: token, tail: " end\n" }, 1],
  ["a quoted password", { head: '{"password":"', unit: token, tail: '","ok":true}\n' }, 1],
  ["a vendor's token", { head: `say ${["ghp", ""].join("_")}`, unit: token, tail: " end\n" }, 1],
  ["an object", { head: '{"password":{"a":"', unit: `${token}","b":"`, tail: '"},"ok":true}\n' }, undefined],
  ["brackets", { head: "", unit: "[", tail: "\n" }, 0],
  ["brackets under a name", { head: '{"password":[', unit: "[", tail: "\n" }, 0],
  ["backslashes", { head: "", unit: "\\", tail: "\n" }, 0],
  ["backslashes in a value", { head: '"password":"a', unit: "\\", tail: "\n" }, 1],
  ["quotes", { head: "", unit: '"', tail: "\n" }, 0],
  ["eyJ", { head: "", unit: "eyJ", tail: "\n" }, undefined],
  ["password=", { head: "", unit: "password=", tail: "\n" }, undefined],
  [
    "lines of a key",
    { head: "-----BEGIN RSA PRIVATE KEY-----\n", unit: base64, tail: "\n-----END RSA PRIVATE KEY-----\n" },
    1,
  ],
];

describe(`${size / MB} MB without an end`, () => {
  let measured: readonly Measured[];
  beforeAll(() => {
    measured = measureAll(endless.map(([, input]) => ({ ...input, size })));
  });

  test.each(endless.map(([what, input, marks], i) => [what, input, marks, i] as const))(
    "of %s",
    (_what, input, marks, i) => {
      const { first, last, grownBy, mostHeld, bytesOut, marks: found } = measured[i]!;
      // What held the input would grow by nine tenths of it.
      expect(grownBy).toBeLessThan(size / 2);
      expect(mostHeld).toBeLessThan(10_000);
      expect(last.endsWith("\n")).toBe(true);
      if (marks === undefined) return;
      expect(found).toBe(marks);
      if (marks === 0) {
        expect(bytesOut).toBeGreaterThanOrEqual(size);
        return;
      }
      expect(first.startsWith(input.head.slice(0, 4))).toBe(true);
      expect(`${first} ${last}`).not.toContain(
        input.unit.length > 1 ? input.unit.slice(0, 10) : input.unit.repeat(9),
      );
      expect(bytesOut).toBeLessThan(200);
    },
  );
});
