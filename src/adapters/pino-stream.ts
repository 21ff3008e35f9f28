import { type Duplex, Readable, type Transform } from "node:stream";
import build from "pino-abstract-transport";
import { RedactorConfigError } from "../redactor/redactor.ts";
import { headOf, withheldLine } from "./json-line.ts";

/** The part of pino's destination (sonic-boom) that is used. */
export interface Destination {
  write(text: string): boolean;
  end(): void;
  destroy(): void;
  flush(done: (error?: Error) => void): void;
  on(event: string, listener: (error: NodeJS.ErrnoException) => void): unknown;
  once(event: string, listener: () => void): unknown;
}

type Done = (error?: Error | null) => void;

/** The most characters of a text without a line end. A longer one is withheld. */
export const LINE_MOST: number = 2 ** 22;

/** The number of characters that are written together. */
const BATCH = 65_536;

/** The stream that pino's thread gets. */
export type TransportStream = Duplex & {
  /** For `logger.flush()`: calls back when the system has accepted everything that was written. */
  flush(done: (error?: Error) => void): void;
};

export interface TransportParts {
  /** Gets a line without its end. */
  redact(line: string): string;
  /** Called for a line that was too long to be held. */
  withheld(): void;
  /** The destination, if it is known from the start. Otherwise lines go to a reader, or to the result of `open`. */
  readonly destination?: Destination | undefined;
  open(): Destination;
}

/**
 * Lines in, redacted lines out. In a pipeline, the next stream reads them. If nothing reads by the first line, they go to
 * a destination of its own: pino connects a pipeline before it writes.
 *
 * `expectPinoConfig` is not used: pino sends its configuration only once, to the listeners in the thread at that time. A
 * second transport would wait for it for ever.
 */
export function createTransport(parts: TransportParts): TransportStream {
  const sink = new Sink();
  let source: Transform | undefined;
  let batches: Batches | undefined;
  const read = (from: Transform): Batches => {
    source = from;
    boundLines(from, LINE_MOST, parts.withheld);
    // A text that is not a record is redacted and passed on, too.
    from.on("unknown", (line: string) => {
      if (!isOverlong(from)) from.push(line);
    });
    batches = new Batches(from, parts.redact);
    return batches;
  };
  // Always both sides: a reader of the one-sided form would get the raw input.
  const stream = build(read as never, {
    parse: "lines",
    parseLine: headOf,
    enablePipelining: true,
    close: (error: Error | null, done: unknown) => sink.close(error, done as Done),
  });
  // By the first line, or the end, pino has connected a pipeline.
  const decide = (): void => {
    sink.isElsewhere = hasReader(stream);
    if (!sink.isElsewhere) sink.open(parts.destination ?? parts.open(), batches!, stream);
    else if (parts.destination !== undefined)
      stream.destroy(
        new RedactorConfigError(
          "invalid-option",
          "inside a pipeline, scrubjay/pino passes its lines on and takes no destination; give the destination to the last target",
        ),
      );
  };
  batches!.started = decide;
  const pending = (): number =>
    stream.writableLength + source!.writableLength + source!.readableLength + batches!.readableLength;
  return Object.assign(stream, { flush: (done: (error?: Error) => void) => sink.flush(pending, done) });
}

/** Whether something else reads the stream. */
function hasReader(stream: Readable): boolean {
  return stream.listenerCount("data") > 0 || stream.readableFlowing !== null;
}

/**
 * Collects redacted lines, with their ends. A write and an event for each line took seven times as long as the redaction.
 */
class Batches extends Readable {
  readonly #source: Transform;
  readonly #redact: (line: string) => string;
  #isAsked = false;
  /** Called at the first line, or at the end if there is no line. */
  started: (() => void) | undefined;

