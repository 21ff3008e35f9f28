import { InputError } from "../errors.ts";
import type { Output, Wait } from "../output/output.ts";
import { containerOf, HEAD_BYTES } from "./containers.ts";
import { GunzipIntake, GzipOutput } from "./gzip.ts";
import type { Intake, Source } from "./intake.ts";
import { type ByteRedactor, feed, RedactingIntake, type Share } from "./redacting.ts";
import { type ByteOrder, Utf16Intake, Utf16Output } from "./utf16.ts";

/** The format of an input, by its first bytes. */
type Format =
  | { readonly is: "text" }
  | { readonly is: "utf16"; readonly order: ByteOrder; readonly markBytes: number }
  | { readonly is: "gzip" }
  | {
      readonly is: "unreadable";
      readonly name: string;
      readonly reader: string;
      /** Whether parts of it may be stored as they are, so that it can be read as bytes if that is asked for. */
      readonly isArchive?: boolean;
    };

/**
 * A printable ASCII character, a tab, CR or ESC: text begins with one of these. Not a line end: an empty first line
 * would wait for the second.
 */
const isAscii = (byte: number): boolean =>
  (byte >= 0x20 && byte < 0x7f) || byte === 9 || byte === 13 || byte === 0x1b;

/** UTF-16 without a byte order mark, as `cmd /u` and `wsl` write it: four ASCII characters in a row. */
const unmarked = (order: ByteOrder): (number | typeof isAscii)[] =>
  Array.from({ length: 8 }, (_, i) => (i % 2 === (order === "le" ? 0 : 1) ? isAscii : 0));

function unreadable(head: string, name: string, reader: string): readonly [readonly number[], Format] {
  const bytes = [...head].map((character) => character.charCodeAt(0));
  return [bytes, { is: "unreadable", name, reader, isArchive: true }];
}

/** First bytes, `undefined` for any. Compressed formats that Node 20 cannot read are refused: they would pass unredacted. */
const HEADS: readonly (readonly [head: readonly (number | typeof isAscii | undefined)[], format: Format])[] =
  [
    [[0xff, 0xfe], { is: "utf16", order: "le", markBytes: 2 }],
    [[0xfe, 0xff], { is: "utf16", order: "be", markBytes: 2 }],
    [unmarked("le"), { is: "utf16", order: "le", markBytes: 0 }],
    [unmarked("be"), { is: "utf16", order: "be", markBytes: 0 }],
    [[0x1f, 0x8b, 0x08], { is: "gzip" }],
    [[0x28, 0xb5, 0x2f, 0xfd], { is: "unreadable", name: "zstd", reader: "zstd -dc" }],
    [[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], { is: "unreadable", name: "xz", reader: "xz -dc" }],
    [
      [0x42, 0x5a, 0x68, undefined, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59],
      { is: "unreadable", name: "bzip2", reader: "bzip2 -dc" },
    ],
    ...["\x03\x04", "\x05\x06", "\x07\x08"].map((kind) => unreadable(`PK${kind}`, "zip", "unzip -p")),
    unreadable("7z\xbc\xaf\x27\x1c", "7z", "7z x -so"),
    unreadable("Rar!\x1a\x07", "rar", "unrar p -inul"),
    unreadable("\x04\x22\x4d\x18", "lz4", "lz4 -dc"),
    unreadable("LZIP\x01", "lzip", "lzip -dc"),
    unreadable("\xff\x06\0\0sNaPpY", "snappy", "snzip -dc"),
    unreadable("\x1f\x9d\x90", "compress", "uncompress -c"),
    unreadable("MSCF\0\0\0\0", "cabinet", "cabextract -p"),
    unreadable("xar!\0", "xar", "bsdtar -xOf"),
  ];

/** Undefined while more bytes are needed to decide. */
function formatOf(bytes: Uint8Array): Format | undefined {
  const fits = HEADS.filter(([head]) =>
    head.every((byte, i) => {
      if (i >= bytes.length) return true;
      return typeof byte === "function" ? byte(bytes[i]!) : (byte ?? bytes[i]) === bytes[i];
    }),
  );
  const found = fits.find(([head]) => head.length <= bytes.length);
  if (found !== undefined) return found[1];
  return fits.length > 0 ? undefined : { is: "text" };
}

