/** What a part of a program is, as far as it matters to who packs it: see `FORM_*` in the kernel's `unpack/contexts.ts`. */
export type Form = "bytes" | "dfa" | "tagged" | "entries" | "set" | "trie" | "code";

/** Bytes [at, at + size) of a program. */
export interface Part {
  readonly form: Form;
  readonly at: number;
  readonly size: number;
}
