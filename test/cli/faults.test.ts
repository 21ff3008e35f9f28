import { describe, expect, test } from "vitest";
import { body, inBun, inKernel, inWriting, LOG, lines, runWith as run, SECRET, WITHHELD } from "./faults.ts";
import { scrubjay } from "./program.ts";

const redacted = scrubjay([], LOG).stdout.split("\n");

/** Every line that came out is the one that should have, or says that it was withheld; returns how many do. */
function checkLines(stdout: string): number {
  expect(stdout).not.toContain(SECRET.slice(0, 8));
  for (const line of body) expect(stdout).not.toContain(line.slice(0, 12));
  const out = stdout.split("\n");
  expect(out.length).toBe(redacted.length);
  let withheld = 0;
  out.forEach((line, i) => {
    if (line.includes(WITHHELD)) withheld++;
    else expect(line, `line ${i}`).toBe(redacted[i]);
  });
  return withheld;
}

describe("a fault in the program", () => {
  test("none: nothing is withheld", () => {
    expect(redacted).toHaveLength(lines.length + 1);
    expect(redacted.filter((line) => line.includes("[REDACTED]"))).toHaveLength(234);
    expect(run(inKernel(""))).toMatchObject({ stdout: redacted.join("\n"), stderr: "", status: 0 });
  });

  test.each([
    ["the kernel always traps", inKernel("throw new WebAssembly.RuntimeError('unreachable');"), lines.length],
    ["the kernel traps at its second call", inKernel("if (calls === 2) throw new Error();"), 0],
    [
      "the kernel traps at certain lines, one of them in a key",
      inKernel("if (memory.subarray(from, limit).includes('poison')) throw new Error();"),
      2,
    ],
    [
      "the kernel traps twice at a key's begin, and works at its body",
      inKernel(`
        globalThis.begins ??= 0;
        if (memory.subarray(from, limit).includes('BEGIN') && ++begins <= 2) throw new Error();`),
      1,
    ],
    [
      "the memory is refused",
      "WebAssembly.Memory = class { constructor() { throw new RangeError(); } };",
      lines.length,
    ],
    ["the replacement fails", "TextEncoder.prototype.encode = () => { throw new Error('no'); };", 234],
  ])("%s", (_what, fault, expected) => {
    const { stdout, stderr, status } = run(fault);
    expect(checkLines(stdout)).toBe(expected);
    expect(stderr).toBe(
      expected === 0
        ? ""
        : `scrubjay: withheld ${expected} ${expected === 1 ? "line" : "lines"} that could not be redacted\n`,
    );
    expect(status).toBe(expected === 0 ? 0 : 1);
  });

  test.each([
    [
      "refuses to compile",
      "WebAssembly.Module = class { constructor() { throw new Error(); } };",
      /refuses to/,
    ],
    ["has no WebAssembly", "delete globalThis.WebAssembly;", /--jitless/],
  ])("a host that %s is told of at the start", (_what, fault, message) => {
    const { stdout, stderr, status } = run(fault);
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
    expect(stderr).toMatch(message);
  });

  test.each([
    [
      "writing fails",
      inWriting("if (calls === 2) throw Object.assign(new Error(), { code: 'EIO' });"),
      /cannot write: EIO/,
    ],
    ["writing takes little at a time", inWriting("rest[2] = Math.min(rest[2], 700);"), /^$/],
  ])("%s", (_what, fault, message) => {
    const { stdout, stderr } = run(fault);
    expect(stderr).toMatch(message);
    expect(redacted.join("\n").startsWith(stdout)).toBe(true);
    expect(stderr === "").toBe(stdout === redacted.join("\n"));
  });

  test("a host whose sockets take no descriptors reads pipes and a command's output all the same", () => {
    expect(run(inBun)).toMatchObject({ stdout: redacted.join("\n"), stderr: "", status: 0 });
    const command = ["--", "sh", "-c", "echo token=hunter2; exit 3"];
    expect(run(inBun, command)).toMatchObject({ stdout: "token=[REDACTED]\n", stderr: "", status: 3 });
  });

  test("what is done again is not counted again", () => {
    const { stderr } = scrubjay(["--stats"], LOG);
    expect(run(inKernel("if (calls === 2) throw new Error();"), ["--stats"]).stderr).toBe(stderr);
  });

  test("what is not expected at all shows nothing of the input", () => {
    const fault = "Uint8Array.prototype.set = function (from) { throw new Error(String(from)); };";
    const { stdout, stderr, status } = run(fault);
    expect(stdout + stderr).not.toContain(SECRET.slice(0, 8));
    expect(status).not.toBe(0);
  });
});
