import type { Readable } from "node:stream";
import type { Gunzip, Gzip } from "node:zlib";
import { InputError } from "../errors.ts";
import { zlib } from "../output/lazy-modules.ts";
import type { Output } from "../output/output.ts";
import type { Intake } from "./intake.ts";
import { feed } from "./redacting.ts";

const SPACE_BYTES = 65_536;

/** So much of the input is kept to unpack its end again if other bytes follow; of a larger one, the last 16 KB at most are lost. */
const KEPT_MOST = 4_194_304;

/**
 * Whether it is about the header of a member: what is before it is whole then, with the right checksum. Damage in the
 * middle makes other bytes of what follows, among them parts of tokens that no rule knows, so that none of them is shown.
 */
function isOfHeader(error: unknown): boolean {
  return error instanceof Error && /header|unknown compression method/.test(error.message);
}

/** Whether the input ends too early: all that can be unpacked was passed on then. */
function isCutShort(error: unknown): boolean {
  return error instanceof Error && /unexpected end/.test(error.message);
}

/** Takes gzip of one or more members and passes the unpacked bytes on. */
export class GunzipIntake implements Intake {
  readonly #inner: Intake;
  readonly #readsDamaged: boolean;
  readonly #gunzip: Gunzip = zlib().createGunzip();
  readonly #done: Promise<void>;
  #space: Uint8Array = new Uint8Array(0);
  #kept: Uint8Array[] | undefined = [];
  #keptBytes = 0;
  /** Unpacked bytes that were passed on. */
  #passedBytes = 0;

  /** @param readsDamaged Whether the last bytes before damage is noticed are read, too, which may be wrong ones */
  constructor(inner: Intake, readsDamaged = false) {
    this.#inner = inner;
    this.#readsDamaged = readsDamaged;
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
    this.#keptBytes += size;
    if (this.#keptBytes > KEPT_MOST) this.#kept = undefined;
    this.#kept?.push(bytes);
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
      } catch (error) {
        const isCut = isCutShort(error);
        const readsRest = !isCut && (isOfHeader(error) || this.#readsDamaged);
        if (readsRest) await this.#passRest(this.#kept ?? []);
        const isAll = isCut || (readsRest && this.#kept !== undefined);
        throw new InputError(
          `the gzip file is ${isCut ? "cut short" : "damaged"}; what could be unpacked before that was read${isAll ? "" : ", but for the last 16 KB at most"}`,
        );
      }
      if (chunk.done) return;
      this.#passedBytes += chunk.value.length;
      await feed(this.#inner, chunk.value);
    }
  }

  /**
   * Passes on the end of the last whole member: zlib drops what it has unpacked in the call that fails. So the last
   * piece is unpacked again byte by byte.
   */
  async #passRest(pieces: readonly Uint8Array[]): Promise<void> {
    const unpacked: Uint8Array[] = [];
    const gunzip = zlib()
      .createGunzip()
      .on("data", (chunk: Uint8Array) => unpacked.push(chunk));
    const failed = new Promise<boolean>((resolve) => gunzip.on("error", () => resolve(false)));
    const last = pieces.at(-1) ?? new Uint8Array(0);
    let skipped = this.#passedBytes;
    for (const piece of [...pieces.slice(0, -1), ...Array.from(last, (byte) => Uint8Array.of(byte))]) {
      const written = new Promise<boolean>((resolve) => {
        gunzip.write(piece, () => resolve(true));
      });
      const goesOn = await Promise.race([failed, written]);
      for (const chunk of unpacked.splice(0)) {
        const rest = chunk.subarray(Math.min(skipped, chunk.length));
        skipped -= chunk.length - rest.length;
        await feed(this.#inner, rest);
      }
      if (!goesOn) break;
    }
    gunzip.destroy();
  }
}

/** Writes gzip. */
export class GzipOutput implements Output {
  readonly #gzip: Gzip = zlib().createGzip();
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
