// More rows than a byte counts, and more patterns before a name than a set of 64 bits has.
import { expect, test } from "vitest";
import { catalogueSource } from "../../src/config/catalogue-source.ts";
import { compileProgram } from "../../src/program/image/program.ts";
import type { Join } from "../../src/rules/joins/join.ts";
import { scanBytes } from "../../src/scanner/haystack-scan.ts";
import { Scanner } from "../../src/scanner/scanner.ts";

const rows = Array.from(
  { length: 400 },
  (_, i): Join => ({
    id: `row-${i}`,
    between: i % 4 === 0 ? ` +to${i} +` : ` *: *to${i} +`,
    ...(i % 2 === 0 && i < 120 && { before: ` from${i} ` }),
    example: "",
  }),
);
const catalogue = catalogueSource();
const source = {
  ...catalogue,
  rules: catalogue.rules.filter((rule) => "key" in rule),
  harmless: catalogue.harmless.filter(({ before }) => !before),
};
const program = compileProgram({ ...source, joins: rows }, 1);
const scanner = new Scanner(program);

function isFound(text: string): boolean {
  let count = 0;
  scanBytes(scanner, new TextEncoder().encode(text), () => ({
    keep() {},
    span() {
      count++;
    },
  }));
  return count > 0;
}

test("each of 400 rows is told from the others, also by what stands before the name", () => {
  const found = rows.map((_, i) => isFound(`a from${i} password ${i % 4 === 0 ? "" : ": "}to${i} hunter22x`));
  expect(found.filter((isOne) => !isOne)).toEqual([]);
  const near = rows.filter((_, i) =>
    isFound(`a from${i + 2} password ${i % 4 === 0 ? "" : ": "}to${i} hunter22x`),
  );
  expect(near.map(({ id }) => id)).toEqual(rows.filter(({ before }) => !before).map(({ id }) => id));
});

test("patterns before a name are 63 in each group", () => {
  const many = Array.from({ length: 64 }, (_, i): Join => ({ ...rows[0]!, before: ` from${i} ` }));
  expect(() => compileProgram({ ...source, joins: many }, 1)).toThrow(
    "rows: more than 63 patterns at one place",
  );
});
