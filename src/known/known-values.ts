import {
  CONTEXT,
  FORM_HEAD,
  FOUND,
  FOUND_COUNT,
  FOUND_SIZE,
  HAYSTACK,
  INPUT,
  INPUT_MOST,
  LONG_FORM,
  PIECE,
  PIECE_STEP,
  TABLES,
} from "../kernel/known/layout.ts";
import { knownModule } from "./known-module.ts";

/** What the module exports; see `src/kernel/known/index.ts`. */
interface Finder {
  setup(long: number, short: number, heads: number, forms: number, end: number): void;
  add(length: number, owner: number, isWhole: number): number;
  finish(): void;
  remove(owner: number): void;
  scan(begin: number, from: number, limit: number, final: number): number;
  ownerOf(from: number, limit: number): number;
}

const PAGE = 65_536;
const encoder = new TextEncoder();

/** How much the module needs: forms in each of its two indexes, and bytes of all. */
interface Room {
  readonly forms: number;
  readonly bytes: number;
}

/** So much room at first. */
const LEAST: Room = { forms: 64, bytes: 8192 };
/** Bits of the set of long forms for each of eight places of a form. */
const LONG_BITS = 10;
const NONE: Room = { forms: 0, bytes: 0 };

let compiled: WebAssembly.Module | undefined;

/** Values, and a WebAssembly module that finds them in any form. */
export class KnownValues {
  readonly #owners: Map<string, number> = new Map();
  readonly #values: Map<number, string> = new Map();
  #nextOwner = 1;
  #finder: Finder | undefined;
  #memory: WebAssembly.Memory | undefined;
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #words: Uint32Array = new Uint32Array(0);
  #shift = 0;
  #room: Room = LEAST;
  #used: Room = NONE;
  #removed = 0;
  #isSorted = true;

  get size(): number {
    return this.#owners.size;
  }

  has(value: string): boolean {
    return this.#owners.has(value);
  }

