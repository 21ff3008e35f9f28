/**
 * How bytes begin that an application has compressed. Kafka's own compression is none of them: the client undoes it.
 * Sources: RFC 1952 (gzip), RFC 8878 (zstd), the LZ4 frame format, Snappy's framing format and that of xerial's library,
 * RFC 1950 (zlib: deflate with a window of 32 KB, four levels), bzip2's and xz's file formats, PKZIP's APPNOTE.
 */
export const COMPRESSED: readonly { readonly name: string; readonly begins: readonly number[] }[] = [
  { name: "gzip", begins: [0x1f, 0x8b, 0x08] },
  { name: "zstd", begins: [0x28, 0xb5, 0x2f, 0xfd] },
  { name: "lz4", begins: [0x04, 0x22, 0x4d, 0x18] },
  { name: "snappy", begins: [0xff, 0x06, 0x00, 0x00, 0x73, 0x4e, 0x61, 0x50, 0x70, 0x59] },
  { name: "xerial", begins: [0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00] },
  { name: "zlib 1", begins: [0x78, 0x01] },
  { name: "zlib 5", begins: [0x78, 0x5e] },
  { name: "zlib 6", begins: [0x78, 0x9c] },
  { name: "zlib 9", begins: [0x78, 0xda] },
  { name: "bzip2", begins: [0x42, 0x5a, 0x68] },
  { name: "xz", begins: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { name: "zip", begins: [0x50, 0x4b, 0x03, 0x04] },
];

/** Whether bytes begin as compressed ones do. Asked only of what is not UTF-8: text may begin so, too. */
export function isCompressed(bytes: Uint8Array): boolean {
  return COMPRESSED.some(({ begins }) => begins.every((byte, i) => bytes[i] === byte));
}

/** What is said once, where a value is not UTF-8. */
export const BINARY_MESSAGE =
  "there are values that are not UTF-8: what an application has compressed is withheld, and what is encoded otherwise is redacted byte by byte, which may change the length of a field; --binary says otherwise";
