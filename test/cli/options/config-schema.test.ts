import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { FILE_OPTIONS } from "../../../src/config/options.ts";
import { folderOf, root, scrubjay, writeTo } from "../program.ts";

const folder = folderOf("schema");
const own = { id: "acme/key", pattern: "acme_[a-z0-9]{12}", entropy: 2.5, censor: "label" };

function run({ config }: { readonly config: object }) {
  return scrubjay(["--config", writeTo(folder, "my.json", JSON.stringify(config))]);
}

describe("the schema", () => {
  const schema = JSON.parse(readFileSync(join(root, "dist", "config.schema.json"), "utf8"));
  const validate = new Ajv().compile(schema);

  test.each([
    {
      rules: [
        "pii/*",
        own,
        { id: "a/b", key: ["door code"] },
        { id: "a/c", begin: "<letter>", end: "</letter>", body: "text" },
      ],
    },
    {
      keys: ["ssn", { name: "iban", censor: "mask" }],
      censor: { "github/*": "label", "*": { keepLast: 4 } },
    },
    { allow: ["x", { pattern: "y" }], $schema: "z" },
    { secrets: ["zq7Lvm4kx9"], learn: true, keepOnly: ["req.method"], remove: true, mode: "observe" },
  ])("takes %j, as scrubjay does", (config) => {
    expect(validate(config)).toBe(true);
    expect(run({ config }).status).toBe(0);
  });

  test.each([
    { rulez: [] },
    { rules: [{ id: "A b", pattern: "xyz" }] },
    { rules: [{ id: "a/b", pattern: "xyz", entrpy: 1 }] },
    { rules: [{ id: "a/b" }] },
    { keys: [{ name: "iban", censer: "mask" }] },
    { censor: "none" },
    { censor: { keepLast: 0 } },
    { allow: [7] },
    { secrets: ["short"] },
    { learn: "yes" },
    { keepOnly: [""] },
    { mode: "count" },
    { paths: ["a"] },
    { onMatch: 1 },
  ])("refuses %j, as scrubjay does", (config) => {
    expect(validate(config)).toBe(false);
    expect(run({ config }).status).toBe(2);
  });

  test("has the options of a file, and no other", () => {
    expect(Object.keys(schema.properties).sort()).toEqual(["$schema", ...FILE_OPTIONS].sort());
    const { stderr } = run({ config: { zzz: 1 } });
    expect(stderr).toContain(`allowed are ${FILE_OPTIONS.join(", ")} (`);
  });

  test("is in the package, and has every field of a rule", async () => {
    const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(exports["./config.schema.json"]).toBe("./dist/config.schema.json");
    for (const [kind, mark] of [
      ["shape", "pattern"],
      ["key", "key"],
      ["block", "begin"],
    ] as const) {
      const names = Object.keys(schema.definitions[kind].properties);
      const { stderr } = run({
        config: { rules: [{ id: "a/b", [mark]: mark === "key" ? ["x"] : "x", zzz: 1 }] },
      });
      const allowed = /allowed are ([\w, ]+?) \(/.exec(stderr)![1]!.split(", ");
      expect(names.sort()).toEqual(allowed.sort());
    }
  });
});
