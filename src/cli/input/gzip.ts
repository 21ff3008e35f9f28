import type { Readable } from "node:stream";
import { createGunzip, createGzip, type Gunzip, type Gzip } from "node:zlib";
import { InputError } from "../errors.ts";
import type { Output } from "../output/output.ts";
import type { Intake } from "./input.ts";
import { feed } from "./redacting.ts";

const SPACE_BYTES = 65_536;

/** Takes gzip of one or more members and passes the unpacked bytes on. */
export class GunzipIntake implements Intake {
  readonly #inner: Intake;
  readonly #gunzip: Gunzip = createGunzip();
  readonly #done: Promise<void>;
  #space: Uint8Array = new Uint8Array(0);

  constructor(inner: Intake) {
    this.#inner = inner;
    this.#done = this.#pump();
    // Awaited in take() and end(); a failure before that must not count as unhandled.
    this.#done.catch(() => {});
  }

  space(): Uint8Array {
    // A new buffer each time: zlib keeps it until it is unpacked.
    this.#space = new Uint8Array(SPACE_BYTES);
    return this.#space;
  }

  async take(size: number): Promise<void> {
    const bytes = this.#space.subarray(0, size);
    const taken = new Promise<void>((resolve) => {
      this.#gunzip.write(bytes, () => resolve());
    });
    // A failure settles `done` first.
    await Promise.race([taken, this.#done]);
  }

  async end(): Promise<void> {
    this.#gunzip.end();
    let failure: unknown;
    try {
      await this.#done;
    } catch (error) {
      failure = error;
    }
    await this.#inner.end();
    if (failure !== undefined) throw failure;
  }

  async #pump(): Promise<void> {
    const chunks = (this.#gunzip as Readable)[Symbol.asyncIterator]();
    for (;;) {
      let chunk: IteratorResult<Uint8Array>;
      try {
        chunk = await chunks.next();
      } catch {
        throw new InputError("the gzip file is damaged or cut short; what could be unpacked was redacted");
      }
      if (chunk.done) return;
      await feed(this.#inner, chunk.value);
    }
  }
}

/** Writes gzip. */
export class GzipOutput implements Output {
  readonly #gzip: Gzip = createGzip();
  readonly #done: Promise<void>;

  constructor(output: Output) {
    this.#done = this.#pump(output);
    this.#done.catch(() => {});
  }

  async write(bytes: Uint8Array): Promise<void> {
    const written = new Promise<void>((resolve) => {
      this.#gzip.write(bytes.slice(), () => resolve());
    });
    await Promise.race([written, this.#done]);
  }

  async end(): Promise<void> {
    this.#gzip.end();
    await this.#done;
  }

  async #pump(output: Output): Promise<void> {
    for await (const chunk of this.#gzip) await output.write(chunk as Uint8Array);
    await output.end();
  }
}
