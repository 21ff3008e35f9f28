import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { readText, repositoryFiles } from "./files.ts";
import { circleIn, type Import, importsOf } from "./import-graph.ts";
import { PACKAGES } from "./packages.ts";

const ABI = ["kernel/abi.ts", "kernel/abi-words.ts"];

/**
 * What each room of src/ may import, as the start of a path; `type:` allows types only. Rooms stand in the order of their
 * floors: each imports only what stands above it, and itself. A file with more to say than its folder has its own row.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  "config-error.ts": [],
  "config/nearest.ts": [],
  "kernel/abi.ts": [],
  "kernel/abi-words.ts": [],
  "kernel/reading": [...ABI],
  "kernel/frames": [...ABI, "kernel/reading/"],
  "kernel/shapes": [...ABI, "kernel/reading/", "kernel/frames/"],
  "kernel/prefilter": [...ABI, "kernel/reading/", "kernel/shapes/"],
  "kernel/names": [...ABI, "kernel/reading/"],
  "kernel/values": [...ABI, "kernel/reading/", "kernel/frames/", "kernel/shapes/", "kernel/names/"],
  "kernel/blocks": [...ABI, "kernel/reading/", "kernel/frames/", "kernel/shapes/", "kernel/values/"],
  "kernel/tables": [
    ...ABI,
    ...["reading", "frames", "shapes", "names", "values"].map((room) => `kernel/${room}/`),
  ],
  "kernel/rows": [...ABI, "kernel/reading/", "kernel/frames/", "kernel/shapes/", "kernel/names/"],
  "kernel/joins": [
    ...ABI,
    ...["reading", "shapes", "names", "values", "tables", "frames", "rows"].map((room) => `kernel/${room}/`),
  ],
  "kernel/step.ts": [
    ...ABI,
    "kernel/reading/",
    "kernel/shapes/",
    "kernel/values/",
    "kernel/blocks/",
    "kernel/frames/",
    "kernel/joins/array.ts",
    "kernel/tables/long-literal.ts",
  ],
  "kernel/index.ts": [
    ...ABI,
    "kernel/reading/",
    "kernel/frames/",
    "kernel/shapes/",
    "kernel/prefilter/",
    "kernel/names/",
    "kernel/blocks/",
    "kernel/tables/",
    "kernel/joins/",
    "kernel/step.ts",
  ],
  "kernel/traced": ["kernel/index.ts"],
  "kernel/unpack": [...ABI],
  "kernel/known": [],
  "kernel/checked": [...ABI, "kernel/reading/", "kernel/index.ts"],
  rules: [],
  "program/pattern": ["config-error.ts"],
  "program/automaton": ["config-error.ts", ...ABI, "program/pattern/"],
  "program/fragments": ["program/pattern/"],
  "program/parts.ts": [],
  "program/byte-writer.ts": ["type:program/parts.ts"],
  "program/unpacker": ["kernel/unpack/contexts.ts", "kernel/abi.ts", "kernel/build/unpacker.ts"],
  "program/rows": [
    "program/byte-writer.ts",
    "program/pattern/",
    "program/automaton/",
    ...ABI,
    "type:rules/joins/",
  ],
  "program/image": [
    "config-error.ts",
    ...ABI,
    "type:rules/rule.ts",
    "type:rules/joins/join.ts",
    "program/byte-writer.ts",
    "program/rows/",
    "program/pattern/",
    "program/automaton/",
    "program/fragments/",
    "program/build/",
    "program/parts.ts",
    "program/unpacker/",
  ],
  "program/extension": [
    "config-error.ts",
    ...ABI,
    "type:rules/rule.ts",
    "program/fragments/",
    "program/image/",
  ],
  // The embedded kernel is packed as the program is.
  scanner: ["config-error.ts", ...ABI, "kernel/build/", "type:program/image/program.ts", "program/unpacker/"],
  redaction: ["config-error.ts", "config/nearest.ts", ...ABI, "type:scanner/session.ts"],
  stream: ["scanner/", "redaction/"],
  object: ["config-error.ts", ...ABI, "scanner/", "redaction/"],
  keep: ["type:object/"],
  known: ["keep/", ...ABI, "kernel/known/layout.ts", "kernel/build/known.ts", "scanner/"],
  config: [
    "config/nearest.ts",
    "config-error.ts",
    "type:known/known.ts",
    "rules/",
    "type:program/image/program.ts",
    "type:program/extension/extend.ts",
    "redaction/",
  ],
  // The composition root. Only `changed-program.ts` brings the compiler along, and `program-for.ts` the embedded catalogue.
  "redactor/tally.ts": [],
  "redactor/prometheus.ts": ["type:redactor/tally.ts"],
  "redactor/known-room.ts": ["known/known.ts"],
  "redactor/engine.ts":
    "type:known/known.ts redactor/known-room.ts type:program/image/program.ts scanner/ redaction/ object/ config/options.ts config/own-key-ids.ts redactor/tally.ts".split(
      " ",
    ),
  "redactor/byte-redactor-with.ts": [
    "config-error.ts",
    "type:program/image/program.ts",
    "redaction/",
    "scanner/",
    "stream/",
    "config/censor-text.ts",
    "config/environment.ts",
    "config/options.ts",
    "redactor/tally.ts",
    "redactor/prometheus.ts",
    "redactor/known-room.ts",
    "redactor/engine.ts",
  ],
  redactor:
    "config-error.ts type:known/known.ts program/image/ program/extension/ scanner/ redaction/ stream/ object/ config/ redactor/".split(
      " ",
    ),
  "index.ts": [
    "config-error.ts",
    "type:config/own-rules.ts",
    "type:rules/",
    "type:redaction/",
    "redactor/redactor.ts",
  ],
  "explain/instrument.ts": [],
  "explain/call-trace.ts": [
    "type:program/image/program.ts",
    "type:scanner/kernel.ts",
    "scanner/scanner.ts",
    "explain/instrument.ts",
  ],
  "explain/explanation.ts": ["kernel/abi.ts", "type:program/image/program.ts", "explain/call-trace.ts"],
  explain: [
    "rules/",
    "program/automaton/",
    "program/fragments/",
    "program/image/",
    "type:scanner/kernel.ts",
    "scanner/scanner.ts",
    "redactor/program-for.ts",
    "explain/",
  ],
  "adapters/metrics.ts": ["redactor/prometheus.ts", "type:redactor/redactor.ts"],
  "adapters/secrets.ts": ["known/known.ts", "redactor/known-room.ts"],
  "node/given-file.ts": ["config-error.ts"],
  "node/secret-sources.ts": ["config-error.ts", "node/given-file.ts"],
  "adapters/kafka": [
    "config/policy-text.ts",
    "redactor/redactor.ts",
    "redactor/prometheus.ts",
    "node/given-file.ts",
  ],
  adapters:
    "adapters/kafka/ redactor/redactor.ts redactor/stream-redactor.ts node/given-file.ts node/secret-sources.ts".split(
      " ",
    ),
  // What Node reads from files; the build puts it in the place of what is embedded.
  node: [
    "config-error.ts",
    "type:rules/rule.ts",
    "type:program/image/program.ts",
    "type:program/extension/compiler.ts",
    "type:program/image/compile-shape.ts",
    "type:redactor/changed-program.ts",
    "type:known/known.ts",
  ],
  "cli/errors.ts": [],
  "cli/output": ["cli/errors.ts"],
  "cli/input": ["redactor/byte-redactor-with.ts", "cli/errors.ts", "cli/output/"],
  "cli/program.ts": [
    "redactor/byte-redactor-with.ts",
    "redactor/changed-program.ts",
    "node/prepared.ts",
    "type:cli/input/redacting.ts",
  ],
  "cli/threads": ["type:redactor/byte-redactor-with.ts", "cli/output/", "cli/input/", "cli/program.ts"],
  "cli/tool-names.ts": [],
  "cli/flags": ["config/nearest.ts", "redactor/byte-redactor-with.ts", "type:cli/tool-names.ts"],
  "cli/version.ts": [],
  "cli/pump.ts": ["cli/input/", "cli/output/"],
  "cli/report.ts": ["redactor/byte-redactor-with.ts", "cli/errors.ts", "cli/output/"],
  "cli/options":
    "config/config-file.ts config/gitleaks/ config/own-rules.ts program/extension/compiler.ts redactor/byte-redactor-with.ts node/given-file.ts node/secret-sources.ts cli/flags/ cli/errors.ts cli/program.ts cli/report.ts".split(
      " ",
    ),
  "cli/toolbox.ts":
    "redaction/ scanner/ redactor/byte-redactor-with.ts cli/output/ cli/input/ cli/options/ cli/flags/ cli/program.ts cli/pump.ts cli/report.ts cli/version.ts".split(
      " ",
    ),
  "cli/tools": [
    ...["config/nearest.ts", "config/selected-rules.ts", "config/all-rules.ts", "config/own-key-ids.ts"],
    ...["type:config/options.ts", "rules/rulesets.ts", "node/given-file.ts", "adapters/kafka.ts"],
    ...["explain/call-trace.ts", "explain/explanation.ts", "kernel/abi.ts", "type:scanner/session.ts"],
    ...["type:cli/toolbox.ts", "type:cli/flags/", "cli/flags/read-flags.ts", "cli/errors.ts"],
    ...["type:cli/output/", "type:cli/input/", "cli/tool-names.ts"],
  ],
  cli: ["config/nearest.ts", "redactor/byte-redactor-with.ts", "cli/"],
};

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
