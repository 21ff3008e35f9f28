import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { looksGenerated, Suspects } from "../../../src/cli/tools/audit/suspects.ts";
import { folderOf, scrubjay, writeTo } from "../program.ts";

const folder = folderOf("suspects");
/** Never without a digit and a letter. */
const random = (): string => `a1${randomBytes(18).toString("base64url").replace(/[-_]/g, "x")}`;

const lines = Array.from({ length: 40 }, (_, i) =>
  [
    `{"level":30,"reqId":"${random()}","visitorRef":"${random()}","traceId":"${randomBytes(16).toString("hex")}"}`,
    `GET /orders etag=${random()} commit=${randomBytes(20).toString("hex")} password=${random()}`,
    `login zebra_badge=${random()} region=eu-central-1-production plan=enterprise-2026-annual user=u${i}`,
    `call qqx_zip_${random()} done`,
  ].join("\n"),
);
const log = writeTo(folder, "app.log", `${lines.join("\n")}\n`);

describe("audit --suspects", () => {
  const { stdout, stderr, status } = scrubjay(["audit", "--suspects", "--format", "json", log]);
  const { suspects, keys } = JSON.parse(stdout);

  test("lists names that no rule covers and whose values look like credentials", () => {
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    expect(keys).toEqual(expect.arrayContaining(["visitor ref", "zebra badge"]));
    for (const name of ["trace id", "req id", "etag", "commit", "password", "region", "plan", "level"])
      expect(keys).not.toContain(name);
    expect(suspects.find(({ name }: { name: string }) => name === "visitor ref")).toMatchObject({
      kind: "name",
      seen: 40,
      different: 40,
      score: expect.any(Number),
    });
  });

  test("has no value", () => {
    const text = scrubjay(["audit", "--suspects", log]).stdout;
    const values = lines.join("\n").match(/a1[\w-]{24}/g)!;
    expect(values.length).toBeGreaterThan(100);
    for (const value of values) expect(text + stdout).not.toContain(value.slice(0, 12));
  });

  test("the list can be given as keys, and nothing is left then", () => {
    const text = scrubjay(["audit", "--suspects", log]).stdout;
    const copied = JSON.parse(`{${/^"keys": .*$/m.exec(text)![0]}}`).keys;
    expect(copied).toEqual(keys);
    const rest = scrubjay([
      "audit",
      "--suspects",
      "--format",
      "json",
      "--keys",
      copied.join(","),
      log,
    ]).stdout;
    expect(JSON.parse(rest).keys).toEqual([]);
  });

  test("says so where there is none", () => {
    expect(scrubjay(["audit", "--suspects", "-"], "GET / 200\n")).toMatchObject({
      stdout: "",
      stderr: "scrubjay: 0 suspects\n",
      status: 0,
    });
  });
});

test.each([
  ["a1B2c3D4e5F6g7H8i9", true],
  ["3f2b8a91-0bb4-4936-8c9a-0e20a0c6d1aa", false],
  ["9f86d081884c7d659a2feaa0c55ad015", false],
  ["eu-central-1-production", false],
  ["2026-11-30T12:00:00Zabc", false],
  ["aaaaaaaaaaaaaaaa1111", false],
  ["onlyLettersAreInThisOne", false],
])("whether %s looks generated: %s", (value, expected) => {
  expect(looksGenerated(value)).toBe(expected);
});

test("a pair may come in pieces, and memory does not grow with names or a line", () => {
  const suspects = new Suspects();
  const bytes = Buffer.from(`a b\nvisitorRef=${random()}\nc`);
  for (const byte of bytes) suspects.take(Uint8Array.of(byte), false);
  suspects.endLine();
  expect(suspects.list()).toMatchObject([{ name: "visitor ref", seen: 1 }]);
  for (let i = 0; i < 5_000; i++) suspects.take(Buffer.from(`name${i}x=${random()}\n`), false);
  expect(suspects.list().length).toBeLessThanOrEqual(4_000);
});
