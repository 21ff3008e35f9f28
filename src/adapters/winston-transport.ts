import winston, { type Logform } from "winston";
import { createRedactor, type Redactor, RedactorConfigError, type RedactorOptions } from "../redactor.ts";
import { redactInfo } from "./winston-info.ts";

/** What {@link RedactTransport} takes: a transport to guard, and the options of `createRedactor`. */
export interface RedactTransportOptions extends RedactorOptions {
  readonly transport: winston.transport;
}

type TransportClass = new (options?: { format?: Logform.Format }) => winston.transport;
type Settings = Record<string, unknown>;

/** winston exports the class as `Transport`; its types know it as `transport`. */
const Transport: TransportClass = (winston as unknown as { readonly Transport: TransportClass }).Transport;

/** Settings that stay the guarded transport's own. `_ending` is how winston asks for `finish` after a crash. */
const SHARED = ["level", "silent", "handleExceptions", "handleRejections", "_ending"] as const;

/** What transports tell their listeners; `error` makes winston plug a failed transport in again. */
const EVENTS = ["logged", "error", "warn", "open", "fileclosed", "rotate", "archive"] as const;

/**
 * Guards any winston transport: whatever it writes has been redacted, the text of its own `format`
 * included, since that format runs first, here.
 *
 * `level`, `silent`, `handleExceptions` and `handleRejections` are those of the guarded transport, both
 * ways; `logged`, `error`, `warn` and `finish` come through, and so does its pace.
 *
 * @throws {RedactorConfigError} When `transport` is no winston 3 transport or an option cannot work.
 * @example
 * winston.createLogger({ transports: [new RedactTransport({ transport: new winston.transports.Console() })] });
 */
export class RedactTransport extends Transport {
  readonly #guarded: winston.transport;
  readonly #redactor: Redactor;
  #finishing = false;

  constructor({ transport, ...options }: RedactTransportOptions) {
    requireTransport(transport);
    super(transport.format === undefined ? {} : { format: transport.format });
    this.#redactor = createRedactor(options);
    this.#guarded = transport;
    // The format runs in front of the redaction, or it would write what it reads elsewhere than in the entry.
    delete transport.format;
    const own = this as unknown as Settings;
    const theirs = transport as unknown as Settings;
    for (const name of SHARED) {
      Object.defineProperty(own, name, {
        get: () => theirs[name],
        set: (value: unknown) => {
          theirs[name] = value;
        },
        enumerable: true,
        configurable: true,
      });
    }
    for (const event of EVENTS) transport.on(event, (...details: unknown[]) => this.emit(event, ...details));
    transport.on("finish", () => {
      if (!this.#finishing) this.emit("finish");
    });
    this.on("pipe", (logger) => transport.emit("pipe", logger));
  }

  override log(info: Logform.TransformableInfo, next: (error?: Error | null) => void): void {
    const redacted = redactInfo(this.#redactor, info);
    if (this.#guarded.log === undefined) this.#guarded.write(redacted, next);
    else this.#guarded.log(redacted, next as () => void);
  }

  override close(): void {
    this.#guarded.close?.();
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#finishing = true;
    if (this.#guarded.writableFinished) {
      done();
      return;
    }
    this.#guarded.once("finish", () => done());
    this.#guarded.end();
  }
}

function requireTransport(transport: unknown): asserts transport is winston.transport {
  const { write, on, log } = (transport ?? {}) as Partial<Record<"write" | "on" | "log", unknown>>;
  const isStream = typeof write === "function" && typeof on === "function";
  // A `log` of more than two parameters is winston 2's.
  if (isStream && !(typeof log === "function" && log.length > 2)) return;
  throw new RedactorConfigError(
    "invalid-option",
    "RedactTransport needs { transport }, an instance of a winston 3 transport such as new winston.transports.Console()",
  );
}
