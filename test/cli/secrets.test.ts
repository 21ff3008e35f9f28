import { afterEach, describe, expect, test } from "vitest";
import { folderOf, scrubjay, writeTo } from "./program.ts";

const folder = folderOf("secrets");

describe("--secret-env", () => {
  afterEach(() => {
    for (const name of Object.keys(process.env)) if (name.startsWith("SJTEST_")) delete process.env[name];
  });

  test("takes the values of all variables that it names, but for ports and words", () => {
    process.env.SJTEST_KEY = "zq7Lvm4kx9";
    process.env.SJTEST_PORT = "5432";
    process.env.SJTEST_OTHER = "correct horse 7 battery";
    const { stdout, stderr, status } = scrubjay(
      ["--secret-env", "SJTEST_*", "--stats=json"],
      "port 5432 zq7Lvm4kx9 correct%20horse%207%20battery\n",
    );
    expect(stdout).toBe("port 5432 [REDACTED] [REDACTED]\n");
    const [note, stats] = stderr.split("\n");
    expect(note).toBe("scrubjay: --secret-env: too short or like a word, so not looked for: SJTEST_PORT");
    expect(JSON.parse(stats!).byRule).toEqual({ "secret/known": 2 });
    expect(status).toBe(0);
  });

  test("is refused where it names nothing, or nothing that can be looked for", () => {
    process.env.SJTEST_PORT = "5432";
    expect(scrubjay(["--secret-env", "SJTEST_NO*"])).toMatchObject({
      stderr: expect.stringContaining("--secret-env SJTEST_NO*: no variable of that name has a value"),
      status: 2,
    });
    const refused = scrubjay(["--secret-env", "SJTEST_PORT"]);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain("SJTEST_PORT has fewer than 8 characters");
    expect(refused.stderr).not.toContain("5432");
  });

  test("holds for a command that is run", () => {
    process.env.SJTEST_KEY = "zq7Lvm4kx9";
    const { stdout } = scrubjay(["--secret-env", "SJTEST_KEY", "--", "sh", "-c", 'echo "got $SJTEST_KEY"']);
    expect(stdout).toBe("got [REDACTED]\n");
  });
});

describe("--secret-file", () => {
  const block = (body: string): string => `-----BEGIN THING-----\n${body}\n-----END THING-----\n`;

  test("takes a value a line, and key blocks", () => {
    const body = `${"zQ7m4kx".repeat(9)}\n${"L0vC2pR".repeat(8)}`;
    const file = writeTo(folder, "values", `zq7Lvm4kx9\r\n\n${block(body)}other-Val1ue\n`);
    const text = `a zq7Lvm4kx9 b other-val1ue c\n${JSON.stringify({ key: block(body) })}\n`;
    const { stdout } = scrubjay(["--secret-file", file], text);
    expect(stdout).toBe('a [REDACTED] b [REDACTED] c\n{"key":"[REDACTED]\\n"}\n');
  });

  test("is refused with the line, and without what stands there", () => {
    const file = writeTo(folder, "short", "zq7Lvm4kx9\nsecret\n");
    const { stderr, status } = scrubjay(["--secret-file", file]);
    expect(stderr).toMatch(/--secret-file \S+: line 2 has fewer than 8 characters/);
    expect(stderr).not.toMatch(/line 2.*\bsecret\b/);
    expect(status).toBe(2);
    expect(scrubjay(["--secret-file", writeTo(folder, "empty", "\n")]).stderr).toContain("is empty");
    expect(scrubjay(["--secret-file", `${folder}/none`]).stderr).toContain("cannot be read: ENOENT");
  });
});

test("--learn replaces what was seen under a name, in the lines that follow", () => {
  const value = ["x7Kp2", "Qm9Zt4", "Wv"].join("");
  const { stdout } = scrubjay(
    ["--learn", "--censor", "label"],
    `before ${value}\npassword=${value} again ${value}\nlater ${value}\n`,
  );
  expect(stdout).toBe(
    `before ${value}\npassword=[REDACTED:key/password] again [REDACTED:secret/learnt]\nlater [REDACTED:secret/learnt]\n`,
  );
});
