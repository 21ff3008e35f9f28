import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderOf, root, scrubjay, shell, start, TOKEN, writeTo } from "./program.ts";

const folder = folderOf("filter");
const file = (name: string, text: string): string => writeTo(folder, name, text);

const LOG = `plain\nAuthorization: Bearer ${TOKEN}\n{"password":"hunter2"}\n`;
const CLEAN = 'plain\nAuthorization: Bearer [REDACTED]\n{"password":"[REDACTED]"}\n';

describe("options from the environment", () => {
  const log = "ssn=078-05-1120 password=hunter2\n";
  test.each<[env: string, flags: string, out: string]>([
    ["SCRUBJAY_KEYS=ssn", "", "ssn=[REDACTED] password=[REDACTED]\n"],
    ["SCRUBJAY_CENSOR=label", "", "ssn=078-05-1120 password=[REDACTED:key/password]\n"],
    ["SCRUBJAY_CENSOR=label", "--censor mask", "ssn=078-05-1120 password=*******\n"],
    ["SCRUBJAY_KEYS=other", "--keys ssn", "ssn=[REDACTED] password=[REDACTED]\n"],
    ["SCRUBJAY_RULES='!key/password'", "", log],
    ["SCRUBJAY_KEYS= SCRUBJAY_RULES= SCRUBJAY_CENSOR=", "", "ssn=078-05-1120 password=[REDACTED]\n"],
  ])("%s with %j", (env, flags, out) => {
    expect(shell(`printf '${log.trim()}\\n' | ${env} $S ${flags}`)).toEqual({
      stdout: out,
      stderr: "",
      status: 0,
    });
  });

  test("an option that cannot work is a wrong command line", () => {
    const { stdout, stderr, status } = shell("SCRUBJAY_CENSOR=stars $S < /dev/null");
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
    expect(stderr).toMatch(/^scrubjay: SCRUBJAY_CENSOR "stars" is not known; .*\n$/);
    // What holds in code alone is left out.
    expect(shell("$S --keys user.ssn < /dev/null").stderr).toMatch(
      /^scrubjay: keys: "user\.ssn" is a path, not a name; give the last name of the path(?! \(in code).*\n$/,
    );
  });
});

describe("standard input to standard output", () => {
  test("redacts and leaves the rest", () => {
    expect(scrubjay([], LOG)).toMatchObject({ stdout: CLEAN, stderr: "", status: 0 });
    expect(shell(`$S - < ${file("in.log", LOG)}`)).toMatchObject({ stdout: CLEAN, stderr: "", status: 0 });
  });

  test("nothing in, nothing out", () => {
    expect(shell("$S < /dev/null")).toMatchObject({ stdout: "", stderr: "", status: 0 });
  });

  test("bytes that are no text pass unchanged, a last line without its end too", () => {
    const bytes = Buffer.from("\0\xff\xfe\r\n\x80\0A\x1b[31mred\x1b[0m\r\rCR\n\n\xc3", "latin1");
    expect(scrubjay([], bytes).bytes.equals(bytes)).toBe(true);
  });

  test("twenty megabytes, line for line", () => {
    const line = `{"level":30,"msg":"GET /index.html 200 ${"x".repeat(60)}"}\n`;
    const text = line.repeat(100_000) + LOG + line.repeat(100_000);
    const { stdout, status } = scrubjay([], text);
    expect(status).toBe(0);
    expect(stdout === line.repeat(100_000) + CLEAN + line.repeat(100_000)).toBe(true);
  });

  test("a line goes out while the input is still open, a prompt before its line ends", async () => {
    const run = start([]);
    run.child.stdin!.write("password=hunter2 done\n");
    await run.until((output) => output === "password=[REDACTED] done\n");
    run.child.stdin!.write("Continue? ");
    await run.until((output) => output.endsWith("Continue? "));
    run.child.stdin!.end();
    expect(await run.ended).toEqual({ status: 0, signal: null });
  });

  test("a terminal gets a hint", () => {
    const { stdout } = shell(`script -qec "$S" /dev/null < /dev/null`);
    expect(stdout).toMatch(/^scrubjay: reading from the terminal; end with Ctrl-D/);
  });

  test.each([
    [
      "tail -f",
      `: > f.log; (sleep 0.3; echo "b token=hunter2"; until [ -s seen ]; do sleep 0.05; done; kill $(cat tail.pid)) >> f.log &
      tail -f f.log 2> /dev/null & echo $! > tail.pid; wait $!`,
    ],
    ["script", `script -qfec "echo b token=hunter2" /dev/null < /dev/null | tr -d '\\r'`],
  ])("behind %s", (_what, command) => {
    expect(shell(`cd ${folder}; rm -f seen; (${command}) | $S | tee seen`).stdout).toBe(
      "b token=[REDACTED]\n",
    );
  });
});

describe("files", () => {
  test("in order, standard input among them", () => {
    const a = file("a.log", `a ${TOKEN}\n`);
    const b = file("b.log", "b\n");
    expect(scrubjay([a, "-", b], "in\n")).toMatchObject({ stdout: "a [REDACTED]\nin\nb\n", status: 0 });
  });

  test("as xargs gives them, and as a shell's <( )", () => {
    const a = file("x.log", `a ${TOKEN}\n`);
    expect(shell(`echo ${a} ${a} | xargs $S`).stdout).toBe("a [REDACTED]\na [REDACTED]\n");
    expect(shell(`$S <(cat ${a})`).stdout).toBe("a [REDACTED]\n");
  });

  test("one that cannot be read does not stop the others", () => {
    const a = file("a.log", "a\n");
    const { stdout, stderr, status } = scrubjay([join(folder, "missing.log"), folder, a]);
    expect(stdout).toBe("a\n");
    expect(stderr).toMatch(/missing\.log: no such file\n.*: is a directory; .*\n$/);
    expect(status).toBe(1);
  });

  test("the file that is written to is not read: it would have no end", () => {
    const both = file("both.log", LOG);
    for (const command of [`$S ${both} >> ${both}`, `$S < ${both} >> ${both}`]) {
      const { stderr, status } = shell(command);
      expect(stderr).toMatch(/^scrubjay: .*: is also the output; .*--in-place\n$/);
      expect(status).toBe(1);
    }
    expect(shell(`$S --tee ${both} ${both}`)).toMatchObject({ stdout: "", status: 2 });
    expect(shell(`$S --tee ${both} < ${both}`)).toMatchObject({ stdout: "", status: 2 });
    expect(readFileSync(both, "utf8")).toBe(LOG);
  });

  test("a match does not reach from one file into the next", () => {
    const a = file("c.log", `x ${TOKEN.slice(0, 2)}`);
    const b = file("d.log", "plain");
    expect(scrubjay([a, b]).stdout).toBe(`x ${TOKEN.slice(0, 2)}plain`);
  });
});

describe("flags", () => {
  test("--censor", () => {
    expect(scrubjay(["--censor", "label"], `${TOKEN}\n`).stdout).toMatch(/^\[REDACTED:github\/[a-z-]+\]\n$/);
    expect(scrubjay(["--censor=mask"], `${TOKEN}\n`).stdout).toBe(`${"*".repeat(TOKEN.length)}\n`);
    const last = scrubjay(
      ["--censor", "remove", "--censor", "github/*=keepLast:2"],
      `${TOKEN} token=hunter2\n`,
    );
    expect(last.stdout).toBe(`[REDACTED:...${TOKEN.slice(-2)}] token=\n`);
    expect(scrubjay(["--censor", "starred"])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/"starred" is not known; allowed are redacted, label, mask/),
    });
  });

  test("--keys, --allow, --rules", () => {
    expect(scrubjay(["--keys", "ssn"], "ssn=078-05\n").stdout).toBe("ssn=[REDACTED]\n");
    expect(scrubjay(["--allow", "hunter2"], "password=hunter2\n").stdout).toBe("password=hunter2\n");
    const only = scrubjay(["--rules", "github/*"], `password=hunter2 ${TOKEN}\n`);
    expect(only.stdout).toBe("password=hunter2 [REDACTED]\n");
  });

  test("--check ends with 1 where something was replaced, and with 2 where something failed", () => {
    expect(scrubjay(["--check"], "plain\n")).toMatchObject({ status: 0, stdout: "plain\n", stderr: "" });
    expect(scrubjay(["--check"], "token=hunter2\n")).toMatchObject({
      status: 1,
      stdout: "token=[REDACTED]\n",
    });
    expect(scrubjay([], "token=hunter2\n").status).toBe(0);
    expect(scrubjay(["--check", "no-such.log"]).status).toBe(2);
    expect(scrubjay(["no-such.log"]).status).toBe(1);
    // Found in one file, failed in another: the failure counts.
    expect(scrubjay(["--check", file("found.log", "token=hunter2\n"), "no-such.log"]).status).toBe(2);
  });

  test("--stats=json is one line", () => {
    const { stderr } = scrubjay(["--stats=json"], `${TOKEN} token=hunter2 token=hunter3\n`);
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(JSON.parse(stderr)).toEqual({
      bytes: TOKEN.length + 29,
      replaced: TOKEN.length + 14,
      share: (TOKEN.length + 14) / (TOKEN.length + 29),
      matches: 3,
      byRule: { "key/token": 2, "github/pat": 1 },
      withheld: 0,
      milliseconds: expect.any(Number),
    });
  });

  test("--stats counts by rule on stderr, and shows no secret", () => {
    const { stdout, stderr } = scrubjay(["--stats"], LOG);
    expect(stdout).toBe(CLEAN);
    expect(stderr).toMatch(/^scrubjay: 2 replaced in \d+ bytes\n( +\d+ {2}[a-z]+\/[a-z-]+\n){2}$/);
    expect(stderr).not.toContain(TOKEN);
  });

  test("--help and --version", () => {
    expect(scrubjay(["-h"])).toMatchObject({
      stdout: expect.stringMatching(/^Usage: scrubjay/),
      stderr: "",
      status: 0,
    });
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(scrubjay(["-V"]).stdout).toBe(`scrubjay ${version}\n`);
  });

  test("--tee writes what goes out, never what came in", () => {
    const copy = file("tee.log", "old, and longer than what comes\n".repeat(9));
    expect(scrubjay(["--tee", copy], LOG)).toMatchObject({ stdout: CLEAN, stderr: "", status: 0 });
    expect(readFileSync(copy, "utf8")).toBe(CLEAN);
    expect(shell("echo token=hunter2 | $S --tee >(cat >&2)").stderr).toBe("token=[REDACTED]\n");
  });

  test("a tee that cannot be written does not stop the rest", () => {
    for (const tee of ["/dev/full", join(folder, "no", "such")]) {
      const { stdout, stderr, status } = scrubjay(["--tee", tee], LOG);
      expect(stdout).toBe(CLEAN);
      expect(stderr).toMatch(new RegExp(`^scrubjay: ${tee}: cannot write: .*\n$`));
      expect(status).toBe(1);
    }
  });

  test("--line-buffered writes whole lines", async () => {
    const run = start(["--line-buffered"]);
    run.child.stdin!.write("one\nhalf of ");
    await run.until((output) => output !== "");
    expect(run.output()).toBe("one\n");
    run.child.stdin!.write("two\nthe rest");
    await run.until((output) => output.endsWith("two\n"));
    run.child.stdin!.end();
    await run.ended;
    expect(run.output()).toBe("one\nhalf of two\nthe rest");
  });

  test("a wrong command line: one line on stderr, nothing on stdout, exit 2", () => {
    const { stdout, stderr, status } = scrubjay(["--rules", "nobody/*"], LOG);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^scrubjay: .*nobody.*\n$/);
    expect(status).toBe(2);
  });
});

test.each([
  ["https://ann:hunter2@host.example/x.log", "https://ann:[REDACTED]@host.example/x.log"],
  ["password=hunter2", "password=[REDACTED]"],
])("a file name keeps no credential in messages: %s", (name, shown) => {
  for (const args of [[name], ["-i", name], ["audit", name]])
    expect(scrubjay(args).stderr).toContain(`scrubjay: ${shown}: no such file\n`);
  expect(scrubjay(["--config", name]).stderr).not.toContain("hunter2");
  expect(scrubjay([`--${name}`]).stderr).not.toContain("hunter2");
});
