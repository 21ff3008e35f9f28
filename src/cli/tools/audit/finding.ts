/** How sure a finding is: its check passed, its rule has none, or its check failed (a token cut short). */
export type Confidence = "high" | "medium" | "low";

/** A credential that was found. It has nothing of the credential. */
export interface Finding {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** In characters, from 1. */
  readonly column: number;
  /** Offsets `[start, end)` in the file, in bytes; in what is unpacked of it if that is gzip. */
  readonly start: number;
  readonly end: number;
  /** Id of the rule. */
  readonly rule: string;
  readonly confidence: Confidence;
  /** The digits after the "#" of the censor `hash`; only with a key. */
  readonly pseudonym?: string;
}

/** What was found in all. */
export interface Summary {
  /** Files that were read to their end. */
  readonly files: number;
  /** Bytes that were read, unpacked. */
  readonly bytes: number;
  readonly findings: number;
  /** Findings that the baseline has, too; they are in no other count. */
  readonly known?: number;
  /** Files that could not be read to their end. */
  readonly failed: number;
  /** The most frequent first. No object: a name that is a rule's, with a number, looks like a name and its secret. */
  readonly byRule: readonly { readonly rule: string; readonly findings: number }[];
  readonly byFile: readonly { readonly file: string; readonly findings: number }[];
}
