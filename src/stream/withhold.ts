/** What stands for a line that could not be redacted. */
export const WITHHELD = "[scrubjay: line withheld]";

const NEWLINE = 0x0a;

/** `chunk` with every line replaced by `WITHHELD`; the line ends stay. */
export function withholdLines(chunk: Uint8Array): {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lines: number;
  /** The last line goes on in the next chunk. */
  readonly isCut: boolean;
} {
  const ends = chunk.reduce((count, byte) => (byte === NEWLINE ? count + 1 : count), 0);
  const isCut = chunk.length === 0 || chunk.at(-1) !== NEWLINE;
  const text = `${WITHHELD}\n`.repeat(ends) + (isCut ? WITHHELD : "");
  const bytes = Uint8Array.from(text, (c) => c.charCodeAt(0));
  return { bytes, lines: ends + (isCut ? 1 : 0), isCut };
}

/** The same for a string. */
export function withholdText(text: string): string {
  return text.replace(/[^\r\n]+/g, WITHHELD);
}
