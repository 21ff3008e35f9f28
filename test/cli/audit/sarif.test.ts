import { createRequire } from "node:module";
import Ajv04 from "ajv-draft-04";
import addFormats from "ajv-formats";
import type { Log } from "sarif";
import { describe, expect, test } from "vitest";
import { folderOf, preload, scrubjay, writeTo } from "../program.ts";

const require = createRequire(import.meta.url);
// What the modules of CommonJS export stands under "default" for TypeScript.
const ajv = new Ajv04.default({ strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));

const folder = folderOf("sarif");
const key = preload('process.env.SCRUBJAY_HMAC_KEY="0123456789abcdef-of-a-test"');

function sarifOf(args: readonly string[], input = "", env: readonly string[] = []): Log {
  const log = JSON.parse(scrubjay(["audit", "--format", "sarif", ...args], input, env).stdout);
  validate(log);
  expect(validate.errors).toBeNull();
  return log;
}

describe("SARIF", () => {
  test.each([
    ["an example", ["examples/app.log"], ""],
    ["no finding", ["-"], "GET / 200\n"],
    ["a file that is missing", ["none.log", "-"], "password=hunter2\n"],
    ["a rule of one's own", ["--keys", "door code", "-"], "doorCode=4711\n"],
  ])("of %s is valid", (_, args, input) => {
    sarifOf(args, input);
    sarifOf(args, input, key);
  });

  test("would not be valid without a tool", () => {
    const { runs, ...rest } = sarifOf(["examples/app.log"]);
    expect(validate({ ...rest, runs: runs.map(({ tool: _, ...run }) => run) })).toBe(false);
  });

  test("says where, by which rule and how sure", () => {
    const log = sarifOf(["-"], "é password=hunter2\n", key);
    const [run] = log.runs;
    expect(run!.columnKind).toBe("unicodeCodePoints");
    expect(run!.tool.driver).toMatchObject({
      name: "scrubjay",
      version: "0.1.0",
      rules: [{ id: "key/password", shortDescription: { text: "Password" } }],
    });
    expect(run!.results).toEqual([
      {
        ruleId: "key/password",
        ruleIndex: 0,
        level: "warning",
        message: { text: "Password was found." },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "stdin" },
              region: {
                startLine: 1,
                startColumn: 12,
                endLine: 1,
                endColumn: 19,
                byteOffset: 12,
                byteLength: 7,
              },
            },
          },
        ],
        partialFingerprints: { "scrubjayPseudonym/v1": expect.stringMatching(/^[0-9a-f]{12}$/) },
        properties: { confidence: "medium" },
      },
    ]);
  });

  test.each([
    ["a b#c%.log", "a%20b%23c%25.log"],
    ["ü:1.log", "%C3%BC%3A1.log"],
  ])("the file %s is %s", (name, uri) => {
    const file = writeTo(folder, name, "password=hunter2\n");
    const { runs } = sarifOf([file]);
    const location = runs[0]!.results![0]!.locations![0]!.physicalLocation!.artifactLocation!.uri!;
    expect(location).toMatch(/^file:\/\/\//);
    expect(location.endsWith(uri.replace("%3A", ":")) || location.endsWith(uri)).toBe(true);
  });
});
