import { describe, expect, test } from "vitest";
import { createRedactor, type RedactorOptions, redact } from "../../src/index.ts";
import { preparedProgram } from "../../src/program/image/prepared.ts";
import { Engine } from "../../src/redactor/engine.ts";
import { programFor } from "../../src/redactor/program-for.ts";
import { ScannerPool } from "../../src/scanner/scanner-pool.ts";

const TEXT =
  "ssn=078-05-1120 token=sesame\nticket-00c0ffee ftp://ann:hunter2@host code=41 password=swordfish";

const OPTIONS: readonly (readonly [options: RedactorOptions, expected: string])[] = [
  [{}, "ssn=078-05-1120 token=*\nticket-00c0ffee ftp://ann:*@host code=41 password=*"],
  [{ keys: ["ssn"] }, "ssn=* token=*\nticket-00c0ffee ftp://ann:*@host code=41 password=*"],
  [{ keys: ["code"] }, "ssn=078-05-1120 token=*\nticket-00c0ffee ftp://ann:*@host code=* password=*"],
  [
    { allow: ["sesame"] },
    "ssn=078-05-1120 token=sesame\nticket-00c0ffee ftp://ann:*@host code=41 password=*",
  ],
  [
    { rules: ["!key/password"] },
    "ssn=078-05-1120 token=*\nticket-00c0ffee ftp://ann:*@host code=41 password=swordfish",
  ],
  [
    { rules: ["url/*"] },
    "ssn=078-05-1120 token=sesame\nticket-00c0ffee ftp://ann:*@host code=41 password=swordfish",
  ],
  [
    { rules: [{ id: "acme/ticket", pattern: "\\bticket-[0-9a-f]{8}\\b" }] },
    "ssn=078-05-1120 token=*\n* ftp://ann:*@host code=41 password=*",
  ],
];

const shown = (text: string): string => text.replaceAll("[REDACTED]", "*");
const scannerOf = (options: RedactorOptions) => ScannerPool.of(programFor(options)).scanner;

describe("redactors with options", () => {
  test("find by turns what each of them finds alone", () => {
    const redactors = OPTIONS.map(([options]) => createRedactor(options));
    for (let round = 0; round < 100; round++) {
      redactors.forEach(({ redact }, i) => {
        // In some order, and some twice in a row.
        const at = (i * 5 + round * (round & 3)) % redactors.length;
        expect(shown(redactors[at]!.redact(TEXT))).toBe(OPTIONS[at]![1]);
        if (round % 7 === 0) expect(shown(redact(TEXT))).toBe(OPTIONS[i]![1]);
      });
    }
  });

  test("are in the memory of the catalogue's program, for which they add what they change", () => {
    const base = ScannerPool.of(preparedProgram()).scanner;
    const keys = scannerOf({ keys: ["nickname"] });
    expect(keys.memory).toBe(base.memory);
    expect(keys.program.size - preparedProgram().size).toBeLessThan(4 << 20);
    expect(scannerOf({ keys: ["nickname"] })).toBe(keys);
  });

  test("have a memory of their own when they have taken turns too often", () => {
    const own = createRedactor({ keys: ["moniker"] });
    const before = scannerOf({ keys: ["moniker"] });
    for (let i = 0; i < 100; i++) {
      expect(own.redact("moniker=ann")).toBe("moniker=[REDACTED]");
      expect(redact("moniker=ann")).toBe("moniker=ann");
    }
    const after = scannerOf({ keys: ["moniker"] });
    expect(before.memory).toBe(ScannerPool.of(preparedProgram()).scanner.memory);
    expect(after.memory).not.toBe(before.memory);
    expect(own.redact("moniker=ann")).toBe("moniker=[REDACTED]");
  });

  test("may be asked by each other's censors", () => {
    const inner = createRedactor({ keys: ["ssn"] });
    const outer = createRedactor({ keys: ["code"], censor: () => inner.redact("<ssn=1 code=2>") });
    expect(outer.redact("code=41 ssn=3 token=sesame")).toBe(
      "code=<ssn=[REDACTED] code=2> ssn=3 token=<ssn=[REDACTED] code=2>",
    );
  });

  test("hold no list of all rules each", () => {
    const engines = [1, 2].map(() => new Engine({ keys: ["ssn"], censor: "label" }, programFor));
    expect(engines[0]!.ruleIds).toBe(engines[1]!.ruleIds);
    expect(engines[0]!.ruleIds).toContain("user/key");
  });

  test("do not run out of room, whatever is made and kept", () => {
    const kept = Array.from({ length: 60 }, (_, i) => {
      const name = `field ${"abcdefgh"[i % 8]}${"stuvwxyz"[i >> 3]}x`;
      return { name, redactor: createRedactor({ keys: [name] }) };
    });
    for (const { name, redactor } of kept) {
      expect(redactor.redact(`${name.replace(" ", "_")}=41 other=41`)).toBe(
        `${name.replace(" ", "_")}=[REDACTED] other=41`,
      );
    }
  });
});
