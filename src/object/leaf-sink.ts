import {
  FORM_BACKSLASH,
  FORM_HEX,
  FORM_UNICODE,
  SPAN_COUNT_SHIFT,
  SPAN_FIRST,
  SPAN_FORM_SHIFT,
  SPAN_LAST,
  SPAN_QUOTE,
} from "../kernel/abi.ts";
import { type Replacing, SECRET_MOST } from "../redaction/replacing.ts";
import { UnitCursor } from "../redaction/unit-cursor.ts";
import type { SpanSink } from "../scanner/session.ts";
import { lengthInJson } from "./json-text.ts";
import type { Leaf } from "./layout.ts";
import type { Change } from "./leaf-redactor.ts";

const COMMA = 0x2c;

/** Hands each span of a value's JSON to the leaf, or the name, that it lies in. */
export class LeafSink implements SpanSink {
  readonly changes: Change[] = [];
  readonly #json: string;
  readonly #leaves: readonly Leaf[];
  readonly #replacing: Replacing;
  readonly #units: UnitCursor | undefined;
  #next = 0;
  #open: OpenChange | undefined;

  constructor(json: string, isAscii: boolean, leaves: readonly Leaf[], replacing: Replacing) {
    this.#json = json;
    this.#leaves = leaves;
    this.#replacing = replacing;
    this.#units = isAscii ? undefined : new UnitCursor(json);
  }

  keep(): void {}

  span(_memory: Uint8Array, start: number, end: number, rule: number, flags: number, shift: number): void {
    const from = this.#units?.indexOf(start + shift) ?? start + shift;
    const to = this.#units?.indexOf(end + shift) ?? end + shift;
    while (this.#next < this.#leaves.length && this.#leaves[this.#next]!.end <= from) this.#next++;
    const leaf = this.#leaves[this.#next];
    if (leaf === undefined) return;
    const nameEnd = leaf.start - '":'.length;
    const isName = leaf.nameStart >= 0 && (from < nameEnd || to <= nameEnd);
    const index = leaf.kind === "numbers" && !isName ? this.#numberAt(leaf, from) : 0;
    const open = this.#open;
    if (open === undefined || open.leaf !== leaf || open.isName !== isName || open.index !== index) {
      this.#finishOpen();
      this.#open = new OpenChange(leaf, isName, index, this.#replacing);
    }
    this.#open!.span(from, to, rule, flags);
  }

  finish(): readonly Change[] {
    this.#finishOpen();
    return this.changes;
  }

  #finishOpen(): void {
    if (this.#open !== undefined) this.changes.push(this.#open.finish());
    this.#open = undefined;
  }

  #numberAt(leaf: Leaf, offset: number): number {
    let index = 0;
    for (let i = leaf.start; i < offset; i++) if (this.#json.charCodeAt(i) === COMMA) index++;
    return index;
  }
}

/** A leaf or name of which a part is replaced. */
class OpenChange {
  readonly leaf: Leaf;
  readonly isName: boolean;
  readonly index: number;
  readonly #replacing: Replacing;
  readonly #text: string;
  /** Where the text starts in the JSON. */
  readonly #start: number;
  readonly #isWhole: boolean;
  readonly #isString: boolean;
  #result = "";
  #kept = 0;
  /** The same place in the text and, counted from its start, in the JSON; spans come in order. */
  #index = 0;
  #offset = 0;

  constructor(leaf: Leaf, isName: boolean, index: number, replacing: Replacing) {
    this.leaf = leaf;
    this.isName = isName;
    this.index = index;
    this.#replacing = replacing;
    const { kind } = leaf;
    this.#isString = isName || kind === "text";
    this.#isWhole = !isName && kind !== "text" && kind !== "bare";
    this.#text = isName ? leaf.name : textOf(leaf, index);
    this.#start = isName ? leaf.nameStart : kind === "text" ? leaf.start + 1 : leaf.start;
  }

  span(start: number, end: number, rule: number, flags: number): void {
    const inner = this.#isString ? flagsOfContent(flags) : flags & ~SPAN_QUOTE;
    let from = 0;
    let to = this.#text.length;
    let piece = inner;
    if (this.#isWhole) {
      if (this.#kept > 0 || this.#result !== "") return;
      piece = inner | SPAN_FIRST | SPAN_LAST;
    } else {
      from = this.#indexOf(start - this.#start);
      to = this.#indexOf(end - this.#start);
    }
    this.#result += this.#text.slice(this.#kept, from);
    this.#result += this.#replacing.piece(
      from,
      to,
      rule,
      piece,
      () => [...this.#text.slice(from, to)].length,
      () => this.#text.slice(from, to),
    );
    this.#kept = to;
  }

  #indexOf(offset: number): number {
    const text = this.#text;
    if (!this.#isString) return Math.max(0, Math.min(offset, text.length));
    while (this.#offset < offset && this.#index < text.length) {
      const length = lengthInJson(text.charCodeAt(this.#index), text.charCodeAt(this.#index + 1));
      this.#offset += length;
      this.#index += isPair(text, this.#index) ? 2 : 1;
    }
    return this.#index;
  }

  finish(): Change {
    const text = this.#result + this.#text.slice(this.#kept);
    return { leaf: this.leaf, isName: this.isName, text, index: this.index };
  }
}

function isPair(text: string, index: number): boolean {
  return text.codePointAt(index)! > 0xffff;
}

/** A leaf as a censor sees it; nothing of the value's own class is called. */
function textOf({ kind, value }: Leaf, index: number): string {
  if (kind === "numbers") return String((value as readonly unknown[])[index]);
  if (typeof value !== "object" || value === null) return kind === "bracket" ? "object" : String(value);
  if (value instanceof Uint8Array) return new TextDecoder().decode(value.subarray(0, SECRET_MOST + 1));
  return "object";
}

/** The flags of a span in a string's content, from those that it has in JSON: one level of escaping less. */
function flagsOfContent(flags: number): number {
  const form = (flags >>> SPAN_FORM_SHIFT) & 0xff;
  const count = flags >>> SPAN_COUNT_SHIFT;
  const rest = flags & ((1 << SPAN_COUNT_SHIFT) - 1);
  switch (form) {
    case FORM_BACKSLASH:
      return rest | ((count >>> 1) << SPAN_COUNT_SHIFT);
    case FORM_UNICODE:
    case FORM_HEX:
      return rest | (((count & ~0xff) | ((count & 0xff) >>> 1)) << SPAN_COUNT_SHIFT);
    default:
      return flags;
  }
}
