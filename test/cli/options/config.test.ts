import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderOf, program, writeTo } from "../program.ts";

const folder = folderOf("config");
let count = 0;

interface Case {
  readonly config: string | object;
  readonly args?: readonly string[];
  readonly input?: string;
  readonly env?: Record<string, string>;
  /** Where the file is called so, it is found and not named. */
  readonly name?: string;
}

function run({ config, args, input = "", env = {}, name = "my.json" }: Case) {
  const cwd = join(folder, String(count++));
  mkdirSync(cwd);
  writeTo(cwd, name, typeof config === "string" ? config : JSON.stringify(config, null, 2));
  const given = args ?? (name === "my.json" ? ["--config", "my.json"] : []);
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...given], {
    cwd,
    input,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { stdout, stderr, status };
}

const found = "scrubjay.config.json";
const own = { id: "acme/key", pattern: "acme_[a-z0-9]{12}", entropy: 2.5, censor: "label" };

describe("a configuration file", () => {
  test.each([
    ["named by the flag", { args: ["--config", "my.json"] }, "my.json"],
    ["named by the environment", { args: [], env: { SCRUBJAY_CONFIG: "my.json" } }, "my.json"],
  ])("%s adds keys and rules, and is named once", (_, how, name) => {
    const result = run({
      config: { $schema: "x", keys: ["ssn"], rules: [own] },
      input: "ssn=123 acme_a1b2c3d4e5f6 acme_aaaaaaaaaaaa password=hunter2\n",
      ...how,
    });
    expect(result).toEqual({
      stdout: "ssn=[REDACTED] [REDACTED:acme/key] acme_aaaaaaaaaaaa password=[REDACTED]\n",
      stderr: `scrubjay: configuration: ${name}\n`,
      status: 0,
    });
  });

  test("one that is named may turn rules off and allow values", () => {
    const config = { rules: ["!key/password"], keys: ["!reset token"], allow: ["x1y2z3"], censor: "label" };
    const { stdout } = run({
      config,
      input: "password=hunter2 token=x1y2z3 secret=hunter2 resetToken=hunter2\n",
    });
    expect(stdout).toBe("password=hunter2 token=x1y2z3 secret=[REDACTED:key/secret] resetToken=hunter2\n");
  });

  test("one that observes replaces no files", () => {
    const { stderr, status } = run({
      config: { mode: "observe" },
      args: ["--config", "my.json", "-i", "my.json"],
    });
    expect(stderr).toContain('mode "observe" of the configuration replaces nothing');
    expect(status).toBe(2);
  });

  test("flags win over it or add to it", () => {
    const config = { rules: [own, "key/password"], keys: ["ssn"], censor: "label" };
    const args = ["--config", "my.json", "--rules", "key/token", "--keys", "iban", "--censor", "mask"];
    const { stdout } = run({
      config,
      args,
      input: "password=hunter2 token=abc12 ssn=1 iban=22 acme_a1b2c3d4e5f6\n",
    });
    expect(stdout).toBe("password=hunter2 token=***** ssn=* iban=** [REDACTED:acme/key]\n");
  });

  test("an audit and an explanation read it, too", () => {
    const config = { rules: [own] };
    const input = "x acme_a1b2c3d4e5f6\n";
    expect(run({ config, args: ["audit", "--config", "my.json", "-"], input }).stdout).toContain("acme/key");
    expect(run({ config, args: ["explain", "--config", "my.json", "-"], input }).stdout).toContain(
      "acme/key",
    );
  });

  // biome-ignore format: a table
  test.each<[object, RegExp]>([
    [{ rules: ["!jwt/jws"] }, /scrubjay\.config\.json:3:5: "!jwt\/jws" turns rules off; .* may only add: name the file with --config scrubjay\.config\.json/],
    [{ rules: ["pii/*", "github/*"] }, /:4:5: "github\/\*" turns rules off/],
    [{ rules: ["default", "headers-only"] }, /:4:5: "headers-only" turns rules off/],
    [{ rules: ["strict", "!pii/*"] }, /:4:5: "!pii\/\*" turns rules off/],
    [{ rules: [own] }, /:3:5: a rule of one's own can hide a secret/],
    [{ rules: [{ id: "key/password", pattern: "zzzzzz" }] }, /:3:5: a rule of one's own/],
    [{ rules: [{ id: "a/b", key: ["zzz"], not: ["password"] }] }, /:3:5: a rule of one's own/],
    [{ rules: [{ id: "a/b", pattern: "password=", censor: "remove" }] }, /:3:5: a rule of one's own/],
    [{ rules: [{ id: "a/b", begin: "password", end: "zzz" }] }, /:3:5: a rule of one's own/],
    [{ keys: ["a1b", "!reset token"] }, /:4:5: "!reset token" takes a name out/],
    [{ keys: [" !password"] }, /:3:5: " !password" takes a name out/],
    [{ keys: ["=password"] }, /:3:5: "=password" is no plain name/],
    [{ keys: [{ name: "password", censor: { keepLast: 8 } }] }, /:3:5: a name with a censor of its own/],
    [{ keys: ["ok", "insert into"] }, /:4:5: "insert into" is how the catalogue finds other secrets/],
    [{ keys: [{ name: "iban" }] }, /:3:5: a name with a censor of its own/],
    [{ allow: ["x1"] }, /:2:3: allow lets values through/],
    [{ censor: { keepLast: 4 } }, /:2:3: censor is not one of redacted, label, hash; /],
    [{ censor: { "*": "label" } }, /:2:3: censor is not one of/],
    [{ censor: { text: "password=x" } }, /:2:3: censor is not one of/],
    [{ censor: "remove" }, /:2:3: censor is not one of/],
    [{ censor: "mask" }, /:2:3: censor is not one of/],
    [{ censor: "claims" }, /:2:3: censor is not one of/],
    [{ mode: "observe" }, /:2:3: mode turns all rules off/],
    [{ keepOnly: ["value"] }, /:2:3: keepOnly takes away what other values are known by/],
  ])("one that is found may only add: %j", (config, message) => {
    const { stdout, stderr, status } = run({ config, name: found, input: "password=hunter2\n" });
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
    expect(stderr).toMatch(message);
  });

  test.each<[object]>([
    [{ rules: ["pii/email", "pii/*"] }],
    [{ rules: ["strict"] }],
    [{ censor: "label" }],
    [{ keys: ["X-Door-Code", "straße"] }],
    [{ learn: true, secrets: ["zq7Lvm4kx9"], mode: "redact" }],
    [{}],
  ])("one that is found may add: %j", (config) => {
    expect(run({ config, name: found, input: "x\n" })).toMatchObject({ stdout: "x\n", status: 0 });
  });

  test("names of the catalogue that one that is found has take nothing away", () => {
    const lines = [
      "password=hunter2",
      "Authorization: Bearer hunter2",
      "Cookie: a=hunter2; b=hunter3",
      "Set-Cookie: sid=hunter2; Path=/",
      "X-Api-Key: hunter2",
      "Proxy-Authorization: Basic aHVudGVyMjpodW50ZXIy",
      "dsn=postgres://ann:hunter2@db.example/x",
      "token: hunter2",
      "DB_PASSWORD_EU=hunter2",
      "API_KEY_PROD=Zq8Lw2Xk9hunter4",
      '{"cookies":{"sid":"hunter2"},"Authorization":"Bearer hunter2"}',
    ];
    const names = ["password", "authorization", "cookie", "cookies", "set cookie", "api key", "token", "dsn"];
    const input = `${lines.join("\n")}\n`;
    const { stdout } = run({ config: { keys: names }, name: found, input });
    expect(stdout).not.toMatch(/hunter|aHVu/);
  });

  test("one that is found adds its names, and is named once", () => {
    expect(run({ config: { keys: ["ssn"], censor: "label" }, name: found, input: "ssn=123\n" })).toEqual({
      stdout: "ssn=[REDACTED:user/key]\n",
      stderr: `scrubjay: configuration: ${found}\n`,
      status: 0,
    });
  });

  test.skipIf(process.platform === "win32").each([
    [
      "a pipe",
      (file: string) => execFileSync("mkfifo", [file]),
      "not a regular file; pipes and devices are not read",
    ],
    [
      "a device",
      (file: string) => symlinkSync("/dev/zero", file),
      "not a regular file; pipes and devices are not read",
    ],
    ["a directory", (file: string) => mkdirSync(file), "a directory, not a file"],
  ])("%s in its place is refused", (_, make, what) => {
    const cwd = join(folder, String(count++));
    mkdirSync(cwd);
    make(join(cwd, found));
    for (const args of [[], ["--config", found]]) {
      const given = { cwd, input: "x\n", encoding: "utf8", timeout: 20_000 } as const;
      const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...args], given);
      expect({ stdout, stderr, status }).toEqual({
        stdout: "",
        stderr: `scrubjay: configuration ${found} is ${what} (scrubjay --help)\n`,
        status: 2,
      });
    }
  });

  test("one over a megabyte is refused with the limit", () => {
    expect(run({ config: `{}${" ".repeat(999_999)}`, input: "x\n" })).toEqual({
      stdout: "",
      stderr:
        "scrubjay: configuration my.json has 1000001 bytes; at most 1000000 are read (scrubjay --help)\n",
      status: 2,
    });
  });

  // biome-ignore format: a table
  test.each<[what: string, config: string | object, message: RegExp]>([
    ["no JSON", '{\n  "keys": ["a]\n}', /^scrubjay: my\.json:2:12: found a string that does not end, but a value is allowed here/],
    ["a name that stands twice", '{"keys":["a1b"],"keys":[]}', /my\.json:1:17: "keys" stands twice in this object/],
    ["a comment", '// names\n{}', /my\.json:1:1: comments are not JSON/],
    ["a misspelt pattern", { rules: [{ id: "a/b", patern: "x" }] }, /rule a\/b has no pattern.*did you mean "pattern"/],
    ["no keywords", { rules: [{ id: "a/b", pattern: "xyz", keywords: [] }] }, /keywords must have at least one word/],
    ["an empty keyword", { rules: [{ id: "a/b", pattern: "xyz", keywords: [""] }] }, /keywords must be a list of strings/],
    ["no name", { rules: [{ id: "a/b", key: [] }] }, /key must have at least one word/],
    ["an empty end", { rules: [{ id: "a/b", begin: "xyz", end: "" }] }, /end must not be empty/],
    ["a list", "[]", /my\.json:1:1: the file must hold an object of options/],
    ["an unknown option", { rulez: [] }, /my\.json:2:3: unknown option "rulez" \(did you mean "rules"\?\); allowed are rules, /],
    ["an unknown rule", { rules: ["pii/*", "github/patt"] }, /my\.json:4:5: unknown rule "github\/patt" \(did you mean "github\/pat"\?\)/],
    ["an unknown field", { rules: [{ id: "a/b", pattern: "xyz", entrpy: 3 }] }, /my\.json:6:7: rule a\/b: unknown field "entrpy" \(did you mean "entropy"\?\)/],
    ["a value of another type", { keys: ["ok", 7] }, /my\.json:4:5: option keys must be an array of names; it contains 7/],
    ["a pattern that is not linear", { rules: [{ id: "a/b", pattern: "(?=x)" }] }, /my\.json:5:7: rule a\/b: lookahead \(\?=…\) at position 0 of pattern/],
    ["a secret that is too short", { secrets: ["zq7Lvm4kx9", "abcdefg"] }, /my\.json:4:5: secrets\[1\] has fewer than 8 characters(?!.*abcdefg)/],
    ["a function", { onMatch: "f" }, /my\.json:2:3: onMatch is a function, which works only in code; allowed are rules, /],
    ["paths", { paths: ["a"] }, /my\.json:2:3: a stream of bytes does not take paths.*; allowed are rules, /],
    ["an unknown censor", { censor: "label2" }, /my\.json:2:3: unknown censor "label2".*; allowed are/],
  ])("%s is refused with its place", (_, config, message) => {
    const { stdout, stderr, status } = run({ config, input: "password=hunter2\n" });
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd()).not.toContain("\n");
  });

  test("one that is missing is refused", () => {
    expect(run({ config: {}, args: ["--config", "none.json"] })).toMatchObject({
      stderr: "scrubjay: configuration none.json cannot be read: ENOENT (scrubjay --help)\n",
      status: 2,
    });
  });
});

describe("--gitleaks", () => {
  const toml =
    "[[rules]]\nid = \"acme-key\"\nregex = '''acme_[a-z0-9]{8}'''\n[[rules]]\nid = \"files\"\npath = '''x'''\n";

  test("adds the rules of the file, and names those that are not used", () => {
    const { stdout, stderr, status } = run({
      config: toml,
      args: ["--gitleaks", "my.json", "--censor", "label"],
      input: "acme_1a2b3c4d password=hunter2\n",
    });
    expect({ stdout, status }).toEqual({
      stdout: "[REDACTED:gitleaks/acme-key] password=[REDACTED:key/password]\n",
      status: 0,
    });
    expect(stderr).toBe(
      "scrubjay: my.json:5:1: rule files is not used: it looks at names of files alone\nscrubjay: my.json: 1 rule\n",
    );
  });

  test.each([
    ["rules = [", /my\.json:1:\d+: not TOML/],
    ["[[rules]]\nregex = 'a'\n", /my\.json:1:1: a rule has no id/],
  ])("a file with %j is refused, and nothing starts", (config, message) => {
    const { stdout, stderr, status } = run({ config, args: ["--gitleaks", "my.json"], input: "x\n" });
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
    expect(stderr).toMatch(message);
  });
});
