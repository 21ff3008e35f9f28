import { describe, expect, test } from "vitest";
import { helpText, parseCommand } from "../../../src/cli/flags/filter-command.ts";
import { UsageError } from "../../../src/cli/flags/read-flags.ts";
import { FLAGS, flagsOf } from "../../../src/cli/flags/table.ts";
import { TOOL_NAMES } from "../../../src/cli/tool-names.ts";
import { scrubjay } from "../program.ts";

const nothing = {
  does: "filter",
  run: [],
  inPlace: false,
  suffix: undefined,
  dryRun: false,
  isBinary: false,
  byLine: false,
  tee: undefined,
  stats: undefined,
  check: false,
  censor: undefined,
  keyFile: undefined,
  rules: undefined,
  keys: undefined,
  allow: undefined,
  learn: false,
  observe: false,
};

describe("parseCommand", () => {
  test.each([
    [[], { ...nothing, files: ["-"] }],
    [["a.log", "-", "b.log"], { ...nothing, files: ["a.log", "-", "b.log"] }],
    [
      ["--stats", "--", "app", "--stats", "--"],
      { ...nothing, stats: "text", run: ["app", "--stats", "--"], files: ["-"] },
    ],
    [["-i", "a.log", "b.log"], { ...nothing, inPlace: true, files: ["a.log", "b.log"] }],
    [["-i.bak", "a.log"], { ...nothing, inPlace: true, suffix: ".bak", files: ["a.log"] }],
    [["--in-place=~", "-i", "a"], { ...nothing, inPlace: true, suffix: "~", files: ["a"] }],
    [["-i", "--dry-run", "a"], { ...nothing, inPlace: true, dryRun: true, files: ["a"] }],
    [["--binary", "a"], { ...nothing, isBinary: true, files: ["a"] }],
    [["--", "app", "-i.bak"], { ...nothing, run: ["app", "-i.bak"], files: ["-"] }],
    [["--tee", "a", "--line-buffered", "--tee=b"], { ...nothing, byLine: true, tee: "b", files: ["-"] }],
    [["--stats", "a"], { ...nothing, stats: "text", files: ["a"] }],
    [["--censor", "label"], { ...nothing, censor: "label", files: ["-"] }],
    [["--censor=label", "--censor=a/*=mask"], { ...nothing, censor: "label,a/*=mask", files: ["-"] }],
    [["--stats=json", "--check"], { ...nothing, stats: "json", check: true, files: ["-"] }],
    [["--reply=json"], { ...nothing, reply: "json", files: ["-"] }],
    [["--key-file", "k"], { ...nothing, keyFile: "k", files: ["-"] }],
    [["--rules", "github/*, npm/token"], { ...nothing, rules: ["github/*", "npm/token"], files: ["-"] }],
    [["--keys=ssn,", "--keys", "pin"], { ...nothing, keys: ["ssn", "pin"], files: ["-"] }],
    [["--allow", "a,b", "--allow=c"], { ...nothing, allow: ["a,b", "c"], files: ["-"] }],
    [
      ["--secret-env=DB_*,API_KEY", "--secret-file", "a", "--secret-file=b", "--learn"],
      { ...nothing, secretEnv: ["DB_*", "API_KEY"], secretFiles: ["a", "b"], learn: true, files: ["-"] },
    ],
    [["--stats=prometheus", "--observe"], { ...nothing, stats: "prometheus", observe: true, files: ["-"] }],
    [["--keep-only", "level, req.method"], { ...nothing, keepOnly: ["level", "req.method"], files: ["-"] }],
    [["-h", "--stats"], { does: "help" }],
    [["-V"], { does: "version" }],
    [["-hV"], { does: "help" }],
  ])("%j", (args, command) => {
    expect(parseCommand(args)).toEqual(command);
  });

  test.each([
    [["--bogus"], /--bogus.*--censor/],
    [["--lin-bufered"], /unknown flag --lin-bufered \(did you mean --line-buffered\?\)$/],
    [["--bogus=value"], /--bogus;/],
    [["-x"], /-x;.*--help/],
    [["--no-stats"], /--no-stats/],
    [["--censor"], /--censor needs a value: --censor NAME/],
    [["--censor="], /--censor needs a value/],
    [["--stats=yes"], /--stats="yes" is unknown; allowed are json, prometheus/],
    [["--observe", "-i", "a"], /--observe replaces nothing.*--dry-run/],
    [["--check", "--", "true"], /--check cannot be used with a command or --in-place/],
    [["--check", "-i", "a"], /--check cannot be used with a command or --in-place/],
    [["--rules", ","], /--rules/],
    [["--"], /-- needs a command/],
    [["a.log", "--", "app"], /-- starts a command.*\.\/-x/],
    [["-i", "--", "app"], /-- starts a command/],
    [["-i"], /--in-place needs files/],
    [["-i", "a.log", "-"], /--in-place needs files/],
    [["-i", "--tee", "b", "a.log"], /--in-place.*--tee/],
    [["--dry-run", "a"], /--dry-run needs --in-place/],
    [["-i", "--dry-run"], /--in-place needs files/],
    [["--in-place=a/b", "a"], /cannot contain.*--in-place=\.bak/],
    [["-ix", "a"], /unknown flag -x/],
    [["--constructor"], /--constructor/],
    [["--__proto__"], /--__proto__/],
  ])("%j is refused in one line", (args, message) => {
    expect(() => parseCommand(args)).toThrow(UsageError);
    expect(() => parseCommand(args)).toThrow(message);
    expect(() => parseCommand(args)).not.toThrow(/\n/);
  });
});

test("help fits a screen and names every flag", () => {
  const lines = helpText().trimEnd().split("\n");
  expect(lines.length).toBeLessThanOrEqual(40);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  for (const { name } of flagsOf("filter")) expect(helpText()).toContain(`--${name}`);
});

describe("the table of flags", () => {
  test("is what the help of each subcommand is made of", () => {
    for (const tool of TOOL_NAMES) {
      const { stdout } = scrubjay([tool, "--help"]);
      const shown = [...stdout.matchAll(/^ {2}(?:-\w, | {4})--([\w-]+)/gm)].map(([, name]) => name);
      expect(shown).toEqual(flagsOf(tool).map(({ name }) => name));
      for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    }
  });

  test("has each name once a command, and no flag that nothing takes", () => {
    for (const command of ["filter", ...TOOL_NAMES] as const) {
      const names = flagsOf(command).map(({ name }) => name);
      expect(names).toEqual([...new Set(names)]);
    }
    expect(FLAGS.filter(({ of }) => of.length === 0)).toEqual([]);
  });

  test.each([
    [["--baseline", "a"], "unknown flag --baseline: that is a flag of scrubjay audit"],
    [
      ["audit", "--censor", "label"],
      "unknown flag --censor: that is a flag of scrubjay, scrubjay kafka and scrubjay compile",
    ],
    [["explain", "--ruls", "a"], "unknown flag --ruls (did you mean --rules?)"],
    [["completion", "--formt"], "unknown flag --formt"],
  ])("tells what %j may have meant", (args, message) => {
    const { stderr, status } = scrubjay(args);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });
});
