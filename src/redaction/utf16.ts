/** Text that was UTF-16 with a byte order mark. */
export interface Utf16Text {
  /** Its units, lone surrogates as they are; without the mark. */
  readonly text: string;
  readonly isBigEndian: boolean;
  /** A last byte that is half a unit, or nothing. */
  readonly odd: Uint8Array;
}

/** How long the mark is. */
export const MARK_BYTES = 2;

/** Units that are read at once: a call takes so many arguments. */
const PIECE = 8192;

/** UTF-16 as Windows writes it; undefined for bytes that do not begin with its mark. */
export function readUtf16(bytes: Uint8Array): Utf16Text | undefined {
  const isBigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (!isBigEndian && !(bytes[0] === 0xff && bytes[1] === 0xfe)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = (bytes.length - MARK_BYTES) >>> 1;
  let text = "";
  for (let done = 0; done < count; done += PIECE) {
    const units = new Uint16Array(Math.min(PIECE, count - done));
    for (let i = 0; i < units.length; i++)
      units[i] = view.getUint16(MARK_BYTES + 2 * (done + i), !isBigEndian);
    text += String.fromCharCode(...units);
  }
  return { text, isBigEndian, odd: bytes.subarray(MARK_BYTES + 2 * count) };
}

/** The bytes of `text`, with the mark in front. */
export function writeUtf16({ text, isBigEndian, odd }: Utf16Text): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(MARK_BYTES + 2 * text.length + odd.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, !isBigEndian);
  for (let i = 0; i < text.length; i++) view.setUint16(MARK_BYTES + 2 * i, text.charCodeAt(i), !isBigEndian);
  bytes.set(odd, MARK_BYTES + 2 * text.length);
  return bytes;
}
