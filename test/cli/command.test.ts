import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { folderOf, scrubjay, shell, start, TOKEN, writeTo } from "./program.ts";

const folder = folderOf("command");

describe("-- command", () => {
  test("a hash takes its key from a file, which the command does not get", () => {
    const file = `${folder}/key`;
    writeFileSync(file, "0123456789abcdef-of-a-test\n");
    const script = `echo "token=hunter2 \${SCRUBJAY_HMAC_KEY-none}"`;
    const run = scrubjay(["--censor", "hash", "--key-file", file, "--", "sh", "-c", script]);
    expect(run.stdout).toMatch(/^token=\[REDACTED:key\/token#[0-9a-f]{12}\] none\n$/);
    for (const [content, message] of [
      [
        Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i),
        /is not text in UTF-8; write the key in hex or base64/,
      ],
      ["short\n", /key: a key must have 16 characters or more/],
      [
        "correct horse battery staple\n",
        /has blanks or line ends, which separate keys: write it without, in hex/,
      ],
    ] as const) {
      writeFileSync(file, content);
      expect(scrubjay(["--censor", "hash", "--key-file", file])).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(message),
      });
    }
    writeFileSync(file, "0123456789abcdef-of-a-test\n");
    for (const flags of [[], ["--censor", "mask"], ["--censor", "jwt/*=label"]])
      expect(scrubjay([...flags, "--key-file", file])).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(
          /^scrubjay: --key-file .* is not used: only the censors hash and claims take a key/,
        ),
      });
    for (const censor of ["claims", "label,jwt/*=hash"])
      expect(scrubjay(["--censor", censor, "--key-file", file]).status).toBe(0);
    expect(scrubjay(["--key-file", `${folder}/no-key`, "--", "true"])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/no-key cannot be read: ENOENT/),
    });
  });

  test("redacts both outputs, each to its place, and ends as the command does", () => {
    const script = `cat; echo "out token=hunter2"; echo "err ${TOKEN}" >&2; exit 7`;
    expect(scrubjay(["--", "sh", "-c", script], "from stdin password=hunter2\n")).toMatchObject({
      stdout: "from stdin password=[REDACTED]\nout token=[REDACTED]\n",
      stderr: "err [REDACTED]\n",
      status: 7,
    });
  });

  test("no shell stands between: arguments stay what they are", () => {
    expect(scrubjay(["--", "printf", "%s|", "$HOME", "a b", "*", "--stats"]).stdout).toBe(
      "$HOME|a b|*|--stats|",
    );
  });

  test("a prompt comes through before its line ends", async () => {
    const run = start(["--", "sh", "-c", "printf 'Continue? '; read answer; echo got $answer"]);
    await run.until((output) => output === "Continue? ");
    run.child.stdin!.end("yes\n");
    expect(await run.ended).toEqual({ status: 0, signal: null });
    expect(run.output()).toBe("Continue? got yes\n");
  });

  test("a prompt of one character does too", async () => {
    const run = start(["--", "sh", "-c", "printf '?'; read answer; echo got $answer"]);
    await run.until((output) => output === "?");
    run.child.stdin!.end("yes\n");
    expect(await run.ended).toEqual({ status: 0, signal: null });
    expect(run.output()).toBe("?got yes\n");
  });

  test("UTF-16 stays what it is, gzip is unpacked, what cannot be read is refused", () => {
    const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");
    for (const mark of ["\ufeff", ""]) {
      const { bytes } = scrubjay(["--", "cat"], utf16(`${mark}token=hunter2\n`));
      expect(bytes.equals(utf16(`${mark}token=[REDACTED]\n`))).toBe(true);
    }
    expect(scrubjay(["--", "cat"], gzipSync("token=hunter2\n")).stdout).toBe("token=[REDACTED]\n");
    const zstd = Buffer.concat([Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd), Buffer.alloc(1_000_000)]);
    const file = writeTo(folder, "a.zst", zstd);
    const { stdout, stderr, status } = scrubjay(["--", "cat", file]);
    expect({ stdout, isFailed: status !== 0 }).toEqual({ stdout: "", isFailed: true });
    expect(stderr).toContain("is compressed with zstd; unpack it first: zstd -dc\n");
  });

  test("needs no place for temporary files", () => {
    const { stdout, status } = shell("TMPDIR=/no/such/place $S -- echo token=hunter2");
    expect({ stdout, status }).toEqual({ stdout: "token=[REDACTED]\n", status: 0 });
  });

  test("what cannot be run", () => {
    const file = writeTo(folder, "plain.txt", "");
    expect(scrubjay(["--", "no-such-command"])).toMatchObject({
      stderr: "scrubjay: no-such-command: no such command\n",
      status: 127,
    });
    expect(scrubjay(["--", file]).status).toBe(126);
  });

  test("signals are passed on, both ways", async () => {
    const run = start([
      "--",
      "sh",
      "-c",
      "trap 'echo going; exit 3' TERM; echo up; while :; do sleep 0.1; done",
    ]);
    await run.until((output) => output === "up\n");
    run.child.kill("SIGTERM");
    expect(await run.ended).toEqual({ status: 3, signal: null });
    expect(run.output()).toBe("up\ngoing\n");
    expect(scrubjay(["--", "sh", "-c", "kill -KILL $$"])).toMatchObject({ status: null, signal: "SIGKILL" });
  });

  test("a reader that has enough reaches the command", () => {
    const { stdout, stderr } = shell("($S -- yes; echo $? >&2) | head -n 1");
    expect(stdout).toBe("y\n");
    expect(stderr).toBe("141\n");
  });

  test("the command can open its outputs by name, as nginx does", () => {
    const script = "echo token=hunter2 > /dev/stdout; echo token=hunter2 > /dev/stderr";
    expect(scrubjay(["--", "sh", "-c", script])).toMatchObject({
      stdout: "token=[REDACTED]\n",
      stderr: "token=[REDACTED]\n",
      status: 0,
    });
  });

  test("an output that cannot be written is told", () => {
    const { stderr, status } = shell("$S -- echo x > /dev/full");
    expect(stderr).toBe("scrubjay: cannot write: no space left on device (ENOSPC)\n");
    expect(status).toBe(1);
  });

  test("--tee and --stats", () => {
    const copy = writeTo(folder, "copy.log", "");
    const { stdout, stderr } = scrubjay(["--stats", "--tee", copy, "--", "echo", "password=hunter2"]);
    expect(stdout).toBe("password=[REDACTED]\n");
    expect(readFileSync(copy, "utf8")).toBe(stdout);
    expect(stderr).toMatch(/^scrubjay: 1 replaced in 17 bytes\n/);
  });
});
