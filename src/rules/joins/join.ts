/** What must stand where a value begins. */
export type ValueKind =
  | "any"
  /** A quote of any kind. */
  | "string"
  /** The quote that the name is in. */
  | "own string"
  | "double-quoted"
  | "single-quoted"
  /** No value: the row says so where another one would see a value. */
  | "none"
  /** The same, as nothing stands there: of a user's own name, too, whose value is secret whatever it is. */
  | "empty"
  /** What a generator or a person's password looks like: the text around may be prose. */
  | "generated"
  /** Neither another flag nor the end of a list. */
  | "argument"
  /** Neither a call, an assignment nor a block of source code. */
  | "not code"
  /** All that is left of the line, and as "generated". */
  | "end of line"
  /** Neither empty, null nor hidden: the member of a pair that says something. */
  | "present"
  /** The name again, with other separators: then there is no value. */
  | "own name"
  /** A name of a credential and nothing more: then there is no value. */
  | "other name"
  /** A brace that opens an object. */
  | "object"
  /** Several words, the first of letters, none of which tells a sentence, and after them what `close` says. */
  | "words"
  /** One word of any signs, as generators of passwords make them, up to a blank: no structure is in it. */
  | "any signs"
  /** What a generator made and nothing else: words of prose stand in front of it. */
  | "random";

/**
 * What ends a value that no quote encloses, blanks and all: a bracket, a comma, a tag, a blank, or the end of its line or
 * of the string that it stands in.
 */
export type Close = "}" | "]" | ")" | "," | ";" | "<" | " " | "\n";

/**
 * What ends "words": "\n" their line or a comment, "=" a member right after them (`a=b`, `A:b`), "," one after a comma, a
 * semicolon or a bar, ")" a bracket. ":" is a line of which `before` says that it is one of settings: no remark stands there.
 */
export type WordsClose = "\n" | "=" | "," | ")" | ":";

/** Over what a relation leads from a name to a value outside of the string, the element or the line that the name ends. */
export type Over =
  | "members"
  | "attributes"
  | "lines"
  | "the next line"
  | "the next string"
  | "the next cell"
  | "the next member"
  | "the next word";

/** How far a row leads out of what encloses its name: 320 characters at most, and over nothing else than it says. */
export interface Relation {
  readonly over: Over;
  /** The same words within one string, one element or one line, which somebody may type: they relate nothing outside. */
  readonly attack: string;
}

/**
 * What people write between a name and its value: a row each. Patterns are read character by character, however a
 * character is written (`"`, `\"`, `\u0022`, `%22`, `&quot;`). In them, `"` is the quote that encloses the name (of
 * any kind), `'` a quote of any kind, a blank is a blank or a tab, `\n` a line end, and letters match in either case.
 * Of the rows that match, the longest counts, then the first.
 */
export interface Join {
  readonly id: string;
  /** From the name's last character, its quote and its index in brackets to the value. */
  readonly between: string;
  /** What stands before the name, or before the quote that opens it. */
  readonly before?: string;
  /** What the whole name is, from its first word to its last. */
  readonly name?: string;
  readonly value?: ValueKind;
  /** What stands there from the value's first character on, quotes and all; a line end is the text's end, too. */
  readonly ahead?: string;
  readonly close?: Close | WordsClose;
  /** The separator that the value is read by, where it is not the first of ":", "=" in `between`. */
  readonly separator?: ":" | "=" | ",";
  /** Letters match as they are written. */
  readonly exactCase?: boolean;
  /** The name is a member's value, and the value another member's: the nearest one counts, and one more may follow. */
  readonly pair?: boolean;
  /** A string of SQL is the value: raw line ends in it, too, up to the quote that ends it in reach. */
  readonly overLines?: boolean;
  /** The name stands in no quotes: where it does, a string ends at its own. */
  readonly bareName?: boolean;
  /** The name is in capitals. */
  readonly capitals?: boolean;
  /** What it leads to stands outside of the string, the element or the line that the name ends. */
  readonly relates?: Relation;
  /** The credential stands between « and ». */
  readonly example: string;
  /** A text like it that stays as it is. */
  readonly not?: string;
}

/** A value that stands in front of the name that it has. */
export interface ValueFirst {
  readonly id: string;
  /** From the end of the name that says that it is a value, over it, to the first character of its own name. */
  readonly between: string;
  readonly relates: Relation;
  readonly example: string;
  readonly not: string;
}

/** What encloses a value: a constructor, a cast, a type. */
export interface Wrapper {
  readonly id: string;
  readonly open: string;
  readonly value?: ValueKind;
  readonly ahead?: string;
  readonly close?: Close;
  /** What follows is the first of several values. */
  readonly list?: boolean;
  /** Only after this separator. */
  readonly separator?: ":";
  readonly example: string;
  readonly not?: string;
}
