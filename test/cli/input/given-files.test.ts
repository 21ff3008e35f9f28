// Files that flags name, of odd kinds.
import { execFileSync } from "node:child_process";
import { mkdirSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderOf, scrubjay, writeTo } from "../program.ts";

const folder = folderOf("given");

/** The command line that gives a file, and what it is called in the message. */
const FLAGS: readonly (readonly [what: string, args: (file: string) => readonly string[]])[] = [
  ["configuration", (file) => ["--config", file]],
  ["--gitleaks", (file) => ["--gitleaks", file]],
  ["--key-file", (file) => ["--key-file", file, "--censor", "hash"]],
  ["--secret-file", (file) => ["--secret-file", file]],
  ["--secret-file", (file) => ["audit", "--secret-file", file, "-"]],
  ["--secret-file", (file) => ["explain", "--secret-file", file, "-"]],
  ["configuration", (file) => ["rules", "--config", file]],
  ["--gitleaks", (file) => ["rules", "--gitleaks", file]],
  ["--canary-file", (file) => ["audit", "--canary-file", file, "-"]],
  ["--baseline", (file) => ["audit", "--baseline", file, "-"]],
  ["--compare", (file) => ["audit", "--compare", file, "-"]],
];

const huge = writeTo(folder, "huge", "");
truncateSync(huge, 10 * 2 ** 30);
const directory = join(folder, "directory");
mkdirSync(directory);

describe.each(FLAGS)("%s", (what, argsFor) => {
  const refusal = (file: string): string => {
    const { stdout, stderr, status } = scrubjay(argsFor(file), "password=hunter2\n");
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
    expect(stderr.trimEnd()).not.toContain("\n");
    return stderr;
  };

  test("of ten gigabytes is refused with the limit", () => {
    expect(refusal(huge)).toMatch(`${what} ${huge} has 10737418240 bytes; at most `);
  });

  test("that is a directory, or missing, is refused", () => {
    expect(refusal(directory)).toMatch(`${what} ${directory} is a directory, not a file`);
    expect(refusal(`${folder}/none`)).toMatch(`${what} ${folder}/none cannot be read: ENOENT`);
  });

  test.skipIf(process.platform === "win32")("that has no end, or no writer, is refused", () => {
    const pipe = join(folder, `pipe${what}${argsFor("").length}${argsFor("")[0]}`.replaceAll("-", ""));
    execFileSync("mkfifo", [pipe]);
    for (const file of ["/dev/zero", pipe])
      expect(refusal(file)).toMatch(`${what} ${file} is not a regular file; pipes and devices are not read`);
  });
});

test("an explanation of an input without an end is refused", () => {
  const { stderr, status } = scrubjay(["explain", "-"], "a\n".repeat(600_000));
  expect(stderr).toContain("the text has more than 1000000 bytes; give fewer lines");
  expect(status).toBe(2);
});
