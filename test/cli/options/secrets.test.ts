import { afterEach, describe, expect, test } from "vitest";
import { folderOf, scrubjay, writeTo } from "../program.ts";

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

describe("secrets in subcommands", () => {
  const secret = ["zq7L", "vm4kx9"].join("");
  const base64 = Buffer.from(`x${secret}yz`).toString("base64");
  const env = { SJTEST_GIVEN: secret, SCRUBJAY_HMAC_KEY: "0123456789abcdef0123" };
  const input = `got ${secret} and ${base64} and password=${secret}\n`;
  const withEnv = (args: readonly string[]) => {
    Object.assign(process.env, env);
    try {
      return scrubjay(args, input);
    } finally {
      delete process.env.SCRUBJAY_HMAC_KEY;
    }
  };

  test("an audit finds them in every form, with the pseudonym that the filter writes", () => {
    const { stdout, status } = withEnv(["audit", "--secret-env", "SJTEST_GIVEN", "-"]);
    const found = stdout.trimEnd().split("\n");
    expect(status).toBe(1);
    expect(found.map((line) => /:\d+: ([\w/-]+)#/.exec(line)?.[1])).toEqual([
      "secret/known",
      "secret/known",
      "secret/known",
    ]);
    const digests = new Set(found.map((line) => /#(\w+)/.exec(line)![1]));
    expect(digests.size).toBe(1);
    const filtered = withEnv(["--secret-env", "SJTEST_GIVEN", "--censor", "hash"]).stdout;
    expect(filtered).toContain(`[REDACTED:secret/known#${[...digests][0]}]`);
  });

  test("an audit reports what the filter replaces, also where a match and a value overlap", () => {
    const secrets = [secret, ["Qm9Z", "t4Wv77"].join("")];
    const text = [
      `Authorization: Bearer ${secrets.join("")}`,
      `{"token":"a${secrets[1]}b"}`,
      `-----BEGIN PRIVATE KEY-----\n${secret}${"aB3".repeat(9)}\n-----END PRIVATE KEY-----`,
      `https://ann:${secrets[0]}${secrets[0]}@shop.example/`,
      `x ${secrets[0]!.slice(0, 6)}\n${secrets[0]!.slice(6)} y`,
    ].join("\n");
    const args = ["--secret-file", writeTo(folder, "both", `${secrets.join("\n")}\n`)];
    process.env.SCRUBJAY_HMAC_KEY = env.SCRUBJAY_HMAC_KEY;
    try {
      const marks = scrubjay([...args, "--censor", "hash"], text).stdout.matchAll(/\[REDACTED:([^\]]+)\]/g);
      const { findings } = JSON.parse(scrubjay(["audit", "--format", "json", ...args, "-"], text).stdout);
      const found = findings.map(({ rule, pseudonym }: Record<string, string>) => `${rule}#${pseudonym}`);
      expect(found.sort()).toEqual([...marks].map(([, mark]) => mark).sort());
    } finally {
      delete process.env.SCRUBJAY_HMAC_KEY;
    }
  });

  test("an explanation tells where they stand, and shows nothing of them", () => {
    const { stdout } = withEnv(["explain", "--secret-env", "SJTEST_GIVEN", "-"]);
    expect(stdout).toContain("1:5 to 1:15 (10 bytes: ");
    expect(stdout).toContain("secret/known, a value that was given as secret");
    expect(stdout).not.toContain(secret);
  });

  test("the environment names them, too, and flags win", () => {
    process.env.SJTEST_GIVEN = secret;
    process.env.SCRUBJAY_SECRET_ENV = "SJTEST_GIVEN";
    process.env.SCRUBJAY_SECRET_FILE = writeTo(folder, "given", "other-Val1ue\n");
    try {
      expect(scrubjay([], `a ${secret} other-val1ue\n`).stdout).toBe("a [REDACTED] [REDACTED]\n");
      const file = writeTo(folder, "third", "third-Val1ue\n");
      expect(scrubjay(["--secret-file", file], `a ${secret} other-val1ue third-val1ue\n`).stdout).toBe(
        "a [REDACTED] other-val1ue [REDACTED]\n",
      );
      expect(scrubjay(["audit", "-"], `a ${secret}\n`).stdout).toContain("secret/known");
    } finally {
      delete process.env.SCRUBJAY_SECRET_ENV;
      delete process.env.SCRUBJAY_SECRET_FILE;
    }
  });
});

test("an audit learns with --learn", () => {
  const value = ["x7Kp2", "Qm9Zt4", "Wv"].join("");
  const input = `password=${value}\nlater ${value}\n`;
  expect(scrubjay(["audit", "--learn", "-"], input).stdout).toContain("2:7: secret/learnt");
  expect(scrubjay(["audit", "-"], input).stdout).not.toContain("2:7");
});
