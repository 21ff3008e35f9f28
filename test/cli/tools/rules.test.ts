import { describe, expect, test } from "vitest";
import { catalogue } from "../../../src/rules/catalogue.ts";
import { folderOf, scrubjay, writeTo } from "../program.ts";

const listed = (...args: readonly string[]): readonly Record<string, unknown>[] => {
  const { stdout, stderr, status } = scrubjay(["rules", "--format", "json", ...args]);
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  return JSON.parse(stdout);
};

describe("scrubjay rules", () => {
  test("lists every id once, with all that is known of it", () => {
    const rules = listed();
    expect(rules.map(({ id }) => id)).toEqual([...new Set(catalogue.map(({ id }) => id))]);
    expect(rules.find(({ id }) => id === "github/pat")).toEqual({
      id: "github/pat",
      name: "GitHub personal access token (classic)",
      family: "github",
      default: true,
      kind: "shape",
      source: expect.stringMatching(/^https:\/\/docs\.github\.com\//),
    });
    expect(rules.find(({ id }) => id === "pii/email")).toMatchObject({ family: "pii", default: false });
    expect(new Set(rules.map(({ kind }) => kind))).toEqual(new Set(["shape", "key", "block"]));
  });

  test("a table has a row for each rule, and its heading", () => {
    const { stdout } = scrubjay(["rules"]);
    const [heading, ...rows] = stdout.split("\n");
    expect(heading).toMatch(/^ID +FAMILY +KIND +ON +NAME +SOURCE$/);
    expect(rows.find((row) => row.startsWith("key/password "))).toMatch(/ key +key +default +\S/);
    expect(rows.find((row) => row.startsWith("pii/iban "))).toMatch(/ pii +shape +opt-in +\S/);
    expect(stdout).toMatch(/\n\d+ rules\. Rulesets: default, strict, headers-only\.\n$/);
  });

  test("only what is on with the rules that are named", () => {
    const ids = (...args: readonly string[]): unknown[] => listed(...args).map(({ id }) => id);
    expect(ids("pem/*", "jwt/*")).toEqual(expect.arrayContaining(["pem/private-key", "jwt/jws"]));
    expect(ids("pem/*")).toEqual(["pem/private-key"]);
    expect(ids("--rules", "headers-only,!header/cookie")).toContain("header/authorization");
    expect(ids("--rules", "headers-only,!header/cookie")).not.toContain("header/cookie");
    expect(ids("default")).not.toContain("pii/email");
    expect(ids("strict")).toContain("pii/email");
  });

  test("what is on with a configuration, and its own rules", () => {
    const rules = [{ id: "acme/token", pattern: "acme_[a-z0-9]{9}" }, "!github/*", "pii/iban"];
    const file = writeTo(folderOf("rules"), "c.json", JSON.stringify({ rules }));
    const { stdout, stderr } = scrubjay(["rules", "--config", file, "--format", "json"]);
    expect(stderr).toBe(`scrubjay: configuration: ${file}\n`);
    const on = new Map(JSON.parse(stdout).map((rule: { id: string }) => [rule.id, rule]));
    expect(on.get("acme/token")).toMatchObject({ family: "acme", kind: "shape", own: true });
    expect([on.has("github/pat"), on.has("pii/iban"), on.has("pii/email")]).toEqual([false, true, false]);
    expect(scrubjay(["rules", "--config", file, "acme/*"]).stdout).toMatch(
      /^ID .*\nacme\/token +acme +shape +own\n\n1 rule\. Rulesets:/,
    );
  });

  test.each([
    [
      ["rules", "github/patt"],
      /unknown rule "github\/patt" \(did you mean "github\/pat"\?\).*\(scrubjay rules --help\)$/,
    ],
    [["rules", "--formt", "json"], /unknown flag --formt \(did you mean --format\?\)/],
    [["rules", "--format", "xml"], /"xml" is unknown; allowed are table, json/],
  ])("%j is refused in one line, with what was meant", (args, message) => {
    const { stdout, stderr, status } = scrubjay(args);
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
    expect(stderr.trimEnd()).toMatch(message);
  });

  test("a misspelt subcommand is a file that is missing, and is told what was meant", () => {
    const { stderr, status } = scrubjay(["ruels"]);
    expect({ stderr, status }).toEqual({
      stderr: "scrubjay: ruels: no such file (did you mean scrubjay rules?)\n",
      status: 1,
    });
  });
});
