import { describe, expect, test } from "vitest";
import { notationCases } from "../../kernel/cases/notation-cases.ts";
import { folderOf, scrubjay, TOKEN, writeTo } from "../program.ts";

const explained = (args: readonly string[], input = ""): string => {
  const { stdout, stderr, status } = scrubjay(["explain", ...args], input);
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  return stdout;
};

describe("scrubjay explain", () => {
  // biome-ignore format: a table
  test.each([
    ["what was found, where, by which rule and why", "user=ann password=hunter22x", ["found: 1", "1:19 to 1:28 (9 bytes: lower-case letters, digits): key/password, Password", "in plain text", "a name of key/password in the line: taken, its value starts at 1:19", "left: 0"]],
    ["lines and columns", "é\né password: hunter22x", ["2:13 to 2:22 (9 bytes"]],
    ["the notation and the frame", '{"body":"{\\"apiKey\\":\\"hunter22x\\"}"}', ["in a string whose quotes have 1 backslash", "a name of key/api-key in a string: taken"]],
    ["a token, and its check", `got ${TOKEN}`, ["1:5 to 1:45 (40 bytes: ", "github/pat", "it matches 1:5 to 1:45", "its check fails"]],
    ["a placeholder", "token=null", ["found: 0", "1:5, the end of a name of key/token, Token (in the line): what stands at 1:7 is a placeholder or no value"]],
    ["a name without a value", "password is set", ["1:8, the end of a name of key/password", "no value follows it"]],
    ["a token that is too plain", "npm_lifecycle_event", ["1:1, npm/token, npm access token: too short or too plain for a token"]],
    ["a rule that is off", "mail ann@shop.example", ["1:6 to 1:22 (16 bytes: lower-case letters, punctuation): pii/email, Email address: the rule is off"]],
  ] as const)("tells %s", (_, text, parts) => {
    const stdout = explained(["-"], text);
    for (const part of parts) expect(stdout).toContain(part);
  });

  test("a word may be allowed, or its rule be off", () => {
    expect(explained(["--allow", "hunter22x", "password=hunter22x"])).toContain(
      "1:10 to 1:19 (9 bytes: lower-case letters, digits): key/password, Password: the options allow it",
    );
    expect(explained(["--rules", "github/*", "password=hunter22x"])).toContain(
      "key/password, Password: the rule is off",
    );
  });

  test("why a given word was left", () => {
    const text = "flag=on1234 password=hunter22x token: ***";
    expect(explained(["--word", "on1234", text])).toMatch(
      /^found: 0\nleft: \d+\n(?: {2}.*(?:no sensitive name|no rule looks at it).*\n)+$/,
    );
    expect(explained(["--word", "***", text])).toContain("a name of key/token");
    expect(explained(["--word", "***", text])).not.toContain("key/password");
    expect(explained(["--word", "hunter22x", text])).toContain("found: 1");
  });

  test("of a name, too, and of a value that is allowed", () => {
    const text = "team=ann password=hunter22x token=null";
    expect(explained(["--word", "password", text])).toMatch(/^found: 1\n {2}1:19 to 1:28 .*key\/password/);
    expect(explained(["--word", "token", text])).toMatch(/^found: 0\n.*\n.*is a placeholder or no value/);
    expect(explained(["--word", "team", text])).toMatch(/^found: 0\n.*\n.*no sensitive name/);
    expect(explained(["--word", "hunter22x", "--allow", "hunter22x", text])).toContain(
      "key/password, Password: the options allow it",
    );
  });

  test("own rules of a configuration, and what they allow", () => {
    const rules = [
      { id: "acme/token", name: "Acme", pattern: "acme_[a-z0-9]{9}", allow: ["acme_000000001"] },
    ];
    const file = writeTo(folderOf("explain"), "c.json", JSON.stringify({ rules, keys: ["door"] }));
    const run = (...args: readonly string[]) => scrubjay(["explain", "--config", file, ...args]);
    expect(run("acme/token").stdout).toBe("acme/token: Acme\n  known by its shape; of the configuration\n");
    const { stdout, stderr, status } = run("x acme_abc123def y acme_000000001 door=12345");
    expect({ stderr, status }).toEqual({ stderr: `scrubjay: configuration: ${file}\n`, status: 0 });
    expect(stdout).toContain(
      "1:3 to 1:17 (14 bytes: lower-case letters, punctuation, digits): acme/token, Acme\n",
    );
    expect(stdout).toContain("acme/token, Acme: the options allow it");
    expect(stdout).toContain("user/key");
  });

  test("the rules of an issuer, and a text with a slash", () => {
    const rules = explained(["github/*"]);
    expect(rules).toMatch(/^github\/pat: /);
    expect(rules.match(/^github\//gm)!.length).toBeGreaterThan(5);
    expect(explained(["usr/bin"])).toBe("found: 0\nleft: 0\n");
  });

  test("nothing of the text is shown", () => {
    const texts = Object.values(notationCases)
      .flat()
      .map(([text]) => text)
      .filter((text) => text.includes("hunter22x"));
    const stdout = explained(["-"], texts.slice(0, 300).join("\n\n"));
    expect(stdout).toMatch(/^found: \d{2,}/);
    expect(stdout).not.toContain("hunter");
  });

  test("finds what the filter finds", () => {
    const text = Object.values(notationCases)
      .flat()
      .slice(0, 200)
      .map(([text]) => text.replace(/[«»]/g, ""))
      .join("\n\n");
    const marks = [...scrubjay(["--censor", "label"], text).stdout.matchAll(/\[REDACTED:([^\]]+)\]/g)].map(
      ([, rule]) => rule,
    );
    const found = [...explained(["-"], text).matchAll(/^ {2}\d+:\d+ to \d+:\d+ \([^)]*\): ([\w/-]+)/gm)].map(
      ([, rule]) => rule,
    );
    expect(marks.length).toBeGreaterThan(50);
    expect(found.slice(0, marks.length)).toEqual(marks);
  });

  test("tells of a rule", () => {
    expect(explained(["github/pat"])).toMatch(
      /^github\/pat: GitHub personal access token .*\n {2}known by its shape; on by default\n {2}https:/,
    );
  });

  test.each([
    [["explain"], "", /no text is given; "-" is standard input \(scrubjay explain --help\)/],
    [["explain", "--word", "zzz", "abc"], "", /--word is not in the text/],
    [["explain", "-"], "x".repeat(200_000), /the text has 200000 bytes; it can have \d+; give fewer lines/],
    [["explain", "github/nope"], "", /unknown rule "github\/nope"; rules of github are github\/pat, /],
    [["explain", "gihub/pat"], "", /unknown rule "gihub\/pat" \(did you mean "github\/pat"\?\)/],
    [["explain", "gihub/*"], "", /unknown rule "gihub\/\*" \(did you mean "github\/\*"\?\)/],
    [["explain", "--wrod", "a", "b"], "", /did you mean --word/],
  ])("%j is refused in one line", (args, input, message) => {
    const { stdout, stderr, status } = scrubjay(args, input);
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd()).not.toContain("\n");
  });
});
