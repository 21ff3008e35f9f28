/** A string found in a value, with the name of the property it stands under, when it has one. */
export interface Leaf {
  readonly key: string | undefined;
  readonly text: string;
  /** It is one value of the name's pairs: `{ cookies: { sid: "…" } }`. */
  readonly inPair?: boolean;
}

/** What the walk of a value needs to know about secrets; it decides nothing of that itself. */
export interface LeafRedactor {
  /**
   * One scan over all leaves; for each its redacted text, or the same string where nothing matched;
   * undefined where nothing matched at all.
   */
  redactLeaves(leaves: readonly Leaf[]): readonly string[] | undefined;
  /** Whether a look at a value is enough to say that nothing in it is secret. */
  isClean(value: object): boolean;
  /** The redacted bytes, or the same reference where nothing matched. */
  redactBytes(bytes: Uint8Array): Uint8Array;
  /** Whether everything under a property of this name is secret (`password`, `credentials`, …). */
  isSensitive(key: string): boolean;
  /** Whether a member `name` of what stands under `key` is no secret (`id`, `expiresAt`, …). */
  stays(key: string, name: string): boolean;
  /** Whether its values are pairs of a name and a value, as cookies are. */
  takesPairs(key: string): boolean;
  /** What stands for a value that is not a string, under a sensitive name (a number, bytes, a date). */
  replacement(key: string, value: unknown): string;
}