export interface HeadOptions {
  /** Whether to write whole lines only. */
  readonly byLine: boolean;
  /** Whether gzip input is packed again. */
  readonly packsAgain: boolean;
  /** Whether to refuse files that break if their length changes: the output replaces the input. */
  readonly refusesContainers?: boolean;
  /** Whether to redact files that are not text, as bytes. */
  readonly isBinary?: boolean;
  /** Called with the bytes of a byte order mark and of a unit of the text, once they are known. */
  readonly onUnits?: (markBytes: number, unitBytes: 1 | 2) => void;
  /** Whether what a damaged gzip file was unpacked to last is read, too: nothing of it is shown. */
  readonly readsDamaged?: boolean;
  /** Whether a single first character is text: a prompting command (`ed -p '*'`) waits for the answer. */
  readonly mayAsk?: boolean;
  /** How text is redacted in two threads. */
  readonly share?: Share | undefined;
}

/**
 * Detects the format of an input by its first bytes: text, UTF-16 (which stays UTF-16) or gzip (which is unpacked).
 */
export class HeadIntake implements Intake {
  readonly #redactor: ByteRedactor;
  readonly #output: Output;
  readonly #options: HeadOptions;
  readonly #isUnpacked: boolean;
  readonly #text: Intake;
  #decided: Intake | undefined;
  #space: Uint8Array = new Uint8Array(0);
  #head: Uint8Array = new Uint8Array(0);

  constructor(redactor: ByteRedactor, output: Output, options: HeadOptions, isUnpacked = false) {
    this.#redactor = redactor;
    this.#output = output;
    this.#options = options;
    this.#isUnpacked = isUnpacked;
    this.#text = new RedactingIntake(redactor, output, options.byLine, options.share);
  }

  space(): Uint8Array {
    if (this.#decided !== undefined) return this.#decided.space();
    this.#space = this.#text.space();
    return this.#space;
  }

  take(size: number): Wait {
    if (this.#decided !== undefined) return this.#decided.take(size);
    const bytes = Uint8Array.of(
      ...this.#head.subarray(0, 16),
      ...this.#space.subarray(0, Math.min(size, 16)),
    );
    const asks = this.#options.mayAsk === true && bytes.length === 1 && isAscii(bytes[0]!);
    const format: Format | undefined = asks ? { is: "text" } : formatOf(bytes);
    if (format?.is === "text" && this.#head.length === 0 && !this.#options.refusesContainers) {
      this.#decided = this.#text;
      return this.#text.take(size);
    }
    const all = new Uint8Array(this.#head.length + size);
    all.set(this.#head);
    all.set(this.#space.subarray(0, size), this.#head.length);
    this.#head = all;
    if (format === undefined || (this.#mayBeContainer(format) && all.length < HEAD_BYTES)) return undefined;
    return this.#start(format);
  }

  takeOver(source: Source): Promise<void> | undefined {
    return this.#decided === this.#text ? this.#text.takeOver?.(source) : undefined;
  }

  async end(): Promise<void> {
    if (this.#decided === undefined) await this.#start(formatOf(this.#head) ?? { is: "text" });
    await this.#decided!.end();
  }

  #mayBeContainer(format: Format): boolean {
    const isContainer = format.is === "text" || (format.is === "unreadable" && format.isArchive === true);
    return isContainer && this.#options.refusesContainers === true;
  }

  async #start(format: Format): Promise<void> {
    const container = this.#mayBeContainer(format) ? containerOf(this.#head) : undefined;
    if (container !== undefined)
      throw new InputError(
        `not replaced: it is ${container}, which breaks if its length changes (--binary replaces it anyway)`,
      );
    const { head, decided } = await this.#open(format);
    this.#decided = decided;
    await feed(decided, head);
  }

  async #open(format: Format): Promise<{ readonly head: Uint8Array; readonly decided: Intake }> {
    const head = this.#head;
    this.#head = new Uint8Array(0);
    switch (format.is) {
      case "text":
        return { head, decided: this.#text };
      case "utf16": {
        await this.#output.write(head.subarray(0, format.markBytes));
        this.#options.onUnits?.(format.markBytes, 2);
        const utf16 = new Utf16Output(format.order, this.#output);
        const text = new RedactingIntake(this.#redactor, utf16, this.#options.byLine);
        return {
          head: head.subarray(format.markBytes),
          decided: new Utf16Intake(format.order, text, this.#output),
        };
      }
      case "gzip": {
        if (this.#isUnpacked) throw new InputError("is compressed twice; unpack it first: gzip -dc");
        const output = this.#options.packsAgain ? new GzipOutput(this.#output) : this.#output;
        const unpacked = new HeadIntake(this.#redactor, output, this.#options, true);
        return { head, decided: new GunzipIntake(unpacked, this.#options.readsDamaged) };
      }
      case "unreadable":
        if (format.isArchive && this.#options.isBinary) return { head, decided: this.#text };
        throw new InputError(`is compressed with ${format.name}; unpack it first: ${format.reader}`);
    }
  }
}
