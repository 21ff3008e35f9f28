import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { environmentOptions } from "../../../src/config/environment.ts";
import { run } from "./run.ts";

const logged = (env: Record<string, string>, script: string): string =>
  run(script, undefined, undefined, env).stdout;

describe("options from the environment", () => {
  test("keys, rules and a censor", () => {
    const script = 'console.log("ssn=078-05-1120 password=hunter2", { iban: "none" });';
    expect(logged({ SCRUBJAY_KEYS: "ssn, iban" }, script)).toBe(
      "ssn=[REDACTED] password=[REDACTED] { iban: '[REDACTED]' }\n",
    );
    expect(logged({ SCRUBJAY_RULES: "!key/password" }, script)).toContain("password=hunter2");
    expect(logged({ SCRUBJAY_CENSOR: "label" }, script)).toContain("password=[REDACTED:key/password]");
    expect(logged({ SCRUBJAY_KEYS: "", SCRUBJAY_RULES: "", SCRUBJAY_CENSOR: "" }, script)).toContain(
      "password=[REDACTED]",
    );
  });

  test("a configuration file, and what is given besides", () => {
    const folder = mkdtempSync(join(tmpdir(), "scrubjay-register-"));
    try {
      const file = join(folder, "my.json");
      const rule = { id: "acme/key", pattern: "acme_[a-z0-9]{8}", censor: "mask" };
      writeFileSync(
        file,
        JSON.stringify({ $schema: "x", keys: ["ssn"], rules: [rule, "!key/password"], censor: "label" }),
      );
      const script = 'console.log("ssn=1 iban=2 acme_1a2b3c4d password=hunter2");';
      expect(logged({ SCRUBJAY_CONFIG: file }, script)).toBe(
        "ssn=[REDACTED:user/key] iban=2 ************* password=hunter2\n",
      );
      const env = {
        SCRUBJAY_CONFIG: file,
        SCRUBJAY_KEYS: "iban",
        SCRUBJAY_RULES: "default",
        SCRUBJAY_CENSOR: "mask",
      };
      expect(logged(env, script)).toBe("ssn=* iban=* ************* password=*******\n");
      writeFileSync(file, "{");
      const { stdout, stderr, status } = run(script, undefined, undefined, { SCRUBJAY_CONFIG: file });
      expect({ stdout, status }).toEqual({ stdout: "", status: 1 });
      expect(stderr).toBe(
        `scrubjay/register: SCRUBJAY_CONFIG ${file} is not JSON; "scrubjay --config ${file}" says where it is wrong\n`,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("secrets: values of variables and of a file, in every output and form", () => {
    const folder = mkdtempSync(join(tmpdir(), "scrubjay-register-"));
    try {
      const file = join(folder, "values");
      const value = ["zq7L", "vm4kx9"].join("");
      writeFileSync(file, "other-Val1ue\n");
      const script = `console.log(process.env.SJ_A, Buffer.from(process.env.SJ_A).toString("hex"), "other-val1ue", process.env.SJ_B);`;
      const env = {
        SCRUBJAY_SECRET_ENV: "SJ_*",
        SCRUBJAY_SECRET_FILE: file,
        SJ_A: value,
        SJ_B: "5432",
      };
      const { stdout, stderr } = run(script, undefined, undefined, env);
      expect(stdout).toBe("[REDACTED] [REDACTED] [REDACTED] 5432\n");
      expect(stderr).toBe(
        "scrubjay/register: SCRUBJAY_SECRET_ENV: too short or like a word, so not looked for: SJ_B\n",
      );
      const refused = run(script, undefined, undefined, { ...env, SCRUBJAY_SECRET_FILE: `${file}.no` });
      expect({ stdout: refused.stdout, status: refused.status }).toEqual({ stdout: "", status: 1 });
      expect(refused.stderr).toContain(`SCRUBJAY_SECRET_FILE ${file}.no cannot be read: ENOENT`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("in a thread whose environment is another, in a child, and in what an error shows", () => {
    const env = { SCRUBJAY_KEYS: "ssn" };
    expect(
      logged(
        env,
        `import { Worker, isMainThread } from "node:worker_threads";
        new Worker("console.log('ssn=078-05-1120')", { eval: true, env: {} });`,
      ),
    ).toBe("ssn=[REDACTED]\n");
    expect(
      logged(
        env,
        `import { fork } from "node:child_process";
        if (args[0]) console.log("ssn=078-05-1120"); else fork(process.argv[1], ["child"]);`,
      ),
    ).toBe("ssn=[REDACTED]\n");
    const { stderr } = run('throw new Error("ssn=078-05-1120");', undefined, undefined, env);
    expect(stderr).toContain("Error: ssn=[REDACTED]");
    expect(stderr).not.toContain("078-05");
  });

  test.each([
    [{ SCRUBJAY_KEYS: "user.ssn" }, /^scrubjay\/register: keys: "user\.ssn" is a path, .*\n$/],
    [{ SCRUBJAY_KEYS: " , " }, /^scrubjay\/register: SCRUBJAY_KEYS needs at least one name.*\n$/],
    [{ SCRUBJAY_RULES: "no/such-rule" }, /^scrubjay\/register: .*no\/such-rule.*\n$/],
    [
      { SCRUBJAY_CENSOR: "lable" },
      /^scrubjay\/register: SCRUBJAY_CENSOR "lable" is not known \(did you mean "label"\?\).*redacted, label, mask.*\n$/,
    ],
  ])("%j is refused before the program starts", (env, message) => {
    const { stdout, stderr, status } = run('console.log("started");', undefined, undefined, env);
    expect({ stdout, status }).toEqual({ stdout: "", status: 1 });
    expect(stderr).toMatch(message);
    expect(stderr.split("\n")).toHaveLength(2);
  });

  test("nothing said is nothing", () => {
    expect(environmentOptions({ HOME: "/" })).toEqual({});
  });
});
