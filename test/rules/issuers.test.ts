import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readText, root } from "../structure/files.ts";

const files = readdirSync(join(root, "src/rules/vendors"));
const idsIn = (text: string): string[] => [...text.matchAll(/^ {4}id: "([^"]+)"/gm)].map(([, id]) => id!);
const idsOf = (file: string): string[] => idsIn(readText(`src/rules/vendors/${file}`));
const issuerOf = (id: string): string => id.split("/")[0]!;

test("an issuer's formats are in one file", () => {
  const places = new Map<string, Set<string>>();
  for (const file of files)
    for (const id of idsOf(file)) places.set(issuerOf(id), (places.get(issuerOf(id)) ?? new Set()).add(file));
  // Nobody's: what many programs make.
  places.delete("generic");
  expect(places.size).toBeGreaterThan(300);
  expect([...places].filter(([, at]) => at.size > 1)).toEqual([]);
});

test.each(files.filter((file) => /^(?:[a-z]|co)\.ts$/.test(file)))(
  "%s has its letter's issuers, sorted",
  (file) => {
    for (const table of readText(`src/rules/vendors/${file}`).split("\nexport const ")) {
      const issuers = idsIn(table).map(issuerOf);
      expect(issuers.filter((issuer) => issuer[0] !== file[0])).toEqual([]);
      expect(issuers).toEqual([...issuers].sort());
    }
  },
);