  /** Adds values that are not empty; those that are there stay as they are. */
  add(values: readonly string[]): void {
    const added = values.filter((value) => {
      if (this.#owners.has(value)) return false;
      this.#owners.set(value, this.#nextOwner);
      this.#values.set(this.#nextOwner++, value);
      return true;
    });
    if (added.length === 0) return;
    const used = added.map(roomOf).reduce(sum, this.#used);
    const fits = used.forms <= this.#room.forms && used.bytes <= this.#room.bytes;
    if (this.#finder === undefined || !fits) this.#rebuild();
    else {
      this.#used = used;
      for (const value of added) this.#feed(value);
    }
    this.#isSorted = false;
  }

  remove(value: string): void {
    const owner = this.#owners.get(value);
    if (owner === undefined) return;
    this.#owners.delete(value);
    this.#values.delete(owner);
    this.#finder?.remove(owner);
    // Its forms are nobody's, but take room, and are in the memory.
    if (++this.#removed > this.#owners.size) this.#rebuild();
  }

  /** The value that a text is a form of, or holds first; undefined: none. */
  valueOf(text: string): string | undefined {
    if (this.size === 0) return undefined;
    this.#sort();
    const { written } = encoder.encodeInto(text, this.#bytes.subarray(HAYSTACK, HAYSTACK + PAGE));
    return this.#values.get(this.#finder!.ownerOf(HAYSTACK, HAYSTACK + written));
  }

  /** Looks at [from, limit) of `memory`, of which bytes from `begin` on are context; returns up to where that is final. */
  look(memory: Uint8Array, begin: number, from: number, limit: number, final: boolean): number {
    this.#sort();
    const start = HAYSTACK + Math.min(from - begin, CONTEXT);
    const end = start + limit - from;
    this.#bytes.set(memory.subarray(from - start + HAYSTACK, limit), HAYSTACK);
    this.#shift = from - start;
    const held = this.#finder!.scan(HAYSTACK, start, end, Number(final)) + this.#shift;
    const last = this.count - 1;
    // What follows a number says whether it needs quotes.
    if (!final && last >= 0 && this.end(last) === limit && isDigit(memory[limit - 1]))
      return Math.min(held, this.start(last));
    return held;
  }

  get count(): number {
    return this.#words[FOUND_COUNT / 4]!;
  }

  start(index: number): number {
    return this.#words[(FOUND + index * FOUND_SIZE) / 4]! + this.#shift;
  }

  end(index: number): number {
    return this.#words[(FOUND + index * FOUND_SIZE) / 4 + 1]! + this.#shift;
  }

  /** The value of which a form was found first. */
  found(index: number): string | undefined {
    return this.#values.get(this.#words[(FOUND + index * FOUND_SIZE) / 4 + 2]!);
  }

  #sort(): void {
    if (this.#isSorted) return;
    this.#finder!.finish();
    this.#isSorted = true;
  }

  /** Makes a module of all values, with room for as many more. */
  #rebuild(): void {
    const values = [...this.#values.values()];
    this.#used = values.map(roomOf).reduce(sum, NONE);
    this.#removed = 0;
    this.#isSorted = false;
    this.#room = {
      forms: Math.max(LEAST.forms, growing(this.#used.forms)),
      bytes: Math.max(LEAST.bytes, growing(this.#used.bytes)),
    };
    const { forms, bytes } = this.#room;
    const hasShort = values.some((value) => value.length < LONG_FORM);
    // Larger sets would take in fewer others, but more time: they have to stay in the processor's second cache, with the
    // program of the rules.
    const long = exponentOf((forms * 4 * LONG_BITS) / 64);
    const short = hasShort ? exponentOf((forms * 4 * LONG_BITS) / 64) : 8;
    const heads = exponentOf((forms * 16) / 64);
    const end = TABLES + 8 * (2 ** long + 2 ** short + 2 ** heads) + 2 * 16 * forms + bytes;
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil(end / PAGE) });
    compiled ??= knownModule();
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory: this.#memory, abort: stop } });
    this.#finder = exports as unknown as Finder;
    this.#bytes = new Uint8Array(this.#memory.buffer);
    this.#words = new Uint32Array(this.#memory.buffer);
    this.#finder.setup(long, short, heads, forms, end);
    for (const value of values) this.#feed(value);
  }

  #feed(value: string): void {
    const owner = this.#owners.get(value)!;
    this.#feedForm(value, owner, true);
    for (const other of writingsOf(value)) if (other !== value) this.#feedForm(other, owner, false);
  }

  #feedForm(text: string, owner: number, isWhole: boolean): void {
    const { written } = encoder.encodeInto(text, this.#bytes.subarray(INPUT, INPUT + INPUT_MOST));
    if (this.#finder!.add(written, owner, Number(isWhole)) === 0) stop();
  }
}

/**
 * Other writings of a value: forms of a query have "+" for a blank; case beyond ASCII is for here; and where each character
 * is escaped, a backslash stands in front of what follows it, as if it belonged to that.
 */
function writingsOf(value: string): readonly string[] {
  const writings: string[] = [];
  if (value.includes(" ")) writings.push(value.replaceAll(" ", "+"));
  if (/\\[A-Za-z0-9]/.test(value)) writings.push(value.replace(/\\(?=[A-Za-z0-9])/g, ""));
  if (!/^[\0-\x7f]*$/.test(value)) writings.push(value.toLowerCase(), value.toUpperCase());
  return writings;
}

/** What holds only this has no form that differs from it beyond base64 and hexadecimal digits. */
const PLAIN = /^[\w.~+/=-]*$/;

function roomOf(value: string): Room {
  // As it is, in hexadecimal, in base64 three times: of seven times the bytes.
  if (PLAIN.test(value)) return roomFor(value.length, 3, 7);
  const size = encoder.encode(value).length;
  // And each writing as it is and without escapes.
  return writingsOf(value)
    .map((writing) => roomFor(encoder.encode(writing).length, 2, 2))
    .reduce(sum, roomFor(size, 3, 8));
}

function roomFor(length: number, forms: number, times: number): Room {
  const pieces = length <= PIECE + PIECE_STEP / 4 ? 1 : Math.ceil(length / PIECE_STEP) + 1;
  const bytes = pieces === 1 ? length : pieces * PIECE;
  return { forms: pieces * forms, bytes: bytes * times + pieces * (forms + 3) * FORM_HEAD };
}

const sum = (a: Room, b: Room): Room => ({ forms: a.forms + b.forms, bytes: a.bytes + b.bytes });
/** A quarter more, so that not every addition makes all anew. */
const growing = (size: number): number => Math.ceil(size * 1.25);
const exponentOf = (size: number): number => Math.max(8, Math.round(Math.log2(size)));
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

function stop(): never {
  throw new Error("scrubjay: known values cannot be looked for");
}
