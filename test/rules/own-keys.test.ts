import { describe, expect, test } from "vitest";
import { createRedactor, RedactorConfigError } from "../../src/index.ts";

const redactor = createRedactor({ keys: ["diagnosis", "zip", "größe"] });
const GONE = "[REDACTED]";

/** What is a word, a placeholder or harmless under a name of the catalogue. */
const values = [
  "pending",
  "expired",
  "none",
  "valid",
  "f",
  "12",
  "yes",
  "undefined",
  "10.0.0.1",
  "/var/log/x",
  "null",
  "x",
  "<none>",
  "${DIAGNOSIS}",
  "string",
  "MongoCredentials",
  "(sensitive value)",
  41,
  0,
  -1.5,
  true,
  false,
].filter((value) => value !== "(sensitive value)");

describe("a name of one's own hides whatever stands there", () => {
  test.each(values)("%j", (value) => {
    expect(redactor.redact({ diagnosis: value, n: 1 })).toEqual({ diagnosis: GONE, n: 1 });
    expect(redactor.redact(JSON.stringify({ diagnosis: value, n: 1 }))).toBe(`{"diagnosis":"${GONE}","n":1}`);
    if (/^[\w.-]+$/.test(String(value)) && value !== "null" && value !== "undefined")
      expect(redactor.redact(`diagnosis=${value} n=1`)).toBe(`diagnosis=${GONE} n=1`);
  });

  test("but nothing, and what is replaced already", () => {
    for (const value of ["", null, GONE, "***"]) {
      const text = JSON.stringify({ diagnosis: value, n: 1 });
      expect(redactor.redact(text)).toBe(text);
      expect(redactor.redact({ diagnosis: value, n: 1 })).toEqual({ diagnosis: value, n: 1 });
    }
    for (const text of ["diagnosis= n=1", "diagnosis=null n=1", "diagnosis:"])
      expect(redactor.redact(text)).toBe(text);
  });

  test("and every leaf of an array", () => {
    expect(redactor.redact({ diagnosis: ["pending", 41] })).toEqual({ diagnosis: [GONE, GONE] });
  });

  test("under names that the catalogue judges, too", () => {
    expect(redactor.redact("zip=12345 Größe: klein größe=12")).toBe(
      `zip=${GONE} Größe: ${GONE} größe=${GONE}`,
    );
    const own = createRedactor({ keys: ["token"] });
    expect(own.redact({ token: 12 })).toEqual({ token: GONE });
    expect(own.redact("password=none")).toBe("password=none");
  });
});

describe("a name that cannot work is refused, with what would", () => {
  test.each([
    ["user.ssn", "paths"],
    ["users[0]", "paths"],
    ["*mail", "patterns"],
    ["", "letters"],
    ["!", "letters"],
    ["!no such name", "!no such name"],
  ])("%j", (name, said) => {
    expect(() => createRedactor({ keys: [name] })).toThrow(RedactorConfigError);
    expect(() => createRedactor({ keys: [name] })).toThrow(said);
  });
});
