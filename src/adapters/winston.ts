import winston, { type Logform } from "winston";
import type { RedactorOptions } from "../redactor/redactor.ts";
import { createRedactInfo } from "./winston-info.ts";

export { RedactTransport, type RedactTransportOptions } from "./winston-transport.ts";

/**
 * A winston format that redacts everything in a log entry: its fields, errors with their causes, the
 * arguments of `splat`, and the finished text when a finalising format (`json`, `printf`, …) ran before.
 *
 * Put it after `splat()` and `errors()`, and last of all for the finished text: what a later format makes
 * out of several fields it cannot see. `RedactTransport` always sees the final text.
 *
 * `paths` count from the entry's root; they hold in its fields, in arguments, and in a finished text that is
 * JSON. In front of any other finalising format they are sure to hold.
 *
 * The application's objects stay as they were; the entry's level is never touched. A log call never
 * throws: an entry that cannot be redacted is replaced by one that says so.
 *
 * @param options As for `createRedactor`.
 * @throws {RedactorConfigError} When the options cannot work.
 * @example
 * winston.createLogger({ format: winston.format.combine(winston.format.splat(), winston.format.json(), redactFormat()) });
 */
export function redactFormat(options: RedactorOptions = {}): Logform.Format {
  return winston.format(createRedactInfo(options))();
}
