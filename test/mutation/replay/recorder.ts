// Notes what the tests ask the redactors for, so that it can be asked again of each mutant without the tests around it.

/** What is asked of a redactor, once for all tests that ask it. */
export interface Call {
  readonly size: number;
  readonly isCut: boolean;
  /** It is asked of a redactor without options: making that one does nothing that another one does not. */
  readonly isPlain: boolean;
  /** The tests that ask it, by their numbers. */
  readonly tests: number[];
  /** What comes out, as a text that can be compared. */
  run(): string;
}

interface AnyRedactor {
  redact(value: unknown): unknown;
  scan(input: string | Uint8Array): unknown;
  stringify(value: unknown): string;
}

interface AnyStream {
  push(chunk: Uint8Array): readonly Uint8Array[];
  end(): readonly Uint8Array[];
}

/** What is longer is asked by its test alone. */
const MAX_TEXT = 20_000;
const MAX_STREAM = 4000;
/** More tests that ask the same tell no more. */
const MAX_TESTS = 4;
/** Of a test that asks thousands, so many tell enough. */
const MAX_CALLS_A_TEST = 600;

const ONE_OF_CUTS = 4;

export class Recorder {
  /** The test that runs; undefined: nothing is noted. */
  test: number | undefined;
  readonly #calls: Map<string, Call> = new Map();
  readonly #counts: Map<number, number> = new Map();
  #redactors = 0;
  #places = 0;

  get calls(): readonly Call[] {
    return [...this.#calls.values()];
  }

  /** What `mutation:recorder` is to the bundle: makes a factory's redactors note what they are asked. */
  readonly forBundle = {
    redactors:
      <Options, Made extends object>(create: (options?: Options) => Made) =>
      (options?: Options): Made =>
        this.#watched(create(options) as unknown as AnyRedactor, keyOf(options)) as unknown as Made,
    streams:
      <Options, Made extends object>(create: (options?: Options) => Made) =>
      (options?: Options): Made =>
        this.#watchedStream(
          create(options) as unknown as AnyStream,
          () => create(options) as unknown as AnyStream,
          keyOf(options),
        ) as unknown as Made,
  };

  #watched(redactor: AnyRedactor, key: string | undefined): AnyRedactor {
    const name = key ?? `own ${this.#redactors++}`;
    for (const method of ["redact", "scan", "stringify"] as const) {
      const own = redactor[method].bind(redactor);
      const call = (value: never): unknown => own(value);
      redactor[method] = ((value: never) => {
        this.#note(`${name} ${method}`, value, () => textOf(call(value)), key !== undefined);
        return call(value);
      }) as never;
    }
    return redactor;
  }

  #note(how: string, value: unknown, run: () => string, isPlain: boolean): void {
    if (this.test === undefined) return;
    const text = textOf(value);
    if (text.length > MAX_TEXT) return;
    const kind = typeof value === "string" ? "text" : value instanceof Uint8Array ? "bytes" : "value";
    const known = this.#known(`${how} ${kind} ${text}`);
    if (known !== undefined || this.#isEnough()) return;
    // A value may be changed later on; what is JSON is made anew from it.
    this.#calls.set(`${how} ${kind} ${text}`, {
      size: text.length,
      isCut: false,
      isPlain,
      tests: [this.test],
      run,
    });
  }

  /** Counts one more call of the test. */
  #isEnough(): boolean {
    const count = (this.#counts.get(this.test!) ?? 0) + 1;
    this.#counts.set(this.test!, count);
    return count > MAX_CALLS_A_TEST;
  }

  #known(key: string): Call | undefined {
    const known = this.#calls.get(key);
    if (known !== undefined && known.tests.length < MAX_TESTS && known.tests.at(-1) !== this.test)
      known.tests.push(this.test!);
    return known;
  }

  #watchedStream(stream: AnyStream, create: () => AnyStream, key: string | undefined): AnyStream {
    const name = key ?? `own ${this.#redactors++}`;
    let chunks: Uint8Array[] = [];
    let size = 0;
    const push = stream.push.bind(stream);
    const end = stream.end.bind(stream);
    stream.push = (chunk) => {
      if (this.test !== undefined) size += chunk.length;
      if (size > 0 && size <= MAX_STREAM) chunks.push(chunk.slice());
      return push(chunk);
    };
    stream.end = () => {
      if (size > 0 && size <= MAX_STREAM) this.#noteChunks(name, chunks, create, key !== undefined);
      chunks = [];
      size = 0;
      return end();
    };
    return stream;
  }

  #noteChunks(name: string, chunks: readonly Uint8Array[], create: () => AnyStream, isPlain: boolean): void {
    if (this.test === undefined) return;
    const all = Buffer.concat(chunks);
    const key = `${name} stream ${chunks.map(({ length }) => length).join()} ${all.toString("latin1")}`;
    if (this.#known(key) !== undefined) return;
    // Of a text that is cut everywhere, some of the places tell enough.
    if (this.#places++ % ONE_OF_CUTS !== 0 || this.#isEnough()) return;
    const lengths = chunks.map(({ length }) => length);
    this.#calls.set(key, {
      size: all.length,
      isCut: true,
      isPlain,
      tests: [this.test],
      run: () => chunked(create(), all, lengths),
    });
  }
}

function chunked(stream: AnyStream, all: Uint8Array, lengths: readonly number[]): string {
  const out: Uint8Array[] = [];
  let at = 0;
  for (const length of lengths) {
    // What a stream holds back are parts of its chunks.
    out.push(...stream.push(all.slice(at, at + length)));
    at += length;
  }
  out.push(...stream.end());
  return Buffer.concat(out).toString("latin1");
}

/** Undefined where options are more than none. */
function keyOf(options: unknown): string | undefined {
  return options === undefined || (typeof options === "object" && Object.keys(options ?? {}).length === 0)
    ? ""
    : undefined;
}

/** A text that is the same for the same value. */
function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Uint8Array) return Buffer.from(value).toString("latin1");
  try {
    return JSON.stringify(value) ?? "undefined";
  } catch {
    return "what is no JSON";
  }
}
