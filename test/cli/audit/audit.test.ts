import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { folderOf, preload, scrubjay, shell, TOKEN, writeTo } from "../program.ts";

const folder = folderOf("audit");
const LOG = `start\n  user=ann password=hunter2\n{"ü":"é","apiKey":"x1y2z3w4"} ${TOKEN}\n`;
const log = writeTo(folder, "app.log", LOG);
const clean = writeTo(folder, "clean.log", "GET /index.html 200\n");
const KEY = "0123456789abcdef-of-a-test";

interface Report {
  readonly findings: readonly Record<string, unknown>[];
  readonly summary: Record<string, unknown>;
}

function reportOf(
  args: readonly string[],
  input: string | Uint8Array = "",
): Report & { status: number | null } {
  const { stdout, status } = scrubjay(["audit", "--format", "json", ...args], input);
  return { ...JSON.parse(stdout), status };
}

describe("scrubjay audit", () => {
  test("tells where credentials stand, a line for each", () => {
    expect(scrubjay(["audit", log])).toMatchObject({
      stdout: `${log}:2:21: key/password (medium confidence)
${log}:3:20: key/api-key (medium confidence)
${log}:3:31: github/pat (low confidence)
`,
      stderr: `scrubjay: 3 credentials found in 1 file
         1  github/pat
         1  key/api-key
         1  key/password
`,
      status: 1,
    });
  });

  test("as JSON, with lines and columns from 1 and offsets in bytes", () => {
    const { findings, summary, status } = reportOf([log]);
    expect(status).toBe(1);
    const bytes = readFileSync(log);
    expect(
      findings.map(({ start, end }) => bytes.subarray(start as number, end as number).toString()),
    ).toEqual(["hunter2", "x1y2z3w4", TOKEN]);
    expect(findings[1]).toEqual({
      file: log,
      line: 3,
      column: 20,
      start: 55,
      end: 63,
      rule: "key/api-key",
      confidence: "medium",
    });
    expect(summary).toEqual({
      files: 1,
      bytes: bytes.length,
      findings: 3,
      failed: 0,
      byRule: ["github/pat", "key/api-key", "key/password"].map((rule) => ({ rule, findings: 1 })),
      byFile: [{ file: log, findings: 3 }],
    });
  });

  test("ends with 0 where nothing is found, and writes nothing but that", () => {
    expect(scrubjay(["audit", clean])).toMatchObject({
      stdout: "",
      stderr: "scrubjay: no credentials found in 1 file\n",
      status: 0,
    });
    expect(reportOf([clean])).toMatchObject({ findings: [], status: 0 });
  });

  test("ends with 2 where a file cannot be read, and reads the others", () => {
    const { stdout, stderr, status } = scrubjay(["audit", `${folder}/none.log`, folder, log]);
    expect(stdout.trimEnd().split("\n")).toHaveLength(3);
    expect(stderr).toContain("none.log: no such file\n");
    expect(stderr).toContain(`${folder}: is a directory`);
    expect(status).toBe(2);
    expect(reportOf([`${folder}/none.log`, log])).toMatchObject({
      summary: { files: 1, failed: 1 },
      status: 2,
    });
  });

  test.each([
    ["standard input", Buffer.from(LOG)],
    ["gzip", gzipSync(LOG)],
    ["two members of gzip", Buffer.concat([gzipSync(LOG.slice(0, 30)), gzipSync(LOG.slice(30))])],
  ])("reads %s", (_, input) => {
    const { findings } = reportOf(["-"], input);
    expect(findings).toEqual(reportOf([log]).findings.map((finding) => ({ ...finding, file: "-" })));
  });

  test.each(["utf16le", "utf16be"])("offsets in %s are those of the file", (encoding) => {
    const bytes = Buffer.from(`\ufeff${LOG.replace("ü", "\u{1F600}")}`, "utf16le");
    const input = encoding === "utf16be" ? Buffer.from(bytes).swap16() : bytes;
    const read = (start: unknown, end: unknown): string =>
      bytes.subarray(start as number, end as number).toString("utf16le");
    const { findings } = reportOf(["-"], input);
    expect(findings.map(({ start, end }) => read(start, end))).toEqual(["hunter2", "x1y2z3w4", TOKEN]);
    expect(findings.map(({ line, column }) => [line, column])).toEqual([
      [2, 21],
      [3, 20],
      [3, 31],
    ]);
  });

  test("a finding over lines begins where its first line does", () => {
    const key = `a\n-----BEGIN PRIVATE KEY-----\n${"MIIBVgIBADANBgkqhkiG9w0BAQEF\n".repeat(3)}-----END PRIVATE KEY-----\nb password=hunter2\n`;
    const { findings } = reportOf(["-"], key);
    expect(findings.map(({ rule, line, column }) => [rule, line, column])).toEqual([
      ["pem/private-key", 3, 1],
      ["key/password", 7, 12],
    ]);
  });

  test("a check that passes makes sure, one that fails makes unsure", () => {
    const card = (last: string): string => `card 4111 1111 1111 111${last}`;
    const { findings } = reportOf(["--rules", "pii/card-number", "-"], `${card("1")}\n${card("2")}\n`);
    expect(findings).toMatchObject([{ rule: "pii/card-number", line: 1, confidence: "high" }]);
  });

  test("has the pseudonyms that the filter writes", () => {
    const env = preload(`process.env.SCRUBJAY_HMAC_KEY=${JSON.stringify(KEY)}`);
    const filtered = scrubjay(["--censor", "hash", log], "", env).stdout;
    const { stdout } = scrubjay(["audit", "--format", "json", log], "", env);
    const digests = [...filtered.matchAll(/#([0-9a-f]{12})\]/g)].map(([, digest]) => digest);
    expect(digests).toHaveLength(3);
    expect((JSON.parse(stdout) as Report).findings.map(({ pseudonym }) => pseudonym)).toEqual(digests);
    const keyFile = writeTo(folder, "key", KEY);
    expect(reportOf(["--key-file", keyFile, log]).findings[0]!.pseudonym).toBe(digests[0]);
  });

  test("takes the filter's options", () => {
    expect(reportOf(["--rules", "!key/password,!github/*", "--allow", "x1y2z3w4", log]).findings).toEqual([]);
    expect(reportOf(["--keys", "user", log]).findings.map(({ rule }) => rule)).toContain("user/key");
  });

  test.each(["text", "json", "sarif", "html"])(
    "an audit of its report as %s finds nothing, nor does one of the filter's output",
    (format) => {
      const env = preload(`process.env.SCRUBJAY_HMAC_KEY=${JSON.stringify(KEY)}`);
      const example = "examples/app.log";
      const many = LOG.repeat(400);
      for (const [file, input] of [
        [example, ""],
        ["-", many],
      ] as const) {
        const { stdout, status } = scrubjay(["audit", "--format", format, file], input, env);
        expect(status).toBe(1);
        expect(stdout).not.toContain("hunter2");
        expect(scrubjay(["audit", "-"], stdout)).toMatchObject({ stdout: "", status: 0 });
      }
      expect(scrubjay(["audit", "-"], scrubjay([example]).stdout)).toMatchObject({ stdout: "", status: 0 });
    },
  );

  test.each([
    [["audit"], /no file is given; "-" is standard input \(scrubjay audit --help\)/],
    [["audit", "--formt", "json", "-"], /unknown flag --formt \(did you mean --format\?\)/],
    [["audit", "--format", "xml", "-"], /"xml" is unknown; allowed are text, json, sarif, html/],
    [["audit", "--baseline", "none.json", "-"], /--baseline none.json cannot be read: ENOENT/],
    [["audit", "--rules", "github/patt", "-"], /did you mean "github\/pat"/],
  ])("%j is refused in one line", (args, message) => {
    const { stdout, stderr, status } = scrubjay(args);
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd()).not.toContain("\n");
  });

  test("help names every flag", () => {
    const { stdout, status } = scrubjay(["audit", "--help"]);
    expect(status).toBe(0);
    for (const flag of ["--format", "--baseline", "--rules", "--key-file"]) expect(stdout).toContain(flag);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });
});

test.each(["text", "json", "sarif", "html"])("a file name keeps no credential in a report: %s", (format) => {
  const file = writeTo(folder, "password=hunter2", "password=hunter3\n");
  const { stdout, status } = scrubjay(["audit", "--format", format, file]);
  expect(status).toBe(1);
  expect(stdout).not.toContain("hunter2");
});

test("of a damaged gzip file, all is searched that could be unpacked, and the rest is told", () => {
  const lines = Array.from({ length: 999 }, (_, i) => `${i} ${(i * i * 7919) % 10_007}\n`);
  const bytes = gzipSync(`${lines.slice(0, 300).join("")}password=hunter2x\n${lines.join("")}`);
  bytes.fill(0x55, bytes.length - 300, bytes.length - 280);
  const { stdout, stderr, status } = scrubjay(["audit", writeTo(folder, "damaged.gz", bytes)]);
  expect(stdout).toMatch(/damaged\.gz:301:10: key\/password/);
  expect(stderr).toMatch(
    /damaged\.gz: the gzip file is damaged; what could be unpacked before that was read\n/,
  );
  expect(status).toBe(2);
});

test("a report that nobody reads ends the audit silently, as a file that cannot be read does not", () => {
  const many = writeTo(folder, "many.log", "password=hunter2x\n".repeat(50_000));
  const { stderr, stdout } = shell(`$S audit ${many} | head -1; echo "$\{PIPESTATUS[0]}"`);
  expect(stdout).toBe(`${many}:1:10: key/password (medium confidence)\n141\n`);
  expect(stderr).toBe("");
  const missing = scrubjay(["audit", `${folder}/none`]);
  expect(missing.stderr).toContain("no credentials found in 0 files; 1 file could not be read to the end");
  expect(missing.status).toBe(2);
});
