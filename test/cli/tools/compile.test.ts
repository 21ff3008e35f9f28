import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Host } from "../../embed/host.ts";
import { folderOf, scrubjay, writeTo } from "../program.ts";

const folder = folderOf("compile");
const output = join(folder, "policy.bin");

function compile(options: unknown, ...args: readonly string[]) {
  const config = writeTo(folder, "c.json", JSON.stringify(options));
  return { config, ...scrubjay(["compile", "--config", config, "-o", output, ...args]) };
}

const redacted = (line: string, key?: string): string => {
  const host = new Host({ policy: readFileSync(output), ...(key !== undefined && { key }) });
  return Buffer.from(host.redact(Buffer.from(line))).toString();
};

describe("scrubjay compile", () => {
  test("writes what the embedding module opens, and tells its id", () => {
    const { stderr, stdout, status, config } = compile({ keys: ["ssn"], censor: "label" });
    const { policy } = new Host({ policy: readFileSync(output) });
    expect({ stderr, stdout, status }).toEqual({
      stderr: `scrubjay: configuration: ${config}\nscrubjay: ${output}: policy ${policy}\n`,
      stdout: "",
      status: 0,
    });
    expect(redacted("ssn=12345 password=hunter2")).toBe(
      "ssn=[REDACTED:user/key] password=[REDACTED:key/password]",
    );
    // What was not changed is not in it.
    expect(statSync(output).size).toBeLessThan(300_000);
  });

  test("takes flags like the filter's", () => {
    expect(
      scrubjay(["compile", "--keys", "ssn", "--allow", "hunter2", "--censor", "mask", "-o", output]).status,
    ).toBe(0);
    expect(redacted("ssn=12345 password=hunter2 token=abc")).toBe("ssn=***** password=hunter2 token=***");
  });

  test("needs no key, and has none in it", () => {
    expect(compile({ censor: "hash" }).status).toBe(0);
    expect(redacted("password=hunter2", "for-tests-only-1")).toMatch(
      /^password=\[REDACTED:key\/password#[0-9a-f]{12}\]$/,
    );
  });

  test.each([
    [{ learn: true }, "option learn cannot be compiled: what is learnt from a log is not in a policy"],
    [
      { secrets: ["Tr0ub4dor-and-3"] },
      "option secrets cannot be compiled: values are not written into files",
    ],
    [
      { keepOnly: ["level"] },
      "option keepOnly cannot be compiled: which values of a record stay is for its host to say",
    ],
    [{ mode: "observe" }, 'mode "observe" cannot be compiled: a policy replaces what it finds'],
  ])("refuses %j, and says why", (options, message) => {
    const { stderr, status } = compile(options);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("Tr0ub4dor");
    expect(status).toBe(2);
  });

  test("refuses what is no option as the filter does, with its place", () => {
    const { stderr, status, config } = compile({ rules: ["nothing/*"] });
    expect(stderr).toContain(`${config}:1:11: unknown rule "nothing/*"`);
    expect(status).toBe(2);
  });

  test.each([
    [[], "no file to write to is given: -o FILE"],
    [["-o", join(folder, "none", "p.bin")], "cannot be written: ENOENT"],
    [["-o", output, "odd"], '"odd" is not a flag'],
  ])("a wrong command line: %j", (args, message) => {
    const { stderr, status } = scrubjay(["compile", ...args]);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });
});
