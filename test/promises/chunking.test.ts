import { describe, expect, test } from "vitest";
import { createRedactor } from "../../src/redactor/redactor.ts";
import { createByteRedactor } from "../../src/redactor/stream-redactor.ts";
import { bytesOf } from "../program/matching.ts";
import { between, createRandom } from "../samples/random.ts";
import { allLines, awkwardLines, notationLines, ruleLines } from "./sample-lines.ts";

const random = createRandom(3);
const options = { censor: "label" } as const;
const redactor = createRedactor(options);
const stream = createByteRedactor(options);

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

function streamed(bytes: Uint8Array, cuts: readonly number[]): string {
  const ends = [...cuts, bytes.length];
  const pieces = ends.flatMap((end, i) => stream.push(bytes.subarray(ends[i - 1] ?? 0, end)));
  return latin1(Buffer.concat([...pieces, ...stream.end()]));
}

const all = (length: number): number[] => Array.from({ length: Math.max(0, length - 1) }, (_, i) => i + 1);

describe("the output is that of the whole", () => {
  test.each([
    ["every notation", notationLines],
    ["every rule's sample", ruleLines],
    ["what broke before", awkwardLines],
  ])("%s, cut anywhere", (_what, lines) => {
    for (const [name, line] of lines) {
      const bytes = new Uint8Array(Buffer.from(line));
      const whole = latin1(redactor.redact(bytes));
      for (const cut of all(bytes.length))
        expect(streamed(bytes, [cut]), `${name}, cut at ${cut}`).toBe(whole);
      expect(streamed(bytes, all(bytes.length)), `${name}, byte by byte`).toBe(whole);
      for (let trial = 0; trial < 4; trial++) {
        const cuts = Array.from({ length: between(2, 6, random) }, () => between(0, bytes.length, random));
        cuts.sort((a, b) => a - b);
        expect(streamed(bytes, cuts), `${name}, cut at ${cuts}`).toBe(whole);
      }
    }
  });

  test("all lines together, in chunks of any size", () => {
    const bytes = bytesOf(allLines.map(([, line]) => line).join("\n"));
    const whole = latin1(redactor.redact(bytes));
    for (const most of [7, 100, 5000, 70_000]) {
      const cuts: number[] = [];
      for (let at = 0; at < bytes.length; at += between(0, most, random)) cuts.push(at);
      expect(streamed(bytes, cuts) === whole, `chunks of at most ${most}`).toBe(true);
    }
  });
});

describe("strings, bytes and places in a block do not matter", () => {
  test("a string is redacted as its UTF-8", () => {
    for (const [name, line] of [...notationLines, ...ruleLines]) {
      expect(redactor.redact(line), name).toBe(Buffer.from(redactor.redact(Buffer.from(line))).toString());
    }
  });

  test("a line across the end of a block is redacted as one alone", () => {
    const lines = allLines.filter(([name]) => !name.includes("escapes"));
    for (let padding = 65_536 - 100; padding <= 65_536 + 100; padding++) {
      const [name, line] = lines[(padding * 7) % lines.length]!;
      const alone = latin1(redactor.redact(bytesOf(`\n${line}`)));
      const padded = latin1(redactor.redact(bytesOf(`${"x \n".repeat(22_000).slice(0, padding)}\n${line}`)));
      expect(padded.slice(padding), `${name}, padding ${padding}`).toBe(alone);
    }
  });

  test("nor does it matter for a long string", () => {
    for (let padding = 21_000 - 40; padding <= 21_000 + 10; padding++) {
      const [name, line] = notationLines[(padding * 7) % notationLines.length]!;
      const padded = redactor.redact(`${"é \n".repeat(8000).slice(0, padding)}\n${line}`);
      expect(padded.slice(padding), `${name}, padding ${padding}`).toBe(redactor.redact(`\n${line}`));
    }
  });
});
