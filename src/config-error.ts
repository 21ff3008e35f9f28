/** Why a configuration was refused; stable, for programs to branch on. */
export type ConfigErrorCode =
  | "unknown-option"
  | "unknown-rule"
  | "unknown-censor"
  | "invalid-option"
  | "invalid-rule"
  | "unsupported-pattern"
  | "pattern-too-large";

/**
 * A configuration that cannot work, refused when it is given. The message says what was found, what is
 * allowed and how to mend it; it never holds text from a log.
 */
export class RedactorConfigError extends Error {
  override readonly name = "RedactorConfigError";
  readonly code: ConfigErrorCode;

  constructor(code: ConfigErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
