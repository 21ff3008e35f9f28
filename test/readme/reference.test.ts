import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readText, root } from "../structure/files.ts";
import { examplesOf } from "./examples.ts";

/** The entries that export something. */
const ENTRIES = [
  "index",
  ...["metrics", "opentelemetry", "pino", "stream", "web", "winston"].map((name) => `adapters/${name}`),
];

const declarations = (entry: string) => readText(`dist/${entry}.d.cts`);

/** The names that an entry exports, as its declarations call them. */
function exportedNames(text: string): string[] {
  const lists = [...text.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, list]) => list!.split(","));
  return lists.map((name) =>
    name
      .trim()
      .replace(/^type /, "")
      .replace(/ as .*$/, ""),
  );
}

describe.each(ENTRIES)("all that %s exports", (entry) => {
  const text = declarations(entry);
  const examples = new Set(examplesOf(text).map(({ of }) => of));

  test.each(exportedNames(text))("%s has a doc comment with an example", (name) => {
    expect(examples).toContain(name);
  });
});

test("the examples of types compile", () => {
  const folder = mkdtempSync(join(root, "node_modules", ".scrubjay-examples-"));
  try {
    const files = ENTRIES.map((entry) => {
      const file = join(folder, `${entry.replace("/", "-")}.mts`);
      writeFileSync(file, program(entry));
      return file;
    });
    const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
    const settings = ["--module", "nodenext", "--target", "es2023", "--strict", "--skipLibCheck"];
    const args = [tsc, "--noEmit", "--ignoreConfig", "--types", "node", ...settings, ...files];
    const { stdout, status } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
    expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** The examples of an entry's own types, each in a block, with everything that they may name. */
function program(entry: string): string {
  const own = exportedNames(declarations(entry)).filter((name) => name !== "pinoTransport");
  const general = exportedNames(declarations("index")).filter((name) => !own.includes(name));
  const examples = examplesOf(declarations(entry)).filter(({ of, isType }) => isType && own.includes(of));
  return [
    ...[own, general].map((names, i) => {
      const file = `../../dist/${i === 0 ? entry : "index"}.cjs`;
      return `import { ${names.join(", ")} } from ${JSON.stringify(file)};`;
    }),
    'import winston from "winston";',
    ...examples.map(({ code }) => `{\n${code}\n}`),
  ].join("\n");
}
