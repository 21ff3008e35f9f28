/**
 * Why a configuration was refused. The codes are stable, so programs can branch on them.
 *
 * @example
 * const code: ConfigErrorCode = "unknown-rule";
 */
export type ConfigErrorCode =
  | "unknown-option"
  | "unknown-rule"
  | "unknown-censor"
  | "invalid-option"
  | "invalid-rule"
  | "unsupported-pattern"
  | "pattern-too-large"
  | "no-webassembly"
  | "incomplete-package"
  | "unsupported-host";

/**
 * Thrown for a configuration that cannot work, when it is given. The message says what was given, what is
 * allowed and how to fix it. It never contains text from a log. What holds only in code stands in `(in code: …)`, which
 * the command line leaves out.
 *
 * @example
 * const codeOf = (error: unknown) => (error instanceof RedactorConfigError ? error.code : undefined);
 */
export class RedactorConfigError extends Error {
  static {
    // Shown with a stack trace, where the class may have been given a short name.
    Object.defineProperty(RedactorConfigError, "name", { value: "RedactorConfigError" });
  }

  override readonly name = "RedactorConfigError";
  readonly code: ConfigErrorCode;

  constructor(code: ConfigErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** A value for a message: a plain value as it is, any other by its type, so that no value makes the message fail. */
export function given(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return "an array";
  if (isRegExp(value)) return "a RegExp";
  if (typeof value === "object" && value !== null) return "an object";
  return typeof value === "function" || typeof value === "symbol" ? `a ${typeof value}` : String(value);
}

function isRegExp(value: unknown): boolean {
  try {
    return value instanceof RegExp;
  } catch {
    return false;
  }
}
