// One interface for all that scrubjay is compared with.
import { readFileSync } from "node:fs";

export type RedactAll = (texts: string[]) => Promise<string[]>;

export interface Peer {
  name: string;
  /** `json`: redacts values, so of a text only what is JSON reaches it */
  reads: "text" | "json";
  /** How it is set up, for the reader of the table */
  given: string;
  /** Undefined when it is not installed */
  load: () => Promise<{ version: string; redactAll: RedactAll } | undefined>;
}

export const replacement = "[REDACTED]";

/** The version of an npm package in this folder. */
export function versionOf(name: string) {
  const file = new URL(`node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")).version as string;
}

/** One call for each text. What a peer throws on goes out as it came in: it found nothing there. */
export function oneByOne(redact: (text: string) => string | Promise<string>): RedactAll {
  return async (texts) => {
    const outputs = [];
    for (const text of texts) {
      try {
        outputs.push(await redact(text));
      } catch {
        outputs.push(text);
      }
    }
    return outputs;
  };
}

/** Redacts the JSON in a text: the whole of it, or else line by line. Other lines stay. */
export function redactJson(text: string, redactValue: (value: unknown) => unknown) {
  const whole = parse(text);
  if (whole !== undefined) return JSON.stringify(redactValue(whole));
  const rewrite = (line: string) => {
    const value = parse(line);
    return value === undefined ? line : JSON.stringify(redactValue(value));
  };
  return text.split("\n").map(rewrite).join("\n");
}

/** The object or array that a text is. */
function parse(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Every range of a text replaced, where ranges overlap once. */
export function replaceRanges(text: string, ranges: { start: number; end: number }[]) {
  let output = "";
  let from = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (end <= from) continue;
    output += start >= from ? text.slice(from, start) + replacement : "";
    from = end;
  }
  return output + text.slice(from);
}
