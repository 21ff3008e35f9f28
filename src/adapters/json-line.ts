import { type Redactor, WITHHELD } from "../redactor/redactor.ts";

/** The start of a pino line. Only these two values are kept of a withheld line. */
const LEVEL_AND_TIME = /^\{"level":(\d{1,9}|"[A-Za-z]{1,12}")(?:,"time":(\d{1,19}|"[\d:TZ.+-]{1,40}"))?/;

/**
 * The JSON line that replaces one that could not be redacted: its level and time, if they come first as pino writes
 * them, and {@link WITHHELD} as `msg`.
 *
 * @param line The line, with or without its line end, which is kept.
 */
export function withheldLine(line: string): string {
  const [, level, time] = LEVEL_AND_TIME.exec(line) ?? [];
  const start = `${level === undefined ? "" : `"level":${level},`}${time === undefined ? "" : `"time":${time},`}`;
  const end = line.endsWith("\r\n") ? "\r\n" : line.endsWith("\n") ? "\n" : "";
  return `{${start}"msg":${JSON.stringify(WITHHELD)}}${end}`;
}

/**
 * The level and time of a line that pino has made.
 *
 * @throws SyntaxError if it is not a JSON object
 */
export function headOf(line: string): { readonly level: number; readonly time: number } {
  if (!line.startsWith("{")) throw new SyntaxError("not a JSON object");
  const [, level, time] = LEVEL_AND_TIME.exec(line) ?? [];
  return { level: Number(level ?? 0), time: Number(time ?? 0) };
}

/** Redacts one line. Returns {@link withheldLine} if that fails; never throws. */
export function redactLine(redactor: Redactor, line: string): string {
  try {
    const redacted = redactor.redact(line);
    if (redacted === line || !redacted.startsWith(WITHHELD)) return redacted;
  } catch {
    // Fail closed.
  }
  return withheldLine(line);
}
