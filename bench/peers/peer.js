// One interface for all that scrubjay is compared with.
import { readFileSync } from "node:fs";

/**
 * @typedef {(texts: string[]) => Promise<string[]>} RedactAll
 *
 * @typedef {object} Peer
 * @property {string} name
 * @property {"text" | "json"} reads `json`: redacts values, so of a text only what is JSON reaches it
 * @property {string} given how it is set up, for the reader of the table
 * @property {() => Promise<{ version: string, redactAll: RedactAll } | undefined>} load undefined when it is
 *   not installed
 */

export const replacement = "[REDACTED]";

/** The version of an npm package in this folder. @param {string} name */
export function versionOf(name) {
  const file = new URL(`node_modules/${name}/package.json`, import.meta.url);
  return /** @type {string} */ (JSON.parse(readFileSync(file, "utf8")).version);
}

/**
 * One call for each text. What a peer throws on goes out as it came in: it found nothing there.
 * @param {(text: string) => string | Promise<string>} redact @returns {RedactAll}
 */
export function oneByOne(redact) {
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

/**
 * Redacts the JSON in a text: the whole of it, or else line by line. Other lines stay.
 * @param {string} text @param {(value: unknown) => unknown} redactValue
 */
export function redactJson(text, redactValue) {
  const whole = parse(text);
  if (whole !== undefined) return JSON.stringify(redactValue(whole));
  const rewrite = (/** @type {string} */ line) => {
    const value = parse(line);
    return value === undefined ? line : JSON.stringify(redactValue(value));
  };
  return text.split("\n").map(rewrite).join("\n");
}

/** The object or array that a text is. @param {string} text @returns {object | undefined} */
function parse(text) {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Every range of a text replaced, where ranges overlap once.
 * @param {string} text @param {{ start: number, end: number }[]} ranges
 */
export function replaceRanges(text, ranges) {
  let output = "";
  let from = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (end <= from) continue;
    output += start >= from ? text.slice(from, start) + replacement : "";
    from = end;
  }
  return output + text.slice(from);
}
