import { describe, expect, test } from "vitest";
import { folderOf, preload, scrubjay, writeTo } from "../program.ts";

const folder = folderOf("baseline");
const KEY = preload('process.env.SCRUBJAY_HMAC_KEY="0123456789abcdef-of-a-test"');
const before = "a\npassword=hunter2\ntoken=x1y2z3w4\n";

const findingsOf = (stdout: string): readonly Record<string, unknown>[] => JSON.parse(stdout).findings;

describe.each([
  ["json", [] as readonly string[]],
  ["sarif", [] as readonly string[]],
  ["json", KEY],
  ["sarif", KEY],
])("a baseline in %s, %#", (format, env) => {
  const file = writeTo(folder, `app-${format}-${env.length}.log`, before);
  const baseline = writeTo(
    folder,
    `baseline-${format}-${env.length}.json`,
    scrubjay(["audit", "--format", format, file], "", env).stdout,
  );
  const audit = (text: string) => {
    writeTo(folder, file.slice(folder.length + 1), text);
    return scrubjay(["audit", "--format", "json", "--baseline", baseline, file], "", env);
  };

  test("makes its findings known, wherever their lines are now", () => {
    const { stdout, status } = audit(`a\nb\nc\n${before}`);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ findings: [], summary: { findings: 0, known: 2 } });
  });

  test("only what is new is reported, and fails", () => {
    const { stdout, status } = audit(`${before}password=hunter3\nsecret=x1y2z3w4\n`);
    expect(status).toBe(1);
    expect(findingsOf(stdout).map(({ line, rule }) => [line, rule])).toEqual([
      [4, "key/password"],
      [5, "key/secret"],
    ]);
  });
});

test("with a key, a credential is known in any file, and a new one of the same length is not", () => {
  const file = writeTo(folder, "one.log", before);
  const baseline = writeTo(folder, "one.json", scrubjay(["audit", "--format", "json", file], "", KEY).stdout);
  const other = writeTo(folder, "two.log", "password=hunter3 x\npassword=hunter2 y\n");
  const { stdout } = scrubjay(["audit", "--format", "json", "--baseline", baseline, other], "", KEY);
  expect(findingsOf(stdout).map(({ line }) => line)).toEqual([1]);
});

test.each([
  ["with a byte order mark", (text: string) => Buffer.from(`\ufeff${text}`)],
  ["in UTF-16", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le")],
  ["in UTF-16, big-endian", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
])("a report %s is read", (_, encode) => {
  const file = writeTo(folder, "encoded.log", before);
  const report = scrubjay(["audit", "--format", "json", file]).stdout;
  const baseline = writeTo(folder, "encoded.json", encode(report));
  expect(scrubjay(["audit", "--baseline", baseline, file])).toMatchObject({ stdout: "", status: 0 });
});

test.each([
  ["no JSON", "{", /is not JSON/],
  ["another JSON", '{"findings":[{"a":1}]}', /is not a report of scrubjay audit/],
  ["a number", "7", /is not a report of scrubjay audit/],
])("%s is refused", (_, text, message) => {
  const baseline = writeTo(folder, "wrong.json", text);
  const { stdout, stderr, status } = scrubjay(["audit", "--baseline", baseline, "-"], "password=hunter2\n");
  expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
  expect(stderr).toMatch(message);
});
