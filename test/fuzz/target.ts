/** What is fuzzed: a promise about any bytes at all. */
export interface Target {
  /** Throws where the promise is broken. */
  check(input: Uint8Array): void;
  /** What inputs are made of, beside random bytes: mutations insert these. */
  readonly words: readonly string[];
  /** First inputs, where the corpus has none yet. */
  readonly seeds: readonly string[];
  /** Longest input that is tried. */
  readonly mostBytes: number;
  /** Whose branches guide the way: those of the kernel, of the TypeScript around it, or both. */
  readonly guides: readonly ("kernel" | "javascript")[];
}

/** Bytes as text, one character each, and back. */
export const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
export const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "latin1"));

/** A failure that names what broke, so that shrinking keeps to the same. */
export function fail(promise: string, detail: unknown): never {
  throw Object.assign(new Error(`${promise}: ${JSON.stringify(detail)}`), { promise });
}