  constructor(source: Transform, redact: (line: string) => string) {
    super({ objectMode: true, highWaterMark: 1 });
    this.#source = source;
    this.#redact = redact;
    source.on("readable", () => this.#give());
    source.on("end", () => this.#hand(null));
  }

  override _read(): void {
    this.#isAsked = true;
    this.#give();
  }

  #give(): void {
    if (!this.#isAsked) return;
    let text = "";
    for (let line = this.#next(); line !== null; line = text.length < BATCH ? this.#next() : null)
      text += `${this.#redact(line)}\n`;
    if (text === "") return;
    this.#isAsked = false;
    this.#hand(text);
  }

  #hand(text: string | null): void {
    this.push(text);
    const { started } = this;
    this.started = undefined;
    started?.();
  }

  #next(): string | null {
    return this.#source.read() as string | null;
  }
}

/** The destination, if there is one, and its end. */
class Sink {
  /** Whether something else reads the lines. */
  isElsewhere = false;
  #destination: Destination | undefined;
  #isBroken = false;
  #isFull = false;
  /** Whether it has written everything. */
  #isSettled = true;
  #afterDrain: (() => void)[] = [];
  #isEnded = false;
  /** Whether it is closed or broken. */
  #isOver = false;
  #afterEnd: Done[] = [];

  /**
   * Writes the lines of `from` to a destination. Not those of `stream`, which would end before the destination; `stream`
   * fails with the error of the destination.
   */
  open(destination: Destination, from: Readable, stream: Duplex): void {
    this.#destination = destination;
    const write = (): void => {
      while (!this.#isFull || this.#isBroken) {
        const text = from.read() as string | null;
        if (text === null) return;
        if (this.#isBroken) continue;
        this.#isSettled = false;
        this.#isFull = !destination.write(text);
      }
    };
    const goOn = (): void => {
      this.#isFull = false;
      this.#isSettled = true;
      write();
      for (const proceed of this.#afterDrain.splice(0)) proceed();
    };
    const over = (): void => {
      this.#isOver = true;
      for (const done of this.#afterEnd.splice(0)) done();
      // The readable side is empty and has no reader; without its end there is no `close`.
      stream.resume();
    };
    from.on("readable", write);
    from.on("end", () => this.#end());
    destination.on("drain", goOn);
    // It may have received nothing, so there may be no event for the end.
    destination.on("drop", goOn);
    destination.on("error", (error) => {
      // pino's destination ignores calls from here on and will not emit `close`.
      if (error.code !== "EPIPE") stream.destroy(error);
      this.#isBroken = true;
      goOn();
      over();
    });
    destination.once("close", over);
    write();
  }

  #end(): void {
    if (!this.#isEnded && !this.#isBroken) this.#destination?.end();
    this.#isEnded = true;
  }

  /** pino-abstract-transport calls this at the end of its stream. */
  close(error: Error | null, done: Done): void {
    const destination = this.#destination;
    if (destination !== undefined && !this.#isOver && !error) {
      this.#afterEnd.push(done);
      return;
    }
    if (!this.#isOver) destination?.destroy();
    done(error);
  }

  flush(pending: () => number, done: (error?: Error) => void): void {
    const destination = this.#destination;
    const count = pending();
    if (this.#isBroken || this.isElsewhere || (destination === undefined && count === 0)) done();
    else if (destination === undefined || (count > 0 && !this.#isFull))
      setImmediate(() => this.flush(pending, done));
    else if (this.#isSettled) destination.flush(done);
    else {
      // It calls back at once if it collects nothing, even during a write.
      this.#afterDrain.push(() => this.flush(pending, done));
      if (count === 0) destination.flush(() => {});
    }
  }
}

/** The documented part of split2, on which pino-abstract-transport is built. */
interface Split {
  matcher: string | RegExp;
  maxLength: number | undefined;
  skipOverflow: boolean;
  /** Whether it is skipping a line. */
  overflow: boolean;
  _transform: Transform["_transform"];
}

function splitOf(source: Transform): Split {
  const split = source as unknown as Split;
  if (typeof split.overflow !== "boolean" || typeof split.skipOverflow !== "boolean")
    throw new Error("scrubjay/pino needs the split2 of pino-abstract-transport 2 or 3");
  return split;
}

const isOverlong = (source: Transform): boolean => splitOf(source).overflow;

/** split2 silently skips a line that is too long. This replaces the line by one that says so. */
function boundLines(source: Transform, most: number, withheld: () => void): void {
  const split = splitOf(source);
  // A carriage return stays with its line.
  split.matcher = "\n";
  split.maxLength = most;
  split.skipOverflow = true;
  const transform = split._transform;
  split._transform = function (this: Transform, chunk, encoding, done) {
    const wasOverlong = split.overflow;
    transform.call(this, chunk, encoding, (error) => {
      if (!wasOverlong && split.overflow) {
        withheld();
        this.push(withheldLine(""));
      }
      done(error);
    });
  };
}
