import { describe, expect, test } from "vitest";
import { createRedactor, RedactorConfigError } from "../../src/index.ts";
import { createByteRedactor } from "../../src/redactor/stream-redactor.ts";
import { FORMS } from "./forms.ts";

/** Not a vendor's, and nothing that a rule would find. */
const VALUE = 'zq7<Lv/m4&k"x\\9w T';

const NOTHING = "[REDACTED]";

describe.each(FORMS)("a known secret $name", ({ write, left = "" }) => {
  const text = `{"id":1,"note":"saw ${write(VALUE)} there"}\nnext line\n`;
  const stated = `{"id":1,"note":"saw ${left}${NOTHING} there"}\nnext line\n`;
  /** What base64 shares with its neighbours stays, and so do line ends. */
  const plain = (out: string): string => out.replace(/\[REDACTED\](?:\r?\n(?: {4})?|[\w+=-]{0,4})/g, NOTHING);

  test("is replaced in a string", () => {
    expect(plain(createRedactor({ secrets: [VALUE] }).redact(text))).toBe(stated);
  });

  test("is replaced in bytes", () => {
    const bytes = createRedactor({ secrets: [VALUE] }).redact(Buffer.from(text));
    expect(plain(bytes.toString())).toBe(stated);
  });

  test("is replaced in a stream cut anywhere", () => {
    const bytes = Buffer.from(text);
    const { secrets, redact } = createRedactor({ secrets: [VALUE] });
    const whole = redact(text);
    for (let cut = 1; cut < bytes.length; cut++) {
      const redactor = createByteRedactor({ secrets });
      const out = [
        ...redactor.push(bytes.subarray(0, cut)),
        ...redactor.push(bytes.subarray(cut)),
        ...redactor.end(),
      ];
      expect(Buffer.concat(out).toString()).toBe(whole);
    }
  });

  test("is replaced as a value and as a name of an object", () => {
    const redactor = createRedactor({ secrets: [VALUE] });
    const written = write(VALUE);
    const out = JSON.stringify(redactor.redact({ note: `saw ${written}`, [written]: 1 }));
    expect(out.match(/\[REDACTED\]/g)).toHaveLength(2);
  });
});

describe("values that would be found everywhere", () => {
  test.each([
    ["abc12", /fewer than 8 characters/],
    ["1a1a1a1a1a", /fewer than 5 different/],
    ["postgres", /reads like a word/],
    ["production-db", /reads like a word/],
    ["db.example.org", /reads like a word/],
    ["2026-11-30", /reads like a date/],
    ["15432000", /fewer than 5 different|reads like/],
    [12345678, /must be a string, not number/],
  ])("are refused without being shown: %s", (value, message) => {
    const make = () => createRedactor({ secrets: ["zq7Lvm4k", value as string] });
    expect(make).toThrow(RedactorConfigError);
    expect(make).toThrow(message);
    expect(make).toThrow(/^secrets\[1\] /);
    expect(() => make()).not.toThrow(new RegExp(String(value)));
  });

  test("and so is a text in the place of the list", () => {
    expect(() => createRedactor({ secrets: "zq7Lvm4kx9" as never })).toThrow(
      "option secrets must be an array of strings, not a string",
    );
  });
});

describe("the secrets of a redactor", () => {
  test("are added and taken out while it runs", () => {
    const redactor = createRedactor();
    expect(redactor.redact("zq7Lvm4kx9")).toBe("zq7Lvm4kx9");
    redactor.secrets.add("zq7Lvm4kx9", "second-Val1ue\n");
    expect(redactor.redact("zq7Lvm4kx9 second-val1ue")).toBe("[REDACTED] [REDACTED]");
    redactor.secrets.remove("zq7Lvm4kx9");
    expect(redactor.redact("zq7Lvm4kx9 second-Val1ue")).toBe("zq7Lvm4kx9 [REDACTED]");
    expect(redactor.secrets.size).toBe(1);
    expect(() => redactor.secrets.add("goodOne42x", "short")).toThrow(RedactorConfigError);
    expect(redactor.secrets.size).toBe(1);
    expect(JSON.stringify(redactor)).not.toContain("second");
  });

  test("are counted, labelled and told without what they are", () => {
    const told: unknown[] = [];
    const redactor = createRedactor({
      secrets: ["zq7Lvm4kx9"],
      censor: "label",
      onMatch: (m) => told.push(m),
    });
    expect(redactor.redact("a zq7Lvm4kx9")).toBe("a [REDACTED:secret/known]");
    expect(redactor.stats().byRule).toEqual({ "secret/known": 1 });
    expect(told).toEqual([{ rule: "secret/known", start: 2, end: 12, checked: undefined }]);
    expect(redactor.scan("ä zq7Lvm4kx9")).toEqual([{ rule: "secret/known", start: 2, end: 12 }]);
  });

  test("that overlap a match of a rule are replaced with it once", () => {
    const redactor = createRedactor({ secrets: ["zq7Lvm4kx9tail", "other%Val1ue"] });
    expect(redactor.redact("password=zq7Lvm4kx9tail")).toBe("password=[REDACTED]");
    expect(redactor.redact("password=abczq7Lvm4kx9tailabc d")).toBe("password=[REDACTED] d");
    expect(redactor.redact("password=other%Val1ue x")).toBe("password=[REDACTED] x");
    expect(redactor.redact("x zq7Lvm4kx9tailzq7Lvm4kx9tail y")).toBe("x [REDACTED][REDACTED] y");
  });

  test("are found before half a pair that is escaped", () => {
    const redactor = createRedactor({ secrets: ["zq7Lvm4kx9，"] });
    const escaped = "zq7Lvm4kx9，".replace(
      /./gs,
      (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
    expect(redactor.redact(`a ${escaped}\\ude00 b`)).toBe("a [REDACTED]\\ude00 b");
  });

  test("are found behind a backslash that means nothing", () => {
    const redactor = createRedactor({ secrets: ["zq7Lvm4kx9"] });
    const escaped = "zq7Lvm4kx9".replace(/./g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`);
    expect(redactor.redact(`C:\\dir ${escaped} b`)).toBe("C:\\dir [REDACTED] b");
  });

  test("that are numbers leave JSON valid", () => {
    const redactor = createRedactor({ secrets: ["9031472658103"] });
    expect(redactor.redact('{"id":9031472658103,"n":[1,9031472658103]}')).toBe(
      '{"id":"[REDACTED]","n":[1,"[REDACTED]"]}',
    );
    expect(redactor.redact({ id: 9031472658103 })).toEqual({ id: "[REDACTED]" });
  });

  test("over a few hundred characters are found as a whole and cut short", () => {
    const lines = Array.from({ length: 20 }, (_, i) => `${"zQ7Lvm4kX9".repeat(6)}${1000 + i * 7919}`);
    const value = lines.join("\n");
    const redactor = createRedactor({ secrets: [value] });
    expect(redactor.redact(`a ${lines.join("")} b`)).toBe("a [REDACTED] b");
    expect(redactor.redact(JSON.stringify({ value }))).toBe('{"value":"[REDACTED]"}');
    expect(redactor.redact(`a ${Buffer.from(value).toString("hex")} b`)).toBe("a [REDACTED] b");
    expect(redactor.redact(`a ${lines.join("").slice(0, 700)} b`)).toMatch(/^a \[REDACTED\]\S{0,160} b$/);
  });
});
