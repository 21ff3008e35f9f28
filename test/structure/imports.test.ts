import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { readText, repositoryFiles } from "./files.ts";

/**
 * What each room of src/ may import, as the start of a path in src/; `type:` allows types only. DESIGN.md
 * has the reasons. A room may always import itself.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  rules: [],
  program: ["type:rules/rule.ts", "kernel/abi.ts", "config-error.ts"],
  kernel: [],
  scanner: ["program/", "kernel/abi.ts", "kernel/build/kernel.ts"],
  redaction: ["type:scanner/session.ts", "kernel/abi.ts", "config-error.ts"],
  stream: ["scanner/", "redaction/"],
  object: ["scanner/", "redaction/", "config-error.ts"],
  // The composition root.
  "tally.ts": [],
  "config-error.ts": [],
  "options.ts": ["config-error.ts", "type:rules/", "redaction/"],
  "check-rule.ts": ["config-error.ts", "type:rules/"],
  "program-source.ts": [
    "config-error.ts",
    "check-rule.ts",
    "options.ts",
    "rules/",
    "type:program/",
    "redaction/",
  ],
  "program-for.ts": ["options.ts", "program-source.ts", "program/"],
  "engine.ts": ["options.ts", "tally.ts", "type:program/", "scanner/", "redaction/", "object/"],
  "redactor.ts": [
    "config-error.ts",
    "options.ts",
    "tally.ts",
    "engine.ts",
    "program-for.ts",
    "scanner/",
    "redaction/",
    "stream/",
    "object/",
  ],
  "byte-redactor-with.ts": [
    "config-error.ts",
    "options.ts",
    "tally.ts",
    "engine.ts",
    "type:program/",
    "redaction/",
    "stream/",
  ],
  "stream-redactor.ts": ["options.ts", "tally.ts", "byte-redactor-with.ts", "program-for.ts"],
  "index.ts": ["config-error.ts", "redactor.ts", "type:redaction/", "type:rules/"],
  // Run by the build.
  "prepare.ts": ["program-source.ts", "program/", "type:rules/", "kernel/abi.ts"],
  adapters: ["redactor.ts", "stream-redactor.ts"],
  cli: ["byte-redactor-with.ts", "stream-redactor.ts"],
};

/** The only packages that each room may import. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  object: /^safe-stable-stringify$/,
  adapters: /^(?:node:.*|pino|winston)$/,
  cli: /^node:/,
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
  readonly isPackage: boolean;
}

const STATEMENT = /^(?:import|export)\s+(type\s)?(?:[^;]*?\sfrom\s+)?"([^"]+)"/gm;
const DYNAMIC = /\bimport\("([^"]+)"\)/g;

/** Import statements, `export … from`, and dynamic imports; comments and strings that look like them are not. */
function importsOf(file: string, source: string): Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  const found = (to: string, isType: boolean): Import => {
    const isPackage = !to.startsWith(".");
    const path = isPackage ? to : posix.join(posix.dirname(file), to);
    return { from: file, to: isPackage || /\.[jt]s$/.test(path) ? path : `${path}.ts`, isType, isPackage };
  };
  return [
    ...[...code.matchAll(STATEMENT)].map(([, type, to]) => found(to!, type !== undefined)),
    ...[...code.matchAll(DYNAMIC)].map(([, to]) => found(to!, false)),
  ];
}

const roomOf = (path: string): string => path.split("/")[0]!;

function isAllowed({ from, to, isType, isPackage }: Import): boolean {
  const room = roomOf(from);
  if (isPackage) return PACKAGES[room]?.test(to) ?? false;
  if (roomOf(to) === room && to.includes("/")) return true;
  return (ALLOWED[room] ?? []).some((entry) =>
    entry.startsWith("type:") ? isType && to.startsWith(entry.slice(5)) : to.startsWith(entry),
  );
}

const sources = repositoryFiles().filter((file) => /^src\/.*\.ts$/.test(file) && !file.endsWith(".d.ts"));
const imports = sources.flatMap((file) => importsOf(file.slice("src/".length), readText(file)));

describe("the import directions of src/", () => {
  test("every room has its row", () => {
    const rooms = new Set(sources.map((file) => roomOf(file.slice("src/".length))));
    expect([...rooms].sort()).toEqual(Object.keys(ALLOWED).sort());
  });

  test("are kept", () => {
    expect(imports.length).toBeGreaterThan(200);
    const broken = imports.filter((entry) => !isAllowed(entry)).map(({ from, to }) => `${from} → ${to}`);
    expect(broken).toEqual([]);
  });

  test("lead in no circle from a file to itself", () => {
    const next = new Map<string, string[]>();
    for (const { from, to, isType, isPackage } of imports)
      if (!isType && !isPackage) next.set(from, [...(next.get(from) ?? []), to]);
    expect(circleIn(next)).toEqual([]);
    next.set("kernel/abi.ts", ["kernel/index.ts"]);
    expect(circleIn(next)).toEqual(expect.arrayContaining(["kernel/abi.ts", "kernel/index.ts"]));
  });
});

/** Files of which each imports the next one and the last the first; none: []. */
function circleIn(next: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): readonly string[] => {
    if (way.includes(file)) return way.slice(way.indexOf(file));
    if (done.has(file)) return [];
    for (const each of next.get(file) ?? []) {
      const circle = visit(each, [...way, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of next.keys()) {
    const circle = visit(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

describe("the check itself", () => {
  const check = (from: string, source: string) => importsOf(from, source).map(isAllowed);

  test("refuses what breaks a direction", () => {
    expect(check("scanner/a.ts", 'import { x } from "../redaction/b.ts";')).toEqual([false]);
    expect(check("scanner/a.ts", 'import "../redaction/b.ts";')).toEqual([false]);
    expect(check("kernel/a.ts", 'import {\n  x,\n} from "../program/b";')).toEqual([false]);
    expect(check("stream/a.ts", 'export * from "../redactor.ts";')).toEqual([false]);
    expect(check("object/a.ts", 'const x = await import("../redactor.ts");')).toEqual([false]);
    expect(check("redaction/a.ts", 'import { Session } from "../scanner/session.ts";')).toEqual([false]);
    expect(check("object/a.ts", 'import { inspect } from "node:util";')).toEqual([false]);
    expect(check("scanner/a.ts", 'import { configure } from "safe-stable-stringify";')).toEqual([false]);
    expect(check("cli/a.ts", 'import pino from "pino";')).toEqual([false]);
  });

  test("lets through what keeps it", () => {
    expect(check("redaction/a.ts", 'import type { SpanSink } from "../scanner/session.ts";')).toEqual([true]);
    expect(check("kernel/a.ts", 'import { x } from "./abi";')).toEqual([true]);
    expect(check("object/a.ts", 'import { configure } from "safe-stable-stringify";')).toEqual([true]);
    expect(check("object/a.ts", '/** import { x } from "../cli/run.ts"; */\n// import "node:fs";')).toEqual(
      [],
    );
  });
});
