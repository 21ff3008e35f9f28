// What a mutation can be made at, the same for both languages: AssemblyScript (`kernel-sites.ts`) and TypeScript
// (`program-sites.ts`).

/** Part of a source text, in UTF-16 units. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

interface At {
  readonly span: Span;
  /** The name of the function around it, or of what is declared at the top of the file. */
  readonly within: string;
}

export type Site = At &
  (
    | { readonly kind: "binary"; readonly operator: string; readonly left: Span; readonly right: Span }
    | { readonly kind: "not"; readonly operand: Span }
    /** A number, and what it stands in: an operator with its side, a function, or "const". */
    | { readonly kind: "number"; readonly value: number; readonly role: string }
    | { readonly kind: "name"; readonly name: string }
    | {
        readonly kind: "call";
        readonly callee: string;
        readonly calleeSpan: Span;
        readonly texts: readonly Span[];
      }
    /** The condition of an `if` whose body does nothing but leave. */
    | { readonly kind: "guard" }
    /** A loop's body: no mutation, but a place for the step counter. */
    | { readonly kind: "loop"; readonly isBlock: boolean }
  );

/** A file as its parser sees it. */
export interface ParsedFile {
  /** From the room's folder, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly sites: readonly Site[];
  /** Numbers that constants of the file stand for, by name. */
  readonly constants: ReadonlyMap<string, number>;
  /** Names of what its functions return, by function. */
  readonly returns: ReadonlyMap<string, string>;
  /** Names that the file declares at its top or imports. */
  readonly names: ReadonlySet<string>;
}
