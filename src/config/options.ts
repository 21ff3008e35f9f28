import { given, RedactorConfigError } from "../config-error.ts";
import { CENSOR_NAMES, type Censor } from "../redaction/censors.ts";
import type { MatchEvent } from "../redaction/replacing.ts";
import type { Rule } from "../rules/rule.ts";

/** A sensitive name with a censor of its own. */
export interface CensoredKey {
  readonly name: string;
  /** As the option `censor`; that, unless given. */
  readonly censor?: Censor | undefined;
}

/** What a redactor can be told; every option may be left out, or be undefined. */
export interface RedactorOptions {
  /**
   * Rules of your own, beside those of the catalogue, or ids that choose from it: `"github/*"` turns on
   * only what is named, `"!jwt/jws"` turns one off, a publishable key's id turns it on.
   */
  readonly rules?: readonly (string | Rule)[] | undefined;
  /**
   * More sensitive names, as in `KeyRule.key`; one behind `!` is innocent: `["ssn", "!session id"]`. What stands for
   * the values of one may be its own: `{ name: "iban", censor: "mask" }`.
   */
  readonly keys?: readonly (string | CensoredKey)[] | undefined;
  /** What stands for a secret; `"redacted"` unless given. Beside `paths` any other text stands for itself. */
  readonly censor?: Censor | (string & {}) | undefined;
  /**
   * Values that are secret because of where they stand, in objects and JSON texts, in pino's syntax:
   * `"req.headers.authorization"`, `"users[*].password"`, `'a["b.c"]'`.
   */
  readonly paths?: readonly string[] | undefined;
  /** Take what `paths` name away, with its name, instead of replacing it. */
  readonly remove?: boolean | undefined;
  /** Values that are no secret: an exact text, or a pattern for the whole of it. */
  readonly allow?: readonly (string | { readonly pattern: string })[] | undefined;
  /** Is told of every match; what it throws is ignored. */
  readonly onMatch?: ((match: MatchEvent) => void) | undefined;
}

/** What each option is, as `typeof` says it; the others are arrays. */
const TYPES: Readonly<Record<string, string>> = { onMatch: "function", remove: "boolean" };
const KNOWN = ["rules", "keys", "censor", "paths", "remove", "allow", "onMatch"];

/** @throws RedactorConfigError for an option that is unknown or not of its kind */
export function checkOptions(options: RedactorOptions): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    refuse("invalid-option", `options must be an object, not ${given(options)}`);
  }
  for (const [name, value] of Object.entries(options)) {
    if (!KNOWN.includes(name)) {
      refuse(
        "unknown-option",
        `option ${JSON.stringify(name)} is not known; allowed are ${KNOWN.join(", ")}`,
      );
    }
    if (value === undefined || name === "censor") continue;
    const type = TYPES[name] ?? "array";
    if (type === "array" ? !Array.isArray(value) : typeof value !== type) {
      const article = type === "array" ? "an" : "a";
      refuse("invalid-option", `option ${name} must be ${article} ${type}, not ${given(value)}`);
    }
  }
  if (options.remove && options.paths === undefined)
    refuse("invalid-option", "option remove is for what `paths` name; there are no paths");
}

/** The censor, where pino's options may say it with a plain text. */
export function censorOf({ censor = "redacted", paths }: RedactorOptions): Censor {
  const isName = typeof censor !== "string" || (CENSOR_NAMES as readonly string[]).includes(censor);
  return isName || paths === undefined ? (censor as Censor) : { text: censor };
}

/** Whether the options leave the rules as they are, so that the program of the build will do. */
export function keepsCatalogue(options: RedactorOptions): boolean {
  const { rules, keys, allow } = options;
  return !rules && !keys && !allow && typeof censorOf(options) !== "object";
}

export function refuse(
  code: "unknown-option" | "unknown-rule" | "unknown-censor" | "invalid-option",
  message: string,
): never {
  throw new RedactorConfigError(code, message);
}
