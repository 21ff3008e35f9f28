// Field cases: texts that people really wrote, with what must be replaced marked; all else stays.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isFoundAt, type Span } from "./judge.ts";
import type { Engine, Share } from "./recall.ts";
import { projectDir, sharedDir } from "./shared.ts";
import type { FieldSource } from "./sources.ts";

export type ValueEngine = Engine & { redact<T>(value: T): T };
export interface FieldCase {
  id: string;
  /** From a pair of files, not from a marked block */
  isReport: boolean;
  text: string;
  wanted: string;
  /** Where the credentials stand in the text */
  marks: [start: number, end: number][];
}
export interface FieldResult {
  /** Marked blocks that come out as wanted, to the byte */
  texts: Share;
  /** The same for pairs of reports */
  reports: Share;
  /** Values that come out as wanted */
  values: Share;
  /** Marked stretches that are found */
  credentials: Share;
  /** Texts and reports of which nothing was replaced but what is marked */
  unspoilt: Share;
  wrong: { id: string; got: string; wanted: string }[];
}

const censor = "[REDACTED]";

export function measureField({ dir }: FieldSource, engine: ValueEngine): FieldResult {
  const folder = join(sharedDir, dir);
  const cases = [
    ...readMarked(readFileSync(join(folder, "marked.txt"), "utf8")),
    ...readReports(join(folder, "reports")),
  ];
  const result = judgeField(cases, engine);
  for (const line of runObjects(join(folder, "objects.mjs"))) {
    result.values.of++;
    if (line.startsWith("ok")) result.values.found++;
    else result.wrong.push({ id: "objects.mjs", got: line, wanted: "ok" });
  }
  return result;
}

export function judgeField(cases: FieldCase[], engine: ValueEngine): FieldResult {
  const none = () => ({ found: 0, of: 0 });
  const result: FieldResult = {
    texts: none(),
    reports: none(),
    values: none(),
    credentials: none(),
    unspoilt: none(),
    wrong: [],
  };
  for (const { id, isReport, text, wanted, marks } of cases) {
    const count = (share: Share, got: string, right: string) => {
      share.of++;
      if (got === right) share.found++;
      else result.wrong.push({ id, got, wanted: right });
    };
    const output = engine.redact(text);
    count(isReport ? result.reports : result.texts, output, wanted);
    const spans = engine.scan(text);
    result.unspoilt.of++;
    const isMarked = (span: Span) => marks.some(([start, end]) => start <= span.start && span.end <= end);
    if (spans.every(isMarked)) result.unspoilt.found++;
    for (const [start, end] of marks) {
      result.credentials.of++;
      if (isFoundAt(text, start, end, spans, output)) result.credentials.found++;
    }
    if (!id.endsWith("*")) continue;
    const anew = (value: unknown) => JSON.stringify(value);
    count(result.values, anew(engine.redact(JSON.parse(text))), anew(JSON.parse(wanted)));
  }
  return result;
}

/** Blocks after lines `=== id what it stands for`, with `«…»` around what must go. */
export function readMarked(file: string): FieldCase[] {
  return file
    .split(/^=== /m)
    .slice(1)
    .map((block) => {
      const [head = "", ...lines] = block.replace(/\n$/, "").split("\n");
      const body = lines.join("\n").replaceAll("␉", "\t").replaceAll("␛", "\x1b");
      let removed = 0;
      const marks: [number, number][] = [...body.matchAll(/«([^»]*)»/g)].map((mark) => {
        const start = mark.index - removed;
        removed += 2;
        return [start, start + (mark[1] ?? "").length];
      });
      return {
        id: head.split(" ")[0] ?? "",
        isReport: false,
        text: body.replace(/[«»]/g, ""),
        wanted: body.replace(/«[^»]*»/g, censor),
        marks,
      };
    });
}

function readReports(folder: string): FieldCase[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".log") && existsSync(join(folder, "expected", name)))
    .map((id) => {
      const text = readFileSync(join(folder, id), "utf8");
      const wanted = readFileSync(join(folder, "expected", id), "utf8");
      return { id, isReport: true, text, wanted, marks: findMarks(text, wanted) };
    });
}

/** What the censor stands for in a text that was redacted: the stretches between the pieces that are kept. */
export function findMarks(text: string, wanted: string): [start: number, end: number][] {
  const [first = "", ...pieces] = wanted.split(censor);
  if (!text.startsWith(first)) throw new Error("a report and what is expected begin differently");
  let at = first.length;
  const marks = pieces.map((piece, i) => {
    const isLast = i === pieces.length - 1;
    const end = isLast ? text.length - piece.length : text.indexOf(piece, at + 1);
    if (end < at || !text.startsWith(piece, end))
      throw new Error("what is expected is not the report's text");
    const mark: [number, number] = [at, end];
    at = end + piece.length;
    return mark;
  });
  // What had been redacted before is not a credential.
  return marks.filter(([start, end]) => text.slice(start, end) !== censor);
}

/** A script that imports the package by its name prints a line a value, `ok` in front. */
function runObjects(file: string) {
  const run = spawnSync(process.execPath, ["--input-type=module"], {
    cwd: projectDir,
    input: readFileSync(file),
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`${file}: ${run.stderr}`);
  return run.stdout.split("\n").filter(Boolean);
}
