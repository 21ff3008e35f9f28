import { describe, expect, test } from "vitest";
import { folderOf, scrubjay, writeTo } from "../program.ts";

const folder = folderOf("compare");
const log = writeTo(folder, "app.log", "password=hunter2\ntoken=x1y2z3w4 mail ann@shop.example\n");
const report = writeTo(folder, "report.json", scrubjay(["audit", "--format", "json", log]).stdout);

const compare = (...args: readonly string[]) => scrubjay(["audit", "--compare", report, ...args, log]);

describe("audit --compare", () => {
  test("nothing is different with the same rules", () => {
    expect(compare()).toMatchObject({ stdout: "", stderr: "scrubjay: 0 differences\n", status: 0 });
  });

  test("tells by rule what is found otherwise, and where", () => {
    expect(compare("--rules", "!key/password,pii/email")).toMatchObject({
      stdout: `         1  + pii/email
         1  - key/password
${log}:1:10: - key/password
${log}:2:21: + pii/email
`,
      stderr: "scrubjay: 2 differences\n",
      status: 1,
    });
  });

  test("a place that another rule finds now is one difference", () => {
    const { stdout, status } = compare("--rules", "!key/token", "--keys", "token", "--format", "json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout).differences).toMatchObject([
      { line: 2, column: 7, change: "rule", rule: "user/key", was: "key/token" },
    ]);
  });

  test.each([
    [["--format", "html"], /--compare is reported as text or json/],
    [["--baseline", report], /not together with --baseline/],
  ])("%j is refused", (args, message) => {
    const { stderr, status } = compare(...args);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  });
});

describe("audit --canary-file", () => {
  const secret = 'canary-K9x/Qw"2mZ';
  const canary = writeTo(folder, "canary", `${secret}\n`);
  const found = (text: string): readonly unknown[] => {
    const { stdout } = scrubjay(["audit", "--format", "json", "--canary-file", canary, "-"], text);
    expect(stdout).not.toContain("K9x");
    return JSON.parse(stdout)
      .findings.filter(({ rule }: { rule: string }) => rule === "user/canary")
      .map(({ line }: { line: number }) => line);
  };
  const base64 = (before: string): string => Buffer.from(`${before}${secret} and more`).toString("base64");

  test.each([
    ["as it is", secret],
    ["in JSON", JSON.stringify({ a: secret })],
    ["in JSON in JSON", JSON.stringify({ a: JSON.stringify({ b: secret }) })],
    ["in a URL", `?a=${encodeURIComponent(secret)}`],
    ["in HTML", secret.replace('"', "&quot;")],
    ["in hexadecimal", Buffer.from(secret).toString("hex").toUpperCase()],
    ["in base64", base64("")],
    ["in base64 after a character", base64("x")],
    ["in base64 after two", base64("xy")],
    ["where a rule finds it, too", `password=${secret.replace('"', "")} ${secret}`],
  ])("tells where it got through, %s", (_, text) => {
    expect(found(`first line\n${text}\n`)).toEqual([2]);
  });

  test("says so at the end, and fails", () => {
    const { stderr, status } = scrubjay(["audit", "--canary-file", canary, "-"], `a ${secret}\n`);
    expect(stderr).toContain("scrubjay: the canary got through 1 time\n");
    expect(status).toBe(1);
  });

  test("is silent where it did not", () => {
    const clean = scrubjay([], `password=${secret.replace('"', "")}\n`).stdout;
    expect(scrubjay(["audit", "--canary-file", canary, "-"], clean)).toMatchObject({ stdout: "", status: 0 });
  });

  test("offsets in UTF-16 are those of the file", () => {
    const input = Buffer.from(`\ufeffé ${secret}\n`, "utf16le");
    const { stdout } = scrubjay(["audit", "--format", "json", "--canary-file", canary, "-"], input);
    const { start, end } = JSON.parse(stdout).findings.at(-1);
    expect(input.subarray(start, end).toString("utf16le")).toBe(secret);
  });

  test.each([
    ["short", "a canary must have 12 to 1000 characters"],
    ["x".repeat(2_000), "a canary must have 12 to 1000 characters"],
  ])("one of another length is refused, and not shown", (text, message) => {
    const file = writeTo(folder, "wrong", text);
    const { stderr, status } = scrubjay(["audit", "--canary-file", file, "-"], "x\n");
    expect(stderr).toContain(message);
    expect(stderr).not.toContain(text);
    expect(status).toBe(2);
  });
});
