// Files that break if the length of their content changes: archives, databases, programs, pictures.

/** The number of bytes that show a file's format: an ISO image needs the most. */
export const HEAD_BYTES = 33_792;

/**
 * A file format with distinctive bytes at its start, or at `at`. `bytes` are characters of Latin-1, or {@link ANY}.
 */
interface Signature {
  readonly name: string;
  readonly at?: number;
  readonly bytes: string;
}

const ANY = "\u0100";

/**
 * Words that a line of text can begin with (`MZ`, `ORC`, `PAR1`) are a signature only with the bytes after them.
 * From the specification of each format.
 */
const SIGNATURES: readonly Signature[] = [
  { name: "a tar archive", at: 257, bytes: "ustar\0" },
  { name: "a tar archive", at: 257, bytes: "ustar  \0" },
  { name: "a zip archive", bytes: "PK\x03\x04" },
  { name: "a zip archive", bytes: "PK\x05\x06" },
  { name: "a zip archive", bytes: "PK\x07\x08" },
  { name: "a 7z archive", bytes: "7z\xbc\xaf\x27\x1c" },
  { name: "a rar archive", bytes: "Rar!\x1a\x07" },
  { name: "an ar archive", bytes: "!<arch>\n" },
  { name: "a cpio archive", bytes: "\xc7\x71" },
  { name: "a cpio archive", bytes: "\x71\xc7" },
  { name: "a cabinet", bytes: "MSCF\0\0\0\0" },
  { name: "a xar archive", bytes: "xar!\0" },
  { name: "an RPM package", bytes: "\xed\xab\xee\xdb" },
  { name: "an ISO image", at: 0x8001, bytes: "CD001\x01" },
  { name: "a squashfs image", bytes: `hsqs${ANY}${ANY}${ANY}\0` },
  { name: "a qcow2 image", bytes: "QFI\xfb" },
  { name: "an SQLite database", bytes: "SQLite format 3\0" },
  { name: "an SQLite journal", bytes: "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" },
  { name: "an SQLite write-ahead log", bytes: "\x37\x7f\x06\x82" },
  { name: "an SQLite write-ahead log", bytes: "\x37\x7f\x06\x83" },
  { name: "a DuckDB database", at: 8, bytes: `DUCK${ANY}\0\0\0` },
  { name: "a Berkeley DB database", at: 12, bytes: "\x62\x31\x05\0" },
  { name: "a Berkeley DB database", at: 12, bytes: "\x61\x15\x06\0" },
  { name: "a Berkeley DB database", at: 12, bytes: "\0\x05\x31\x62" },
  { name: "a Berkeley DB database", at: 12, bytes: "\0\x06\x15\x61" },
  { name: "a GDBM database", bytes: "\xce\x9a\x57\x13" },
  { name: "a GDBM database", bytes: "\xcf\x9a\x57\x13" },
  { name: "an LMDB database", at: 16, bytes: "\xde\xc0\xef\xbe" },
  { name: "an Access database", bytes: "\0\x01\0\0Standard " },
  { name: "a Redis dump", bytes: "REDIS00" },
  { name: "a systemd journal", bytes: "LPKSHHRH" },
  { name: "a Windows event log", bytes: "ElfFile\0" },
  { name: "a packet capture", bytes: "\xd4\xc3\xb2\xa1" },
  { name: "a packet capture", bytes: "\xa1\xb2\xc3\xd4" },
  { name: "a packet capture", bytes: "\x4d\x3c\xb2\xa1" },
  { name: "a packet capture", at: 8, bytes: "\x4d\x3c\x2b\x1a" },
  { name: "a packet capture", at: 8, bytes: "\x1a\x2b\x3c\x4d" },
  { name: "an Avro file", bytes: "Obj\x01" },
  { name: "a Parquet file", bytes: "PAR1\x15" },
  { name: "an Arrow file", bytes: "ARROW1\0\0" },
  { name: "an HDF5 file", bytes: "\x89HDF\r\n\x1a\n" },
  { name: "an Office document", bytes: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" },
  { name: "a PDF document", bytes: "%PDF-" },
  { name: "a PNG picture", bytes: "\x89PNG\r\n\x1a\n" },
  { name: "a JPEG picture", bytes: "\xff\xd8\xff" },
  { name: "a GIF picture", bytes: "GIF89a" },
  { name: "a GIF picture", bytes: "GIF87a" },
  { name: "a program", bytes: "\x7fELF" },
  { name: "a program", bytes: "\xcf\xfa\xed\xfe" },
  { name: "a program", bytes: "\xce\xfa\xed\xfe" },
  { name: "a Java class", bytes: "\xca\xfe\xba\xbe\0" },
  { name: "a Java heap dump", bytes: `JAVA PROFILE 1.0.${ANY}\0` },
  { name: "a Java key store", bytes: "\xfe\xed\xfe\xed\0" },
  { name: "a WebAssembly module", bytes: "\0asm" },
  { name: "a git pack", bytes: "PACK\0\0\0" },
  { name: "an encrypted disk", bytes: "LUKS\xba\xbe" },
  { name: "lz4 data", bytes: "\x04\x22\x4d\x18" },
  { name: "lzip data", bytes: "LZIP\x01" },
  { name: "snappy data", bytes: "\xff\x06\0\0sNaPpY" },
  { name: "compress data", bytes: "\x1f\x9d\x90" },
];

/**
 * The format of a file that breaks if its length changes, by its first {@link HEAD_BYTES}; undefined for possible text.
 *
 * @example containerOf(bytesOf("SQLite format 3\0…")) // "an SQLite database"
 */
export function containerOf(head: Uint8Array): string | undefined {
  const found = SIGNATURES.find(({ at = 0, bytes }) => hasBytes(head, at, bytes));
  if (found !== undefined) return found.name;
  if (isOldTar(head)) return "a tar archive";
  if (isTextCpio(head)) return "a cpio archive";
  return isBinary(head) ? "not text" : undefined;
}

function hasBytes(head: Uint8Array, at: number, bytes: string): boolean {
  if (at + bytes.length > head.length) return false;
  for (let i = 0; i < bytes.length; i++)
    if (bytes[i] !== ANY && head[at + i] !== bytes.charCodeAt(i)) return false;
  return true;
}

/** A tar header before POSIX has no signature, but the sum of its 512 bytes in octal. */
function isOldTar(head: Uint8Array): boolean {
  if (head.length < 512 || head[0] === 0) return false;
  const field = head.subarray(148, 156);
  const said = /^ *([0-7]{1,7})[ \0]*$/.exec(String.fromCharCode(...field))?.[1];
  if (said === undefined) return false;
  // The field itself counts as blanks.
  const sum = head.subarray(0, 512).reduce((all, byte, i) => all + (i >= 148 && i < 156 ? 0x20 : byte), 0);
  return sum === Number.parseInt(said, 8);
}

/** A cpio header has 104 digits: `070701` alone may be a date at the start of a log. */
function isTextCpio(head: Uint8Array): boolean {
  return /^0707(?:0[12][\dA-Fa-f]{104}|07[0-7]{70})/.test(String.fromCharCode(...head.subarray(0, 110)));
}

/** The highest percentage of control characters in text, not counting NUL. */
const MAX_CONTROLS = 5;

/** The least bytes for which the percentage is meaningful. */
const MIN_BYTES = 64;

/** Whether it looks like a binary file. NUL does not count: a log that was truncated while it was written begins with it. */
function isBinary(head: Uint8Array): boolean {
  let bytes = 0;
  let controls = 0;
  for (const byte of head) {
    if (byte !== 0) bytes++;
    // BEL to CR, ESC, and record separators (0x1c to 0x1f) occur in text.
    if (byte > 0 && byte < 0x1b && (byte < 7 || byte > 13)) controls++;
  }
  return bytes >= MIN_BYTES && controls * 100 > bytes * MAX_CONTROLS;
}
