import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { readText, repositoryFiles } from "./files.ts";
import { circleIn, type Import, importsOf } from "./import-graph.ts";
import { PACKAGES } from "./packages.ts";
import { ALLOWED } from "./rooms.ts";

/** The row of ALLOWED that holds for a file: its own, or that of the folder next above it; none: "". */
function roomOf(path: string, folder = posix.dirname(path)): string {
  if (path in ALLOWED || folder === ".") return path in ALLOWED ? path : "";
  return roomOf(folder);
}

function isAllowed({ from, to, isType, isPackage }: Import): boolean {
  const room = roomOf(from);
  if (isPackage) return PACKAGES[from.split("/")[0]!]?.test(to) ?? false;
  if (roomOf(to) === room) return true;
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

  test("every row names only rooms that stand above it", () => {
    const rows = Object.keys(ALLOWED);
    const wrong = rows.flatMap((room, i) => {
      const above = rows.slice(0, i).flatMap((row) => [row, `${row}/`, `${row.split("/")[0]}/build/`]);
      const names = ALLOWED[room]!.map((entry) => entry.replace(/^type:/, ""));
      return names
        .filter((name) => !name.startsWith(`${room}/`) && !above.some((row) => name.startsWith(row)))
        .map((name) => `${room} → ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  test("are kept", () => {
    expect(imports.length).toBeGreaterThan(200);
    const broken = imports.filter((entry) => !isAllowed(entry)).map(({ from, to }) => `${from} → ${to}`);
    expect(broken).toEqual([]);
  });

  test("lead in no circle from a file to itself, types among them", () => {
    const next = new Map<string, string[]>();
    for (const { from, to, isPackage } of imports)
      if (!isPackage) next.set(from, [...(next.get(from) ?? []), to]);
    expect(circleIn(next)).toEqual([]);
    next.set("kernel/abi.ts", ["kernel/index.ts"]);
    expect(circleIn(next)).toEqual(expect.arrayContaining(["kernel/abi.ts", "kernel/index.ts"]));
  });
});

describe("the check itself", () => {
  const check = (from: string, source: string) => importsOf(from, source).map(isAllowed);

  test("refuses what breaks a direction", () => {
    expect(check("scanner/a.ts", 'import { x } from "../redaction/b.ts";')).toEqual([false]);
    expect(check("scanner/a.ts", 'import "../redaction/b.ts";')).toEqual([false]);
    expect(check("kernel/reading/a.ts", 'import {\n  x,\n} from "../names/b";')).toEqual([false]);
    expect(check("kernel/names/a.ts", 'import {\n  x,\n} from "../../program/image/b";')).toEqual([false]);
    expect(check("stream/a.ts", 'export * from "../redactor/redactor.ts";')).toEqual([false]);
    expect(check("object/a.ts", 'const x = await import("../redactor/redactor.ts");')).toEqual([false]);
    expect(check("redactor/engine.ts", 'import { programFor } from "./program-for.ts";')).toEqual([false]);
    expect(check("redaction/a.ts", 'import { Session } from "../scanner/session.ts";')).toEqual([false]);
    expect(check("object/a.ts", 'import { inspect } from "node:util";')).toEqual([false]);
    expect(check("scanner/a.ts", 'import { configure } from "safe-stable-stringify";')).toEqual([false]);
    expect(check("cli/a.ts", 'import pino from "pino";')).toEqual([false]);
  });

  test("lets through what keeps it", () => {
    expect(check("redaction/a.ts", 'import type { SpanSink } from "../scanner/session.ts";')).toEqual([true]);
    expect(check("kernel/names/a.ts", 'import { x } from "../abi";')).toEqual([true]);
    expect(check("object/a.ts", 'import { configure } from "safe-stable-stringify";')).toEqual([true]);
    expect(check("object/a.ts", '/** import { x } from "../cli/run.ts"; */\n// import "node:fs";')).toEqual(
      [],
    );
  });
});
