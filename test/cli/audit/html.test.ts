import { describe, expect, test } from "vitest";
import { TIME_FORMATS, timeOfLine } from "../../../src/cli/tools/audit/html/line-times.ts";
import { BUCKETS_MOST, TimeBuckets } from "../../../src/cli/tools/audit/html/time-buckets.ts";
import { folderOf, scrubjay, writeTo } from "../program.ts";

const folder = folderOf("html");

describe("the page", () => {
  const lines = Array.from(
    { length: 50 },
    (_, i) => `2026-11-30T12:${String(i).padStart(2, "0")}:00Z login password=hunter${i}\n`,
  );
  const file = writeTo(folder, "a<b>&.log", lines.join(""));
  const { stdout, status } = scrubjay(["audit", "--format", "html", file]);

  test("loads nothing and runs nothing", () => {
    expect(status).toBe(1);
    expect(stdout).toMatch(/^<!doctype html>/);
    expect(stdout).not.toMatch(/<script|<link|<img|\bsrc=|\bhref=|url\(|@import/);
    expect(stdout).toContain("default-src 'none'");
  });

  test("shows when and in which files, and no credential", () => {
    expect(stdout).not.toContain("hunter");
    expect(stdout).not.toContain("a<b>");
    expect(stdout).toContain("a&#60;b&#62;&#38;.log");
    expect([...stdout.matchAll(/<rect class="found"/g)]).toHaveLength(50);
    expect(stdout).toContain("2026-11-30 12:00:00");
  });

  test("says so where no line tells its time", () => {
    const page = scrubjay(["audit", "--format", "html", "-"], "password=hunter2\n").stdout;
    expect(page).toContain("No line with a finding tells when it was written.");
  });
});

describe("times of lines", () => {
  test.each(TIME_FORMATS.map(({ example }) => [example] as const))("%s", (example) => {
    expect(new Date(timeOfLine(example, 2026)!).toISOString()).toMatch(
      example.startsWith('{"level"') || example.startsWith("17")
        ? /^2026-1[12]-\d\dT/
        : /^2026-11-30T12:00:00/,
    );
  });

  test.each([
    "version 2026-11 built",
    "GET /2026/11/ 200",
    "request 1796040000000000000000",
    "Nov hunting",
    "I1130x 12",
    "uptime 12:00:00",
  ])("none in: %s", (line) => {
    expect(timeOfLine(line, 2026)).toBeUndefined();
  });

  test.each([
    ["2026-11-30 13:00:00,123 +01:00 x", "2026-11-30T12:00:00.123Z"],
    ["2026/11/30 12:00:00 [error] 7#7: x", "2026-11-30T12:00:00.000Z"],
    ['{"ts":1796040000.5}', "2026-11-30T12:00:00.000Z"],
  ])("%s is %s", (line, time) => {
    expect(timeOfLine(line, 2026)).toBe(line.startsWith("{") ? 1_796_040_000_000 : Date.parse(time));
  });
});

test("buckets grow longer, and lose no count", () => {
  const buckets = new TimeBuckets();
  for (let i = 0; i < 1_000; i++) buckets.add(`file${i % 3}`, i * 977_000);
  expect(buckets.count).toBeLessThanOrEqual(BUCKETS_MOST);
  const counts = [...buckets.rows()].flatMap(([, row]) => [...row.values()]);
  expect(counts.reduce((a, b) => a + b, 0)).toBe(1_000);
  expect(buckets.startMs).toBe(0);
  for (const [, row] of buckets.rows())
    for (const bucket of row.keys()) expect(bucket >= 0 && bucket < buckets.count).toBe(true);
});
