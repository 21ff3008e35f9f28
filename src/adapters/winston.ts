import winston, { type Logform } from "winston";
import type { RedactorOptions } from "../redactor/redactor.ts";
import { createRedactInfo } from "./winston/info.ts";

export { RedactTransport, type RedactTransportOptions } from "./winston/transport.ts";

/**
 * Makes a winston format that redacts everything in a log entry: its fields, errors with their causes, the
 * arguments of `splat`, and the finished text if a finalising format (`json`, `printf`, …) ran before.
 *
 * Put it last: it does not see what a later format makes of several fields. It must at least come after `splat()` and
 * `errors()`. `RedactTransport` always sees the final text.
 *
 * `paths` start at the root of the entry. They apply to its fields, to arguments, and to a finished text that is JSON.
 * For any other finalising format, put a `redactFormat` with `paths` before it.
 *
 * The application's objects are not changed, and the level of the entry stays. A log call never throws: an entry that
 * cannot be redacted is replaced by one that says so.
 *
 * @param options As for `createRedactor`.
 * @throws {RedactorConfigError} If the options cannot work.
 * @example
 * winston.createLogger({ format: winston.format.combine(winston.format.splat(), winston.format.json(), redactFormat()) });
 */
export function redactFormat(options: RedactorOptions = {}): Logform.Format {
  return winston.format(createRedactInfo(options))();
}
