import { describe, expect, test } from "vitest";
import { catalogueSource } from "../../src/config/catalogue-source.ts";
import { changesOf } from "../../src/config/selected-rules.ts";
import { createRedactor, type RedactorOptions } from "../../src/index.ts";
import { extendProgram } from "../../src/program/extension/extend.ts";
import { preparedProgram } from "../../src/program/image/prepared.ts";
import { compileProgram } from "../../src/program/image/program.ts";
import { scanBytes } from "../../src/scanner/haystack-scan.ts";
import { Scanner } from "../../src/scanner/scanner.ts";
import { isLong } from "../long.ts";
import { allLines } from "../promises/sample-lines.ts";

/** What a program finds in each text: the ids of rules and where. */
function foundBy(scanner: Scanner, ruleIds: readonly string[], text: string): readonly string[] {
  const found: string[] = [];
  scanBytes(scanner, new TextEncoder().encode(text), () => ({
    keep() {},
    span(_memory, start, end, rule, _flags, shift) {
      found.push(`${ruleIds[rule]} ${start + shift}-${end + shift}`);
    },
  }));
  return found;
}

const texts = [
  ...allLines.map(([, line]) => line),
  "ssn: 123-45 ticket-00c0ffee pk_live_x https://ann:hunter2@host/ userSsn=9 reset_token=r17 größe=hunter22x",
  '{"ssn":"1","ticket":"ticket-00c0ffee","deep":{"user_ssn":"22"}} <<key:c2VjcmV0>> Authorization: Bearer hunter22x',
];

const shape = { id: "own/ticket", pattern: "\\bticket-([0-9a-f]{8})\\b" };
const loose = { id: "own/digits", pattern: "[0-9]{3}-[0-9]{2}" };
const block = { id: "own/block", begin: "<<key:", end: ">>", body: "text" } as const;
const options: Readonly<Record<string, RedactorOptions>> = {
  "a key": { keys: ["ssn"] },
  "keys and names that are none": { keys: ["ssn", "_pin", "=user id", "!reset token", "größe"] },
  "a rule that is off": { rules: ["!url/password"] },
  "rules of names that are off": { rules: ["!key/password", "!header/authorization"] },
  "some rules alone": { rules: ["header/*", "key/token"] },
  "a rule that is asked for": { rules: ["stripe/publishable-key"] },
  "own shapes": { rules: [shape, loose] },
  "an own block": { rules: [block] },
  "own rules of names": { rules: [{ id: "own/name", key: ["ticket"], qualified: "random" }] },
  "some rules, and of everything else some": {
    rules: ["header/*", "key/token", shape, loose, block],
    keys: ["ssn", "!reset token"],
    allow: ["hunter22x", { pattern: "r[0-9]+" }],
  },
  everything: {
    rules: ["!jwt/*", shape, loose, block],
    keys: ["ssn"],
    allow: ["hunter22x", { pattern: "r[0-9]+" }],
  },
};

// To compile the catalogue takes some seconds, a few rules less than one.
const tried = isLong ? Object.keys(options) : ["some rules, and of everything else some"];

describe("a program with changes is what the compiler makes of the same rules", () => {
  test.each(tried)("%s", (name) => {
    const given = options[name]!;
    const { rules, off, optIn, own, allowed } = changesOf(given);
    const source = catalogueSource();
    const patterns = [...allowed.texts.map((text) => text.replace(/\W/g, "\\$&")), ...allowed.patterns];
    const compiled = compileProgram(
      {
        ...source,
        rules: [...rules.filter((rule) => !off.has(rule)), ...optIn, ...own],
        innocentValues: [...source.innocentValues, ...patterns],
      },
      1,
      { exactFrom: rules.length - off.size + optIn.length },
    );
    const extended = extendProgram(preparedProgram(), changesOf(given));
    const [first, second] = [new Scanner(compiled), new Scanner(extended)];
    const differing = texts.filter(
      (text) =>
        JSON.stringify(foundBy(first, compiled.ruleIds, text)) !==
        JSON.stringify(foundBy(second, extended.ruleIds, text)),
    );
    expect(differing).toEqual([]);
    expect(texts.some((text) => foundBy(second, extended.ruleIds, text).length > 0)).toBe(true);
  });
});

describe("many of them", () => {
  test("a thousand names and allowed values work", () => {
    const names = Array.from(
      { length: 1000 },
      (_, i) => `field ${i.toString(26).replace(/\d/g, (d) => "qrstuvwxyz"[+d]!)}z`,
    );
    const redactor = createRedactor({
      keys: names,
      allow: Array.from({ length: 1000 }, (_, i) => `allowed-${i}`),
    });
    expect(
      redactor.redact(names.map((name) => `${name.replace(" ", "_")}=hunter22x`).join("\n")),
    ).not.toContain("hunter22x");
    const kept = Array.from({ length: 1000 }, (_, i) => `password=allowed-${i}`).join("\n");
    expect(redactor.redact(kept)).toBe(kept);
    expect(redactor.redact("password=allowed-1000")).toBe("password=[REDACTED]");
  });

  test("names and shapes of one's own are found side by side", () => {
    // Nothing rare is in a number: it is looked for by its first byte.
    const number = { id: "own/number", pattern: "\\b[0-9]{7}\\b" };
    const { redact } = createRedactor({ keys: ["ssn"], rules: [loose, shape, number] });
    expect(redact("ssn: hunter22 at 123-45 ticket-00c0ffee 1234567 12345678")).toBe(
      "ssn: [REDACTED] at [REDACTED] ticket-[REDACTED] [REDACTED] 12345678",
    );
  });

  test("more than a program can hold are refused", () => {
    const many = Array.from({ length: 100_000 }, (_, i) => `n${i.toString(36).replace(/\d/g, "q")}${i}a`);
    for (const given of [{ keys: many }, { allow: many }]) {
      expect(() => createRedactor(given)).toThrow(expect.objectContaining({ code: "invalid-option" }));
    }
  });

  test("the same options have the same program", () => {
    const changes = { keys: ["ssn"], allow: ["x"] };
    const memory = (n: number) => {
      const all = Array.from({ length: n }, () => createRedactor({ ...changes }));
      return all.map((redactor) => redactor.redact("ssn=hunter22x"));
    };
    expect(new Set(memory(50))).toEqual(new Set(["ssn=[REDACTED]"]));
  });
});
