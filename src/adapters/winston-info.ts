import type { Logform } from "winston";
import { type Redactor, WITHHELD } from "../redactor.ts";

export const LEVEL: unique symbol = Symbol.for("level") as never;
export const MESSAGE: unique symbol = Symbol.for("message") as never;

type Info = Logform.TransformableInfo & Record<PropertyKey, unknown>;

/** A winston entry redacted: the same reference, or a copy with the same symbols. Never throws. */
export function redactInfo(redactor: Redactor, info: Logform.TransformableInfo): Logform.TransformableInfo {
  try {
    const redacted: unknown = redactor.redact(info);
    if (redacted === info) return info;
    if (typeof redacted === "object" && redacted !== null) {
      const copy = redacted as Info;
      const level = (info as Info)[LEVEL];
      // winston routes by it: an entry without it is lost.
      if (copy[LEVEL] !== level) copy[LEVEL] = level;
      return copy;
    }
  } catch {
    // Fail closed.
  }
  return withheldInfo(info as Info);
}

/** What stands for an entry that could not be redacted; its level, and that it tells of a crash, are kept. */
function withheldInfo(info: Info): Logform.TransformableInfo {
  const level = peek(info, LEVEL) ?? peek(info, "level");
  const named = typeof level === "string" ? level : "error";
  const entry: Info = { level: named, message: WITHHELD };
  const text = peek(info, MESSAGE);
  entry[LEVEL] = named;
  entry[MESSAGE] =
    typeof text === "string" && text.startsWith("{") ? JSON.stringify(entry) : `${named}: ${WITHHELD}`;
  for (const flag of ["exception", "rejection"]) if (peek(info, flag) === true) entry[flag] = true;
  return entry;
}

function peek(info: Info, key: PropertyKey): unknown {
  try {
    return info[key];
  } catch {
    return undefined;
  }
}
