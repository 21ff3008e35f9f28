import { describe, expect, test } from "vitest";
import { changesOf } from "../../src/config/selected-rules.ts";
import { createRedactor, type RedactorOptions } from "../../src/index.ts";
import { extendProgram } from "../../src/program/extension/extend.ts";
import { preparedProgram } from "../../src/program/image/prepared.ts";
import { type CompiledProgram, type Program, programOf } from "../../src/program/image/program.ts";
import { Engine } from "../../src/redactor/engine.ts";
import { programFor } from "../../src/redactor/program-for.ts";
import { startHaystack } from "../../src/scanner/haystack-scan.ts";
import type { Scanner } from "../../src/scanner/scanner.ts";
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

/** The catalogue's program, of which nobody else has changes. */
const newBase = (): CompiledProgram => programOf(preparedProgram().bytes, preparedProgram().ruleIds);

/** Asked so, as a failure would show all of both. */
const isSameMemory = (one: Scanner, other: Scanner): boolean => one.memory === other.memory;

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
    const base = newBase();
    const program = extendProgram(base, changesOf({ keys: ["nickname"] }));
    expect(program.size - base.size).toBeLessThan(500_000);
    expect(isSameMemory(ScannerPool.of(base).scanner, ScannerPool.of(program).scanner)).toBe(true);
  });

  test("have a memory of their own when they have taken turns too often", () => {
    const base = newBase();
    const program = extendProgram(base, changesOf({ keys: ["moniker"] }));
    const text = new TextEncoder().encode("moniker=ann");
    const countIn = (of: Program) => {
      const { scanner } = ScannerPool.of(of);
      scanner.haystack.set(text);
      return startHaystack(scanner, text.length);
    };
    const before = ScannerPool.of(program).scanner;
    for (let i = 0; i < 100; i++) expect([countIn(program), countIn(base)]).toEqual([1, 0]);
    const after = ScannerPool.of(program).scanner;
    expect(isSameMemory(before, ScannerPool.of(base).scanner)).toBe(true);
    expect(isSameMemory(after, before)).toBe(false);
    expect(countIn(program)).toBe(1);
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
