import type { Secrets } from "../known/known.ts";
import type { Match } from "../redaction/replacing.ts";
import type { Stats } from "./tally.ts";

/**
 * Finds and replaces credentials. `createRedactor` makes one.
 *
 * @example
 * const clean = (redactor: Redactor, line: string) => redactor.redact(line);
 */
export interface Redactor {
  /**
   * Redacts a string, bytes (`Uint8Array`, `Buffer`; UTF-8, or UTF-16 with its byte order mark) or any other value, at
   * any depth. Never throws: what cannot be redacted is withheld and counted.
   *
   * @param value A value to log. It is never changed. `paths` apply to objects, and to strings and bytes that are JSON.
   * @returns The same reference if nothing was secret, otherwise a copy. A replacement is always a string: under a
   *   sensitive name, the number `481516` becomes `"[REDACTED]"`.
   * @example
   * redactor.redact("GET /?password=hunter2"); // "GET /?password=[REDACTED]"
   */
  redact<T>(value: T): T;
  /**
   * Lists the credentials in a text without changing it. `paths` do not apply, `onMatch` is not called, and `stats`
   * does not count.
   *
   * @param input A string, or bytes of text
   * @returns Matches in order, without overlaps. Offsets are UTF-16 units in a string, bytes in bytes.
   * @throws TypeError if the input is neither a string nor bytes
   * @example
   * redactor.scan("password=hunter2"); // [{ rule: "key/password", start: 9, end: 16 }]
   */
  scan(input: string | Uint8Array): Match[];
  /**
   * As `JSON.stringify`, but redacted, and cycles and bigints are allowed: the shortest way from an object to a clean
   * line. Never throws: a value that cannot be read or redacted (a getter throws) is withheld whole and counted.
   *
   * @param value Any value
   * @returns JSON; `"null"` for values without a JSON form, such as functions
   * @example
   * redactor.stringify({ password: "hunter2", size: 10n }); // '{"password":"[REDACTED]","size":10}'
   */
  stringify(value: unknown): string;
  /**
   * The counts so far.
   *
   * @example
   * redactor.redact("password=hunter2");
   * redactor.stats().byRule; // { "key/password": 1 }
   */
  stats(): Stats;
  /**
   * The values of the option `secrets`: more can be added, and some taken out, at any time.
   *
   * @example
   * redactor.secrets.size; // 0
   */
  readonly secrets: Secrets;
}
