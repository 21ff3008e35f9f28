/** What stands for a line that could not be redacted. */
export const WITHHELD = "[scrubjay: line withheld]";

const NEWLINE = 0x0a;

/** `chunk` with every line that holds anything replaced by `WITHHELD`; the line ends stay. */
export function withholdLines(chunk: Uint8Array): {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lines: number;
} {
  let text = "";
  let lines = 0;
  for (let start = 0; start < chunk.length; ) {
    const newline = chunk.indexOf(NEWLINE, start);
    const end = newline < 0 ? chunk.length : newline;
    if (end > start) lines++;
    text += (end > start ? WITHHELD : "") + (newline < 0 ? "" : "\n");
    start = end + 1;
  }
  return { bytes: Uint8Array.from(text, (c) => c.charCodeAt(0)), lines };
}

/** The same for a string. */
export function withholdText(text: string): string {
  return text.replace(/[^\r\n]+/g, WITHHELD);
}

/**
 * `text` with the lines withheld that have one of these places in them.
 *
 * @param places Offsets in ascending order
 */
export function withholdTextAt(
  text: string,
  places: readonly number[],
): { readonly text: string; readonly lines: number } {
  let result = "";
  let lines = 0;
  let done = 0;
  for (const place of places) {
    if (lines > 0 && place <= done) continue;
    const start = 1 + Math.max(text.lastIndexOf("\n", place - 1), text.lastIndexOf("\r", place - 1), -1);
    const length = text.slice(place).search(/[\r\n]/);
    result += text.slice(done, start) + WITHHELD;
    done = length < 0 ? text.length : place + length;
    lines++;
  }
  return { text: result + text.slice(done), lines };
}

/** The same for bytes. */
export function withholdBytesAt(
  bytes: Uint8Array,
  places: readonly number[],
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly lines: number } {
  // As Latin-1, where each byte is a character.
  const { text, lines } = withholdTextAt(latin1(bytes), places);
  return { bytes: Uint8Array.from(text, (c) => c.charCodeAt(0)), lines };
}

/** A key block's marks, as RFC 7468 and SSH2 write them. */
const MARK = /-{4,5} ?(BEGIN|END) [^-\n]{1,80}-{4,5}/g;

/** As much of the text as a mark that a chunk's end cuts may need. */
const TAIL = 100;

/** Remembers whether a key block was open at the end of the withheld text: its body continues after it. */
export class WithheldMarks {
  #tail = "";
  /** The mark of the block that is open, as a line. */
  open: Uint8Array | undefined;

  add(withheld: Uint8Array): void {
    const text = this.#tail + latin1(withheld);
    const last = [...text.matchAll(MARK)].at(-1);
    if (last !== undefined) this.open = last[1] === "BEGIN" ? lineOf(last[0]) : undefined;
    // No mark goes over a line's end; one that was told is not told again.
    this.#tail = text.slice(text.lastIndexOf("\n") + 1).slice(-TAIL);
  }
}

function lineOf(text: string): Uint8Array {
  return Uint8Array.from(`${text}\n`, (c) => c.charCodeAt(0));
}

/** A character for each byte. */
export function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
