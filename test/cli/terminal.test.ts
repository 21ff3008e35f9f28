import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { progressText } from "../../src/cli/output/progress-line.ts";
import { folderOf, shell, writeTo } from "./program.ts";

const folder = folderOf("terminal");
const log = writeTo(folder, "app.log", "password=hunter2\n");

/** What a person sees whose terminal has standard error, while the output goes to a file. */
const seen = (args: string, environment = ""): string =>
  shell(`script -qec "${environment} $S ${args} > ${join(folder, "out")}" /dev/null < /dev/null`).stdout;

describe("standard error on a terminal", () => {
  test("has counts that stand out, and what to do next", () => {
    const text = seen(`--stats ${log}`, "env -u NO_COLOR TERM=xterm");
    expect(text).toContain("\x1b[1mscrubjay: 1 replaced in 17 bytes\x1b[0m");
    expect(text).toContain("--censor label shows which rule took what");
  });

  test("has no colours with NO_COLOR", () => {
    const text = seen(`--stats ${log}`, "env NO_COLOR=1 TERM=xterm");
    expect(text).toContain("scrubjay: 1 replaced in 17 bytes");
    expect(text).not.toContain("\x1b");
  });

  test("has how far a large file is, which is gone at the end", () => {
    const large = writeTo(
      folder,
      "large.log",
      'level=info msg="signed in" password=hunter2 n=1\n'.repeat(4_000_000),
    );
    const text = seen(large);
    expect(text).toMatch(/scrubjay: \d+ %, \d+ of 192 MB/);
    expect(text.endsWith("\r\x1b[K")).toBe(true);
  });
});

test("standard error that is no terminal has the counts alone", () => {
  const { stderr } = shell(`$S --stats ${log} > /dev/null`);
  expect(stderr).toBe("scrubjay: 1 replaced in 17 bytes\n         1  key/password\n");
});

test.each([
  [0, 200_000_000, "scrubjay: 0 %, 0 of 200 MB"],
  [150_000_000, 200_000_000, "scrubjay: 75 %, 150 of 200 MB"],
  [500_000_000, 40_000_000, "scrubjay: 500 MB"],
])("%i of %i bytes: %s", (done, total, text) => {
  expect(progressText(done, total)).toBe(text);
});
