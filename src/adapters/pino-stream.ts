import { once } from "node:events";
import { Duplex } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { RedactorConfigError } from "../redactor/redactor.ts";

/** What is used of pino's destination (sonic-boom). */
export interface Destination {
  write(text: string): boolean;
  end(): void;
  destroy(): void;
  flush(done: (error?: Error) => void): void;
  on(event: string, listener: (error: NodeJS.ErrnoException) => void): unknown;
  once(event: string, listener: () => void): unknown;
}

type Chunk = Buffer | string;
type Done = (error?: Error) => void;

/**
 * Lines in, redacted lines out: to the readable side when something reads it, which is how a pipeline is
 * told from a transport that stands alone, else to a destination of its own. pino pipes a pipeline together
 * before its first write, so at that write it is known.
 *
 * Each line is redacted for itself, but what comes in together goes out together: a write, an event and a
 * line's text made anew for each took seven times as long as the redaction.
 */
export class PinoRedactStream extends Duplex {
  readonly #redact: (line: string) => string;
  readonly #open: () => Destination;
  readonly #decoder = new StringDecoder("utf8");
  /** A line whose end has not come. */
  #rest = "";
  #destination: Destination | undefined;
  #decided = false;
  #broken = false;
  /** Whether the destination has written all that it got. */
  #settled = true;
  #afterDrain: (() => void)[] = [];

  /** @param redact Gets a line with its end. */
  constructor(redact: (line: string) => string, open: () => Destination) {
    super({ decodeStrings: false });
    this.#redact = redact;
    this.#open = open;
  }

  /** Opens the destination now, so that a path that cannot be opened is an error at the start. */
  async openDestination(): Promise<void> {
    await once(this.#useDestination() as unknown as NodeJS.EventEmitter, "ready");
  }

  /** For `logger.flush()`: everything written so far has been written by the destination. */
  flush(done: Done): void {
    if (this.#destination === undefined || this.#broken) {
      done();
      return;
    }
    const settle = (error?: Error): void => {
      const isSettled = this.#broken || (this.#settled && this.writableLength === 0);
      if (error || isSettled) done(error);
      else this.#afterDrain.push(settle);
    };
    this.#destination.flush(settle);
  }

  override _write(chunk: Chunk, _encoding: BufferEncoding, done: Done): void {
    this.#take(this.#textOf(chunk), done);
  }

  /** What has come while the destination was busy: as one of many targets, line by line. */
  override _writev(chunks: readonly { readonly chunk: Chunk }[], done: Done): void {
    this.#take(chunks.map(({ chunk }) => this.#textOf(chunk)).join(""), done);
  }

  #textOf(chunk: Chunk): string {
    return typeof chunk === "string" ? chunk : this.#decoder.write(chunk);
  }

  #take(text: string, done: Done): void {
    const refused = this.#decide();
    if (refused !== undefined) {
      done(refused);
      return;
    }
    const end = text.lastIndexOf("\n") + 1;
    if (end === 0) {
      this.#rest += text;
      done();
      return;
    }
    const lines = this.#rest + text.slice(0, end);
    this.#rest = text.slice(end);
    this.#handOn(this.#redactLines(lines), done);
  }

  override _read(): void {
    if (this.#destination === undefined) this.#goOn();
  }

  override _final(done: Done): void {
    const unread = !this.#isRead();
    const finish = (): void => {
      this.push(null);
      // Nobody reads the empty readable side, and without its end there is no `close`.
      if (unread) this.resume();
      done();
    };
    const end = (): void => {
      if (this.#destination === undefined || this.#broken) {
        finish();
        return;
      }
      this.#destination.once("close", finish);
      this.#destination.end();
    };
    const rest = this.#rest + this.#decoder.end();
    if (rest === "") end();
    else this.#handOn(this.#redact(rest), end);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
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
    destination.on("drain", () => {
      this.#settled = true;
      this.#goOn();
    });
    // Nothing may have been taken that it could tell the end of.
    destination.on("drop", () => {
      this.#settled = true;
    });
    destination.on("error", (error) => {
      // pino's destination is deaf from here on and will not say `close`.
      if (error.code === "EPIPE") this.#giveUp();
      else this.destroy(error);
    });
    return destination;
  }

  #giveUp(): void {
    this.#broken = true;
    this.#goOn();
  }

  #goOn(): void {
    for (const proceed of this.#afterDrain.splice(0)) proceed();
  }

  /** The same text where nothing was found. */
  #redactLines(lines: string): string {
    let redacted = "";
    let kept = 0;
    for (let start = 0, end = 0; start < lines.length; start = end) {
      end = lines.indexOf("\n", start) + 1;
      const line = lines.slice(start, end);
      const clean = this.#redact(line);
      if (clean === line) continue;
      redacted += lines.slice(kept, start) + clean;
      kept = end;
    }
    return kept === 0 ? lines : redacted + lines.slice(kept);
  }

  #handOn(text: string, done: () => void): void {
    let takesMore = true;
    if (this.#destination === undefined) takesMore = this.push(text);
    else if (!this.#broken) {
      this.#settled = false;
      takesMore = this.#destination.write(text);
    }
    if (takesMore) done();
    else this.#afterDrain.push(done);
  }
}
