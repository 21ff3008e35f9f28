import type { Logform } from "winston";
import {
  createLookingRedactor,
  type LookingRedactor,
  type Redactor,
  type RedactorOptions,
  WITHHELD,
} from "../../redactor/redactor.ts";

export const LEVEL: unique symbol = Symbol.for("level") as never;
export const MESSAGE: unique symbol = Symbol.for("message") as never;
export const SPLAT: unique symbol = Symbol.for("splat") as never;

type Info = Logform.TransformableInfo & Record<PropertyKey, unknown>;

/** Redacts a winston entry: the same reference, or a copy with the same symbols. Never throws. */
export type RedactInfo = (info: Logform.TransformableInfo) => Logform.TransformableInfo;

/** @throws RedactorConfigError when the options cannot work */
export function createRedactInfo(options: RedactorOptions): RedactInfo {
  const looking = createLookingRedactor(options);
  return (info) => redactInfo(looking, info, options.paths !== undefined);
}

/** @param hasPaths Whether the redactor has paths, which also hold in the finished text and in each argument. */
export function redactInfo(
  { redactor, areClean }: LookingRedactor,
  info: Logform.TransformableInfo,
  hasPaths = false,
): Logform.TransformableInfo {
  try {
    const finished = (info as Info)[MESSAGE];
    if (typeof finished === "string" && areClean(finished, info, skippedOf(info as Info))) return info;
    const redacted: unknown = redactor.redact(info);
    const copy = hasPaths ? redactParts(redactor, info as Info, redacted as Info) : (redacted as Info);
    if (copy === info) return info;
    if (typeof copy === "object" && copy !== null) {
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

/** The finished text is scanned as what it is: as a string of the entry's JSON, all its quotes would be escaped. */
const TEXT: ReadonlySet<symbol> = new Set([MESSAGE]);
const TEXT_AND_ARGUMENTS: ReadonlySet<symbol> = new Set([MESSAGE, SPLAT]);

/** What need not be looked at with the fields: winston copies the arguments of a call into the entry. */
function skippedOf(info: Info): ReadonlySet<symbol> {
  const splat = info[SPLAT];
  const isCopied = Array.isArray(splat) && splat.length === 1 && isCopiedInto(splat[0], info);
  return isCopied ? TEXT_AND_ARGUMENTS : TEXT;
}

/** Whether all of a plain object stands in the entry, under the same names. The entry's `level` is never its own. */
function isCopiedInto(argument: unknown, info: Info): boolean {
  if (typeof argument !== "object" || argument === null) return false;
  if (Object.getPrototypeOf(argument) !== Object.prototype) return false;
  const values = argument as Record<string, unknown>;
  for (const key in values)
    if (values[key] !== info[key] && !(key === "level" && typeof values[key] === "number")) return false;
  return Object.getOwnPropertySymbols(argument).length === 0;
}

/** Paths also apply from the root of these. */
function redactParts(redactor: Redactor, info: Info, redacted: Info): Info {
  let copy = redacted;
  const set = (key: symbol, value: unknown): void => {
    if (copy === info) copy = Object.assign(Object.create(Object.getPrototypeOf(info)), info);
    copy[key] = value;
  };
  const text = redacted[MESSAGE];
  if (typeof text === "string") {
    const clean = redactor.redact(text);
    if (clean !== text) set(MESSAGE, clean);
  }
  const splat = redacted[SPLAT];
  if (Array.isArray(splat)) {
    const clean = splat.map((argument) => redactor.redact(argument));
    if (clean.some((argument, i) => argument !== splat[i])) set(SPLAT, clean);
  }
  return copy;
}

/** The entry that replaces one that could not be redacted. Its level, and the mark of a crash, are kept. */
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
