import { type Duplex, Readable, type Transform } from "node:stream";
import build from "pino-abstract-transport";
import { RedactorConfigError } from "../redactor/redactor.ts";
import { headOf, withheldLine } from "./json-line.ts";

/** What is used of pino's destination (sonic-boom). */
export interface Destination {
  write(text: string): boolean;
  end(): void;
  destroy(): void;
  flush(done: (error?: Error) => void): void;
  on(event: string, listener: (error: NodeJS.ErrnoException) => void): unknown;
  once(event: string, listener: () => void): unknown;
}

type Done = (error?: Error | null) => void;

/** A text without a line end is held up to so many characters, and withheld where it is longer. */
export const LINE_MOST: number = 2 ** 22;

/** So many characters of lines go out together. */
const BATCH = 65_536;

/** What pino's thread gets. */
export type TransportStream = Duplex & {
  /** For `logger.flush()`: calls back when all that was written is with the system. */
  flush(done: (error?: Error) => void): void;
};

export interface TransportParts {
  /** Gets a line without its end. */
  redact(line: string): string;
  /** Called for a line that was too long to be held. */
  withheld(): void;
  /** Where the lines go, where that is known from the start; else they go to who reads them, or to what `open` gives. */
  readonly destination?: Destination | undefined;
  open(): Destination;
}

/**
 * Lines in, redacted lines out. In a pipeline whatever follows reads them; where nobody has begun to by the first line,
 * they go to a destination of its own. Pino pipes a pipeline together before it writes.
 *
 * `expectPinoConfig` stays out: pino sends its configuration once, to whoever listens in the thread by then, and a
 * second transport that waits for it waits for ever.
 */
export function createTransport(parts: TransportParts): TransportStream {
  const sink = new Sink();
  let source: Transform | undefined;
  let batches: Batches | undefined;
  const read = (from: Transform): Batches => {
    source = from;
    boundLines(from, LINE_MOST, parts.withheld);
    // In its place: what is no record is redacted, too.
    from.on("unknown", (line: string) => {
      if (!isOverlong(from)) from.push(line);
    });
    batches = new Batches(from, parts.redact);
    return batches;
  };
  // Always both sides: of the other form's stream, whoever reads it gets what came in.
  const stream = build(read as never, {
    parse: "lines",
    parseLine: headOf,
    enablePipelining: true,
    close: (error: Error | null, done: unknown) => sink.close(error, done as Done),
  });
  // Pino has piped a pipeline together by the first line, or the end.
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

/** Whether something else reads it, or has begun to. */
function hasReader(stream: Readable): boolean {
  return stream.listenerCount("data") > 0 || stream.readableFlowing !== null;
}

/**
 * Redacted lines, each with its end, many at a time: a write and an event for each took seven times as long as the
 * redaction.
 */
class Batches extends Readable {
  readonly #source: Transform;
  readonly #redact: (line: string) => string;
  #isAsked = false;
  /** Is called once there is a line, or none will come. */
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

/** The destination, if there is one, and how it ends. */
class Sink {
  /** Whether something else reads the lines. */
  isElsewhere = false;
  #destination: Destination | undefined;
  #isBroken = false;
  #isFull = false;
  /** Whether it has written all that it got. */
  #isSettled = true;
  #afterDrain: (() => void)[] = [];
  #isEnded = false;
  /** Whether it is closed or broken. */
  #isOver = false;
  #afterEnd: Done[] = [];

  /**
   * Writes what `from` gives to a destination. Not what `stream` gives, which would be over before the destination is;
   * it fails with what that fails with.
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
      // Nobody reads the empty readable side, and without its end there is no `close`.
      stream.resume();
    };
    from.on("readable", write);
    from.on("end", () => this.#end());
    destination.on("drain", goOn);
    // Nothing may have been taken that it could tell the end of.
    destination.on("drop", goOn);
    destination.on("error", (error) => {
      // pino's destination is deaf from here on and will not say `close`.
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

  /** What pino-abstract-transport calls when its stream is over. */
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
      // It calls back at once where it gathers nothing, whatever is still being written.
      this.#afterDrain.push(() => this.flush(pending, done));
      if (count === 0) destination.flush(() => {});
    }
  }
}

/** split2, on which pino-abstract-transport is built, as its documentation has it. */
interface Split {
  matcher: string | RegExp;
  maxLength: number | undefined;
  skipOverflow: boolean;
  /** Whether it is leaving a line out. */
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

/** split2 leaves a line out that is too long, and says nothing: one that says so takes its place. */
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
