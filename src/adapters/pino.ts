import { once } from "node:events";
import type { Duplex } from "node:stream";
import type { LoggerOptions } from "pino";
import {
  createRedactor,
  RedactorConfigError,
  type RedactorOptions,
  type Stats,
} from "../redactor/redactor.ts";
import { redactLine, withheldLine } from "./json-line.ts";
import { createTransport, type Destination } from "./pino-stream.ts";

/**
 * Where a transport that is not followed by another writes; the options of `pino/file`.
 *
 * @example
 * const options: PinoDestinationOptions = { destination: "app.log", mkdir: true };
 */
export interface PinoDestinationOptions {
  /** A file descriptor or a path; standard output (1) by default. */
  readonly destination?: number | string | undefined;
  /** Makes the directory of the path. */
  readonly mkdir?: boolean | undefined;
  /** Appends to the file (the default), or empties it first. */
  readonly append?: boolean | undefined;
  /** Writes each line before the next one is taken. */
  readonly sync?: boolean | undefined;
  /** Bytes to collect before a write; 0 by default. */
  readonly minLength?: number | undefined;
  /** The most bytes to hold; lines beyond that are dropped. */
  readonly maxLength?: number | undefined;
  /** Milliseconds after which the collected bytes are written. */
  readonly periodicFlush?: number | undefined;
  /** The mode of a new file. `"observe"` is that of the redactor. */
  readonly mode?: number | string | undefined;
  /** `fsync` after every write. */
  readonly fsync?: boolean | undefined;
}

/**
 * Options of the transport. They cross to a worker thread, so functions are not possible.
 *
 * @example
 * const options: PinoTransportOptions = { destination: 1, keys: ["ssn"] };
 */
export interface PinoTransportOptions
  extends PinoDestinationOptions,
    Pick<RedactorOptions, Exclude<keyof RedactorOptions, "onMatch" | "mode">> {}

const DESTINATION_OPTIONS: ReadonlySet<string> = new Set<keyof PinoDestinationOptions>([
  "destination",
  "mkdir",
  "append",
  "sync",
  "minLength",
  "maxLength",
  "periodicFlush",
  "mode",
  "fsync",
]);

/** What pino and thread-stream add to a transport's options: `pinoWillSendConfig`, `$context`, whatever comes later. */
const ADDED = /^(?:pino[A-Z]|\$)/;

/**
 * The transport: a stream that pino writes to, with counts.
 *
 * @example
 * const matchesOf = (transport: PinoTransport) => transport.stats().matches;
 */
export type PinoTransport = Duplex & {
  /** The counts so far. A line that was too long to be held counts as withheld. */
  stats(): Stats;
};

/**
 * The pino transport: `transport: { target: "scrubjay/pino", options }`. pino calls it in a worker thread.
 *
 * Alone, or as one of several `targets`, it writes to `options.destination`. Inside a `pipeline` it passes the lines to
 * the next stream, so it takes no destination there, unless it is the last one.
 *
 * @param given The options of `createRedactor`, except functions, and those of `pino/file`.
 * @throws {RedactorConfigError} If an option is unknown or cannot work; pino emits it as `error`.
 * @example
 * const logger = pino({ transport: { target: "scrubjay/pino", options: { destination: "app.log", mkdir: true } } });
 */
export default async function pinoTransport(given: PinoTransportOptions = {}): Promise<PinoTransport> {
  const options = given ?? {};
  const redactorOptions: Record<string, unknown> = {};
  const destinationOptions: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const isRedactors = name === "mode" && (value === "observe" || value === "redact");
    if (DESTINATION_OPTIONS.has(name) && !isRedactors) destinationOptions[name] = value;
    else if (!ADDED.test(name)) redactorOptions[name] = value;
  }
  const { destination = 1, ...rest } = destinationOptions as PinoDestinationOptions;
  if (typeof destination !== "number" && typeof destination !== "string") {
    throw new RedactorConfigError(
      "invalid-option",
      `destination must be a file descriptor or a path, not ${typeof destination}`,
    );
  }
  const redactor = createRedactor(redactorOptions as RedactorOptions);
  const { destination: openDestination } = (await import("pino")).default;
  const open = (): Destination => {
    const opened = openDestination({ sync: false, ...rest, dest: destination }) as unknown as Destination;
    return rest.maxLength ? lineByLine(opened) : opened;
  };
  let own: Destination | undefined;
  if ("destination" in destinationOptions) {
    // Opened now, so that a path that cannot be opened is an error at the start.
    own = open();
    await once(own as unknown as NodeJS.EventEmitter, "ready");
  }
  let overlong = 0;
  const stream = createTransport({
    redact: (line) => redactLine(redactor, line),
    withheld: () => overlong++,
    destination: own,
    open,
  });
  const stats = (): Stats => {
    const counted = redactor.stats();
    return { ...counted, withheld: counted.withheld + overlong };
  };
  return Object.assign(stream, { stats });
}

/** sonic-boom drops whole writes beyond `maxLength`, so each write is one line. */
function lineByLine(destination: Destination): Destination {
  const write = destination.write.bind(destination);
  destination.write = (text) =>
    text
      .match(/[^\n]*\n|[^\n]+$/g)
      ?.map(write)
      .at(-1) ?? true;
  return destination;
}

/**
 * pino's `hooks`. Its types have `streamWrite` since 9.6.
 *
 * @example
 * const hooks: StreamWriteHooks = { streamWrite: (line) => line.toUpperCase() };
 */
export type StreamWriteHooks = NonNullable<LoggerOptions["hooks"]> & {
  /** Gets each line with its end, and returns what is written. */
  streamWrite?: (line: string) => string;
};

/**
 * Makes hooks for pino that redact each line in the application's own thread, so that no secret reaches a transport.
 *
 * @param options As for `createRedactor`.
 * @param hooks The application's own hooks. Their `streamWrite` runs first, and its result is redacted.
 * @throws {RedactorConfigError} If the options cannot work. The hook itself never throws: a line that
 *   cannot be redacted is replaced by one that says so, with its level and time.
 * @example
 * const logger = pino({ hooks: redactHooks() });
 */
export function redactHooks<Hooks extends StreamWriteHooks>(
  options: RedactorOptions = {},
  hooks?: Hooks,
): Hooks & { streamWrite(line: string): string } {
  const redactor = createRedactor(options);
  const first = hooks?.streamWrite;
  const streamWrite = (line: string): string => {
    let text = line;
    try {
      if (first !== undefined) text = first(line);
    } catch {
      return withheldLine(line);
    }
    return redactLine(redactor, text);
  };
  const all = { ...(hooks as Hooks), streamWrite };
  // pino ignores an option that it does not know: `pino({ ...redactHooks() })` would log unredacted, without a word.
  return Object.assign({ hooks: all }, all);
}
