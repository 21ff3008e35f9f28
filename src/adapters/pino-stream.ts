import { once } from "node:events";
import { Duplex, type Transform } from "node:stream";
import build from "pino-abstract-transport";
import { RedactorConfigError } from "../redactor.ts";

/** What is used of pino's destination (sonic-boom). */
export interface Destination {
  write(text: string): boolean;
  end(): void;
  destroy(): void;
  flush(done: (error?: Error) => void): void;
  on(event: string, listener: (error: NodeJS.ErrnoException) => void): unknown;
  once(event: string, listener: () => void): unknown;
}

/** The lines are text for us; parsing each only to forget the result would cost more than redacting it. */
const UNPARSED = {};

/**
 * Lines in, redacted lines out: to the readable side when something reads it, which is how a pipeline is
 * told from a transport that stands alone, else to a destination of its own. pino pipes a pipeline together
 * before its first write, so at that write it is known.
 */
export class PinoRedactStream extends Duplex {
  readonly #lines: Transform;
  readonly #open: () => Destination;
  #destination: Destination | undefined;
  #decided = false;
  #broken = false;
  #lineEnd: "\n" | "\r\n" | undefined;

  constructor(redact: (line: string) => string, open: () => Destination) {
    super({ decodeStrings: false });
    this.#open = open;
    this.#lines = build(
      (lines) => {
        lines.on("data", (line: string) => this.#emitLine(redact(line) + (this.#lineEnd ?? "\n")));
      },
      { parse: "lines", parseLine: () => UNPARSED, metadata: false },
    );
    this.#lines.on("error", (error) => this.destroy(error));
  }

  /** Opens the destination now, so that a path that cannot be opened is an error at the start. */
  async openDestination(): Promise<void> {
    await once(this.#useDestination() as unknown as NodeJS.EventEmitter, "ready");
  }

  /** For `logger.flush()`: everything written so far goes to the destination. */
  flush(done: (error?: Error) => void): void {
    setImmediate(() => {
      if (this.#destination === undefined || this.#broken) done();
      else this.#destination.flush(done);
    });
  }

  override _write(chunk: Buffer | string, encoding: BufferEncoding, done: (error?: Error) => void): void {
    const refused = this.#decide();
    if (refused !== undefined) {
      done(refused);
      return;
    }
    this.#lineEnd ??= lineEndOf(chunk);
    if (this.#lines.write(chunk, encoding)) done();
    else this.#lines.once("drain", () => done());
  }

  override _read(): void {
    if (this.#destination === undefined) this.#lines.resume();
  }

  override _final(done: (error?: Error) => void): void {
    const unread = !this.#isRead();
    this.#lines.once("end", () => {
      const finish = (): void => {
        this.push(null);
        // Nobody reads the empty readable side, and without its end there is no `close`.
        if (unread) this.resume();
        done();
      };
      if (this.#destination === undefined || this.#broken) {
        finish();
        return;
      }
      this.#destination.once("close", finish);
      this.#destination.end();
    });
    this.#lines.end();
    if (unread) this.#lines.resume();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#lines.destroy();
    if (error !== null) this.#destination?.destroy();
    done(error);
  }

  #isRead(): boolean {
    return this.listenerCount("data") + this.listenerCount("readable") > 0;
  }

  #decide(): Error | undefined {
    if (this.#decided) return undefined;
    this.#decided = true;
    const read = this.#isRead();
    if (read && this.#destination !== undefined) {
      return new RedactorConfigError(
        "invalid-option",
        "scrubjay/pino hands its lines on inside a pipeline and takes no destination there; give it to the last target",
      );
    }
    if (!read && this.#destination === undefined) this.#useDestination();
    return undefined;
  }

  #useDestination(): Destination {
    const destination = this.#open();
    this.#destination = destination;
    destination.on("error", (error) => {
      // pino's destination is deaf from here on and will not say `close`.
      if (error.code === "EPIPE") this.#giveUp();
      else this.destroy(error);
    });
    return destination;
  }

  #giveUp(): void {
    this.#broken = true;
    this.#lines.resume();
  }

  #emitLine(text: string): void {
    if (this.#broken) return;
    if (this.#destination === undefined) {
      if (!this.push(text)) this.#lines.pause();
    } else if (!this.#destination.write(text)) {
      this.#lines.pause();
      this.#destination.once("drain", () => this.#lines.resume());
    }
  }
}

/** pino's `crlf` option: every line ends as the first does. */
function lineEndOf(chunk: Buffer | string): "\n" | "\r\n" | undefined {
  const at = chunk.indexOf("\n");
  if (at < 0) return undefined;
  const before = chunk[at - 1];
  return before === "\r" || before === 13 ? "\r\n" : "\n";
}
