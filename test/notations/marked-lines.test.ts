// Lines as programs write them, what has to be replaced between « and »: the relatives of the field cases.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, test } from "vitest";
import { expectAtEveryCut } from "../kernel/cases/at-every-cut.ts";
import { marked } from "../kernel/cases/marked.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));

/** A case a line; "␤" is a line end in it, and "#" begins a remark. */
function casesOf(name: string): readonly (readonly [input: string, expected: string])[] {
  const lines = readFileSync(`${folder}${name}`, "utf8").split("\n");
  return lines
    .filter((line) => line !== "" && !line.startsWith("# "))
    .map((line) => marked(line.replaceAll("␤", "\n")));
}

describe.each(files)("%s", (name) => {
  test.each(casesOf(name))("%j", expectAtEveryCut);
});
