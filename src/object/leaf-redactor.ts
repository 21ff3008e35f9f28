import type { Leaf } from "./layout.ts";

/** What stands in the place of a leaf, or of its name. */
export interface Change {
  readonly leaf: Leaf;
  readonly isName: boolean;
  readonly text: string;
  /** Which number of an array of them. */
  readonly index: number;
}

/** What the walk of a value needs to know about secrets; it decides nothing of that itself. */
export interface LeafRedactor {
  /** One scan over a value's JSON; undefined where nothing matched at all. */
  redactLeaves(json: string, leaves: readonly Leaf[]): readonly Change[] | undefined;
  /** Whether a look at a value is enough to say that nothing in it is secret. */
  isClean(value: object): boolean;
  /** The redacted bytes, of the same class, or the same reference where nothing matched. */
  redactBytes(bytes: Uint8Array): Uint8Array;
  /** Whether everything under a property of this name is secret (`password`, `credentials`, …). */
  isSensitive(name: string): boolean;
}
