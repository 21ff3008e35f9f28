// Matches in real logs: how many, by which rule, and which of them a person has judged.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { countLines, parsesAsJson, type Span } from "./judge.ts";
import { readVerdicts } from "./judgements.ts";
import type { Engine } from "./recall.ts";
import { sharedDir } from "./shared.ts";
import type { LogSource } from "./sources.ts";

export type Match = {
  file: string;
  line: number;
  rule: string;
  lineText: string;
  start: number;
  end: number;
};

export type Logs = ReturnType<typeof measureCorpora>;

export function measureCorpora(source: LogSource, engine: Engine) {
  const verdictOf = readVerdicts();
  const index = readIndex(source);
  const result = {
    bytes: 0,
    files: index.length,
    filesWithMatches: 0,
    contextLost: 0,
    jsonBroken: 0,
    credentials: 0,
    innocents: 0,
    matches: [] as Match[],
    unjudged: [] as Match[],
    byRule: new Map<string, { matches: number; unjudged: number; innocents: number }>(),
  };
  for (const file of index) {
    const bytes = readFileSync(join(sharedDir, file));
    result.bytes += bytes.length;
    // Bytes as Latin-1: offsets are byte offsets, and invalid UTF-8 stays as it is.
    const text = bytes.toString("latin1");
    const spans = engine.scan(text);
    const output = engine.redact(text);
    if (spans.length === 0) {
      if (output !== text) result.contextLost++;
      continue;
    }
    result.filesWithMatches++;
    if (!outsideIsKept(text, output, spans)) result.contextLost++;
    result.jsonBroken += brokenJsonLines(text, output);
    for (const match of locate(file, text, spans)) {
      const count = result.byRule.get(match.rule) ?? { matches: 0, unjudged: 0, innocents: 0 };
      result.byRule.set(match.rule, count);
      count.matches++;
      result.matches.push(match);
      const verdict = verdictOf(match);
      if (verdict === "credential") result.credentials++;
      else if (verdict === "innocent") {
        result.innocents++;
        count.innocents++;
      } else {
        result.unjudged.push(match);
        count.unjudged++;
      }
    }
  }
  return result;
}

/** The files of a source, below the shared folder. */
export function readIndex({ dir, only, except }: LogSource): string[] {
  const index: { file: string; source: string }[] = JSON.parse(
    readFileSync(join(sharedDir, dir, "index.json"), "utf8"),
  );
  return index
    .filter(({ source }) => (only?.includes(source) ?? true) && !except?.includes(source))
    .map(({ file }) => `${dir}/${file}`);
}

/** Every stretch between two matches is in the output, in order. */
function outsideIsKept(text: string, output: string, spans: Span[]) {
  if (countLines(text) !== countLines(output)) return false;
  let from = 0;
  let at = 0;
  for (const span of spans) {
    const kept = text.slice(from, span.start);
    const found = output.indexOf(kept, at);
    if (found < 0) return false;
    at = found + kept.length;
    from = span.end;
  }
  return output.endsWith(text.slice(from));
}

/** JSON lines that are none any more. */
export function brokenJsonLines(text: string, output: string) {
  const before = text.split("\n");
  const after = output.split("\n");
  let broken = 0;
  for (let i = 0; i < before.length; i++) {
    const line = before[i] ?? "";
    if (line === after[i] || !/^\s*[[{]/.test(line) || !parsesAsJson(line)) continue;
    if (!parsesAsJson(after[i] ?? "")) broken++;
  }
  return broken;
}

/** Each span by its line. */
export function locate(file: string, text: string, spans: Span[]): Match[] {
  let line = 1;
  let lineStart = 0;
  return spans.map((span) => {
    for (
      let next = text.indexOf("\n", lineStart);
      next >= 0 && next < span.start;
      next = text.indexOf("\n", lineStart)
    ) {
      line++;
      lineStart = next + 1;
    }
    const lineEnd = text.indexOf("\n", lineStart);
    const lineText = text.slice(lineStart, lineEnd < 0 ? undefined : lineEnd);
    return {
      file,
      line,
      rule: span.rule,
      lineText,
      start: span.start - lineStart,
      end: span.end - lineStart,
    };
  });
}
