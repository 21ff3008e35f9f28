import { given, RedactorConfigError } from "../config-error.ts";
import { CENSOR_NAMES, type Censor, ownTexts, type PlainCensor } from "../redaction/censors.ts";
import type { MatchEvent } from "../redaction/replacing.ts";
import { didYouMean } from "./nearest.ts";
import type { OwnRule } from "./own-rules.ts";

/** A sensitive name with a censor of its own. */
export interface CensoredKey {
  readonly name: string;
  /** As the option `censor`, which is the default. */
  readonly censor?: PlainCensor | undefined;
}

/** Options of a redactor. Each may be left out or be undefined. */
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
  /** Removes what `paths` name, with its name, instead of replacing it. */
  readonly remove?: boolean | undefined;
  /** Values that are not secret: an exact string, or a pattern for the whole value. */
  readonly allow?: readonly (string | { readonly pattern: string })[] | undefined;
  /** Called for every match. Exceptions it throws are ignored. */
  readonly onMatch?: ((match: MatchEvent) => void) | undefined;
}

/** The type of each option, as `typeof` says it; the others are arrays. */
const TYPES: Readonly<Record<string, string>> = { onMatch: "function", remove: "boolean" };
const KNOWN = ["rules", "keys", "censor", "paths", "remove", "allow", "onMatch"];

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
    const type = TYPES[name] ?? "array";
    if (type === "array" ? !Array.isArray(value) : typeof value !== type) {
      const article = type === "array" ? "an" : "a";
      refuse("invalid-option", `option ${name} must be ${article} ${type}, not ${given(value)}`);
    }
  }
  if (options.remove && options.paths === undefined)
    refuse("invalid-option", "option remove needs the option paths");
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
