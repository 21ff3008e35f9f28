import { quoted } from "./json-text.ts";
import type { Node, Slot } from "./node.ts";

/** What a part of the JSON stands for, which says how a match in it is read. */
export type LeafKind =
  /** A string. */
  | "text"
  /** A number, a truth value or null. */
  | "bare"
  /** What JSON has no text for: {@link STAND_IN} is in its place, and a match there is a match of all of it. */
  | "whole"
  /** An array of numbers. */
  | "numbers"
  /** The bracket that opens a container. */
  | "bracket";

/** A part of the JSON and where in the value it comes from. Offsets are UTF-16 units. */
export interface Leaf {
  readonly kind: LeafKind;
  readonly value: unknown;
  /** Where it starts and ends, with its quotes. */
  readonly start: number;
  readonly end: number;
  /** The name in front of it, and where that starts inside its quotes; -1: none. */
  readonly name: string;
  readonly nameStart: number;
  readonly node: Node;
  /** The slot of the value in `node`; undefined: the leaf is `node` itself. */
  readonly slot: Slot | undefined;
}

/** Looks like a credential, and like none that a rule knows by its shape. */
export const STAND_IN = "0123456789abcdefghij";

/** A value as its JSON, and what each part of it stands for. */
export class Layout {
  readonly leaves: Leaf[] = [];
  #json = "";
  #isFirst = true;
  #depth = 0;

  get json(): string {
    return this.#json;
  }

  /** Adds a value and notes where it stands. */
  leaf(name: string | undefined, kind: LeafKind, value: unknown, node: Node, slot: Slot | undefined): void {
    const nameStart = this.#startMember(name);
    const start = this.#json.length;
    this.#json += jsonOf(kind, value);
    const end = this.#json.length;
    this.leaves.push({ kind, value, start, end, name: name ?? "", nameStart, node, slot });
  }

  /** Adds null for a value that is not looked at, or was before. */
  skip(name: string | undefined): void {
    this.#startMember(name);
    this.#json += "null";
  }

  /** Adds the bracket of a container, which is a leaf too: a match may be all of it. */
  open(name: string | undefined, bracket: "[" | "{", node: Node): void {
    const nameStart = this.#startMember(name);
    const start = this.#json.length;
    this.#json += bracket;
    this.leaves.push({
      kind: "bracket",
      value: undefined,
      start,
      end: start + 1,
      name: name ?? "",
      nameStart,
      node,
      slot: undefined,
    });
    this.#isFirst = true;
    this.#depth++;
  }

  close(bracket: "]" | "}"): void {
    this.#json += bracket;
    this.#isFirst = false;
    this.#depth--;
  }

  /** Returns where the name starts, or -1. */
  #startMember(name: string | undefined): number {
    // What one object says in two ways is two documents.
    if (!this.#isFirst) this.#json += this.#depth === 0 ? "\n" : ",";
    this.#isFirst = false;
    if (name === undefined) return -1;
    const start = this.#json.length + 1;
    this.#json += `${quoted(name)}:`;
    return start;
  }
}

function jsonOf(kind: LeafKind, value: unknown): string {
  switch (kind) {
    case "text":
      return quoted(value as string);
    case "whole":
      return `"${STAND_IN}"`;
    case "bare":
      return typeof value === "number" && !Number.isFinite(value) ? "null" : String(value);
    default:
      // The bracket that opens them is a leaf of its own.
      return JSON.stringify(value).slice(1, -1);
  }
}
