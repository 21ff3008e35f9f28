import winston, { type Logform } from "winston";
import { createLookingRedactor, RedactorConfigError, type RedactorOptions } from "../../redactor/redactor.ts";
import { type RedactInfo, redactInfo } from "./info.ts";
import { guardedReading } from "./reading.ts";

/**
 * Options of {@link RedactTransport}: a transport to guard, and the options of `createRedactor`.
 *
 * @example
 * const options: RedactTransportOptions = { transport: new winston.transports.Console(), keys: ["ssn"] };
 */
export interface RedactTransportOptions extends RedactorOptions {
  /** The transport to guard. */
  readonly transport: winston.transport;
}

type TransportClass = new (options?: { format?: Logform.Format }) => winston.transport;
type Settings = Record<string, unknown>;

/** winston exports the class as `Transport`; its types know it as `transport`. */
const Transport: TransportClass = (winston as unknown as { readonly Transport: TransportClass }).Transport;

/** Settings of the guarded transport. By `_ending`, winston asks for `finish` after a crash. */
const SHARED = ["name", "level", "silent", "handleExceptions", "handleRejections", "_ending"] as const;

/** The events of transports. On `error`, winston connects a failed transport again. */
const EVENTS =
  "logged error warn open opened closed flush fileclosed new rotate archive logRemoved addWatcher";

/**
 * Guards a winston transport: everything that it writes is redacted. Its own `format` runs first, so the text of that
 * is redacted as well. What `query` and `stream` read back is redacted, too.
 *
 * `format`, `level`, `silent`, `handleExceptions` and `handleRejections` are those of the guarded transport: changes of
 * one change the other. Its events and its backpressure come through. If it throws, the entry is lost for it alone, and
 * `warn` is emitted.
 *
 * @throws {RedactorConfigError} If `transport` is not a winston 3 transport, or an option cannot work.
 * @example
 * winston.createLogger({ transports: [new RedactTransport({ transport: new winston.transports.Console() })] });
 */
export class RedactTransport extends Transport {
  readonly #guarded: winston.transport;
  readonly #redact: RedactInfo;
  #finishing = false;

  constructor(settings: RedactTransportOptions) {
    const { transport, ...options } = settings ?? {};
    requireTransport(transport);
    super();
    const looking = createLookingRedactor(options);
    const hasPaths = options.paths !== undefined;
    this.#redact = (info) => redactInfo(looking, info, hasPaths);
    this.#guarded = transport;
    for (const name of SHARED) share(this, transport, name);
    this.#shareFormat(hasPaths);
    Object.assign(this, guardedReading(transport, looking.redactor));
    for (const event of EVENTS.split(" "))
      transport.on(event, (...details: unknown[]) => this.emit(event, ...details));
    transport.on("finish", () => {
      if (!this.#finishing) this.emit("finish");
    });
    this.on("pipe", (logger) => transport.emit("pipe", logger));
  }

  /** Hands the redacted entry to the guarded transport; winston calls it. */
  override log(info: Logform.TransformableInfo, next: (error?: Error | null) => void): void {
    const redacted = this.#redact(info);
    let isDone = false;
    const done = (error?: Error | null): void => {
      if (!isDone) next(error);
      isDone = true;
    };
    try {
      if (this.#guarded.log === undefined) this.#guarded.write(redacted, done);
      else this.#guarded.log(redacted, done);
    } catch (error) {
      this.emit("warn", error);
      done();
    }
  }

  /** Closes the guarded transport; winston calls it. */
  override close(): void {
    this.#guarded.close?.();
  }

  /** @internal */
  override _final(done: (error?: Error | null) => void): void {
    this.#finishing = true;
    if (this.#guarded.writableFinished) {
      done();
      return;
    }
    this.#guarded.once("finish", () => done());
    this.#guarded.end();
  }

  /**
   * The format runs here, before the redaction. With paths, there is another redaction before the format, because a
   * finished text does not show where in the entry a value was.
   */
  #shareFormat(hasPaths: boolean): void {
    let theirs: { format?: Logform.Format } = this.#guarded;
    if (this.#guarded.log === undefined) {
      // It can only be reached by its `write`, which would run the format again after the redaction.
      theirs = { ...(theirs.format && { format: theirs.format }) };
      delete this.#guarded.format;
    }
    const transform: Logform.Format["transform"] = (info, options) =>
      theirs.format!.transform(this.#redact(info), options);
    Object.defineProperty(this, "format", {
      get: () => (hasPaths && theirs.format ? { transform, options: theirs.format.options } : theirs.format),
      set: (format: Logform.Format) => {
        theirs.format = format;
      },
      enumerable: true,
      configurable: true,
    });
  }
}

/** Makes two objects share a setting. */
function share(own: object, theirs: object, name: string): void {
  Object.defineProperty(own, name, {
    get: () => (theirs as Settings)[name],
    set: (value: unknown) => {
      (theirs as Settings)[name] = value;
    },
    enumerable: true,
    configurable: true,
  });
}

function requireTransport(transport: unknown): asserts transport is winston.transport {
  const { write, on, log, _writableState } = (transport ?? {}) as Settings;
  const isStream = typeof write === "function" && typeof on === "function";
  // winston accepts nothing else. A `log` with more than two parameters is from winston 2.
  const takesEntries = (_writableState as { objectMode?: unknown } | undefined)?.objectMode === true;
  if (isStream && takesEntries && !(typeof log === "function" && log.length > 2)) return;
  throw new RedactorConfigError(
    "invalid-option",
    "RedactTransport needs { transport }: a winston 3 transport, such as new winston.transports.Console()",
  );
}
