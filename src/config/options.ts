import { given, RedactorConfigError } from "../config-error.ts";
import type { Secrets } from "../known/known.ts";
import { CENSOR_NAMES, type Censor, ownTexts, type PlainCensor } from "../redaction/censors.ts";
import type { MatchEvent } from "../redaction/replacing.ts";
import { didYouMean } from "./nearest.ts";
import type { OwnRule } from "./own-rules.ts";

/**
 * A sensitive name with a censor of its own.
 *
 * @example
 * const key: CensoredKey = { name: "iban", censor: "mask" };
 */
export interface CensoredKey {
  readonly name: string;
  /** As the option `censor`, which is the default. */
  readonly censor?: PlainCensor | undefined;
}

/**
 * Options of a redactor. Each may be left out or be undefined.
 *
 * @example
 * const options: RedactorOptions = { keys: ["ssn"], rules: ["pii/email"], censor: "label" };
 */
export interface RedactorOptions {
  /**
   * Your own rules, in addition to the catalogue, or ids that choose from it: `"github/*"` uses only these
   * rules, `"!jwt/jws"` turns one off, and the id of a public key or of personal data turns that rule on. `"default"`,
   * `"strict"` (every rule) and `"headers-only"` are rulesets.
   */
  readonly rules?: readonly (string | OwnRule)[] | undefined;
  /**
   * More sensitive names. `!` before a name takes it out of the catalogue: `["ssn", "!session id"]`. A name can
   * have its own censor: `{ name: "iban", censor: "mask" }`.
   */
  readonly keys?: readonly (string | CensoredKey)[] | undefined;
  /** What replaces a secret; `"redacted"` by default. With `paths`, any other string is the replacement itself. */
  readonly censor?: Censor | (string & {}) | undefined;
  /**
   * Values that are secret because of where they are in an object or JSON text, in pino's syntax:
   * `"req.headers.authorization"`, `"users[*].password"`, `'a["b.c"]'`.
   */
  readonly paths?: readonly string[] | undefined;
  /**
   * Keeps only these values of records (objects, lines of JSON, logfmt), as `paths` name them; any other value goes, and so
   * does a line that is not a record. What is kept is redacted as usual.
   */
  readonly keepOnly?: readonly string[] | undefined;
  /** Removes what `paths` name or `keepOnly` does not, with its name, instead of replacing it. */
  readonly remove?: boolean | undefined;
  /** Values that are not secret: an exact string, or a pattern for the whole value. */
  readonly allow?: readonly (string | { readonly pattern: string })[] | undefined;
  /**
   * Values that are replaced wherever they appear, in whatever form: as they are, in base64 or hexadecimal, escaped, wrapped
   * over lines. Each has 8 characters or more and does not read like a word. Or the `secrets` of another redactor, which are
   * then those of both.
   */
  readonly secrets?: readonly string[] | Secrets | undefined;
  /**
   * Also replaces a value that was seen under a sensitive name wherever it appears in that record and in those of the next
   * ten minutes, if it looks generated.
   */
  readonly learn?: boolean | undefined;
  /**
   * `"observe"` counts what would be replaced and replaces nothing, for the time before it is switched on; it says so once
   * on standard error. `"redact"` is the default.
   */
  readonly mode?: "redact" | "observe" | undefined;
  /** Called for every match. Exceptions it throws are ignored. */
  readonly onMatch?: ((match: MatchEvent) => void) | undefined;
}

/** The type of each option, as `typeof` says it; the others are arrays. */
const TYPES: Readonly<Record<string, string>> = { onMatch: "function", remove: "boolean", learn: "boolean" };
const KNOWN = [
  "rules",
  "keys",
  "censor",
  "paths",
  "keepOnly",
  "remove",
  "allow",
  "secrets",
  "learn",
  "mode",
  "onMatch",
];

/** The options that a configuration file can have: those with a JSON form that a stream of bytes takes. */
export const FILE_OPTIONS: readonly string[] = KNOWN.filter((name) => name !== "paths" && name !== "onMatch");

/** Whether it is an object of options: some, and nothing but. */
export function isOptions(value: unknown): boolean {
  const names = typeof value === "object" && value !== null ? Object.keys(value) : [];
  return names.length > 0 && names.every((name) => KNOWN.includes(name));
}

/** @throws RedactorConfigError for an option that is unknown or of the wrong type */
export function checkOptions(options: RedactorOptions): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    refuse("invalid-option", `options must be an object, not ${given(options)}`);
  }
  for (const [name, value] of Object.entries(options)) {
    if (!KNOWN.includes(name)) {
      refuse(
        "unknown-option",
        `unknown option ${JSON.stringify(name)}${didYouMean(name, KNOWN)}; allowed are ${KNOWN.join(", ")}`,
      );
    }
    if (value === undefined || name === "censor") continue;
    if (name === "secrets") {
      // No message shows what was given: it may be one.
      if (typeof value !== "object" || value === null)
        refuse(
          "invalid-option",
          `option secrets must be an array of strings, not ${value === null ? "null" : `a ${typeof value}`}`,
        );
      continue;
    }
    if (name === "mode") {
      if (value !== "redact" && value !== "observe")
        refuse("invalid-option", `option mode must be "redact" or "observe", not ${given(value)}`);
      continue;
    }
    const type = TYPES[name] ?? "array";
    if (type === "array" ? !Array.isArray(value) : typeof value !== type) {
      const article = type === "array" ? "an" : "a";
      refuse("invalid-option", `option ${name} must be ${article} ${type}, not ${given(value)}`);
    }
  }
  if (options.remove && options.paths === undefined && options.keepOnly === undefined)
    refuse("invalid-option", "option remove needs the option paths or keepOnly");
}

/** The censor. With `paths` it may be a plain string, as in pino. */
export function censorOf({ censor = "redacted", paths }: RedactorOptions): Censor {
  const isName = typeof censor !== "string" || (CENSOR_NAMES as readonly string[]).includes(censor);
  return isName || paths === undefined ? (censor as Censor) : { text: censor };
}

/** Whether the options leave the rules unchanged, so that the program of the build can be used. */
export function keepsCatalogue(options: RedactorOptions): boolean {
  const { rules, keys, allow } = options;
  return !rules && !keys && !allow && ownTexts(censorOf(options)).length === 0;
}

export function refuse(
  code: "unknown-option" | "unknown-rule" | "unknown-censor" | "invalid-option",
  message: string,
): never {
  throw new RedactorConfigError(code, message);
}
