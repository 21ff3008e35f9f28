// What is made of the table of flags besides help: completions and the man page.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FLAGS } from "../../../src/cli/flags/table.ts";
import { TOOL_NAMES } from "../../../src/cli/tool-names.ts";
import { folderOf, program, root, scrubjay, writeTo } from "../program.ts";

const folder = folderOf("completion");
writeTo(folder, "app.log", "");
writeTo(folder, "b c.log", "");

const hasShell = (name: string): boolean => spawnSync(name, ["-c", "true"]).status === 0;

/** What bash offers for the last word of a line. */
function offered(...words: readonly string[]): string[] {
  const script = `source <(node "$1" completion bash); shift
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)); _scrubjay; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const given = { cwd: folder, encoding: "utf8" } as const;
  const { stdout } = spawnSync("bash", ["-c", script, "bash", program, "scrubjay", ...words], given);
  return stdout.split("\n").filter((line) => line !== "");
}

describe.skipIf(!hasShell("bash"))("bash", () => {
  test.each([
    [["--c"], ["--censor", "--config", "--check"]],
    [["audit", "--comp"], ["--compare"]],
    [
      ["audit", "--format", ""],
      ["text", "json", "sarif", "html"],
    ],
    [["rules", "--format", "t"], ["table"]],
    [["--censor", "m"], ["mask"]],
    [["--stats=p"], ["--stats=prometheus"]],
    [["--stats", "=", "p"], ["prometheus"]],
    [
      ["--censor", "="],
      ["redacted", "label", "mask", "hash", "claims", "remove", "keepLast:N"],
    ],
    [["audit", "--format", "=", "s"], ["sarif"]],
    [["--config", "=", "b"], ["b c.log"]],
    [["a"], ["app.log", "audit"]],
    [["audit", "a"], ["app.log"]],
    [["--config", "app"], ["app.log"]],
    [["--keys", "a"], []],
    [
      ["completion", ""],
      ["bash", "zsh", "fish"],
    ],
  ])("scrubjay %j is completed to %j", (words, found) => {
    expect(offered(...words)).toEqual(found);
  });

  test("after --, a command is", () => {
    expect(offered("--", "ech")).toContain("echo");
  });
});

describe("completions", () => {
  test.each(["bash", "zsh", "fish"])("for %s have every flag, and the shell reads them", (shell) => {
    const { stdout, stderr, status } = scrubjay(["completion", shell]);
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    for (const { name } of FLAGS) expect(stdout).toContain(shell === "fish" ? `-l ${name}` : `--${name}`);
    for (const name of TOOL_NAMES) expect(stdout).toContain(name);
    if (!hasShell(shell)) return;
    const checked = spawnSync(shell, ["-n", writeTo(folder, shell, stdout)], { encoding: "utf8" });
    expect({ stderr: checked.stderr, status: checked.status }).toEqual({ stderr: "", status: 0 });
  });

  test.skipIf(!hasShell("fish"))("are what fish offers", () => {
    const file = writeTo(folder, "scrubjay.fish", scrubjay(["completion", "fish"]).stdout);
    const of = (line: string): string[] =>
      spawnSync("fish", ["-c", `source ${file}; complete -C '${line}'`], { encoding: "utf8" })
        .stdout.split("\n")
        .map((row) => row.split("\t")[0]!)
        .filter((word) => word !== "");
    expect(of("scrubjay audit --comp")).toEqual(["--compare"]);
    expect(of("scrubjay rules --format t")).toEqual(["table"]);
    expect(of("scrubjay --comp")).toEqual([]);
  });

  test.each([
    [["completion"], "no shell is given; allowed are bash, zsh, fish"],
    [["completion", "tcsh"], '"tcsh" is no shell that is known; allowed are bash, zsh, fish'],
    [["completion", "bash", "zsh"], "one shell at a time; allowed are bash, zsh, fish"],
  ])("%j is refused", (args, message) => {
    const { stdout, stderr, status } = scrubjay(args);
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
    expect(stderr).toBe(`scrubjay: ${message} (scrubjay completion --help)\n`);
  });
});

describe("the man page", () => {
  const page = readFileSync(join(root, "dist", "scrubjay.1"), "utf8");

  test("is in the package, and has every command and flag with its help", () => {
    const { man } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(man).toBe("./dist/scrubjay.1");
    const text = page.replaceAll("\\-", "-");
    for (const name of TOOL_NAMES) expect(text).toContain(`.SS scrubjay ${name}\n`);
    for (const { name, help } of FLAGS) {
      expect(text).toContain(`--${name}`);
      expect(text).toContain(`\n${help}\n`);
    }
  });

  test.skipIf(spawnSync("groff", ["--version"]).status !== 0)("is read without a complaint", () => {
    const { stdout, stderr } = spawnSync("groff", ["-man", "-Tascii", "-ww"], {
      input: page,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(stdout.replace(/.\x08/g, "")).toContain("EXIT STATUS");
  });
});
