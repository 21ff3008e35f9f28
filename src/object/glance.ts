import { startHaystack } from "../scanner/haystack-scan.ts";
import type { Scanner } from "../scanner/scanner.ts";
import type { Watch } from "../scanner/watch.ts";
import { names, writeNumber, writeQuoted } from "./json-text.ts";

/** Deeper, or longer, is for the walk that remembers where it has been. A cycle ends here, too. */
const DEPTH_MOST = 8;
const LENGTH_MOST = 64;
/** So many containers are known again: winston's entries hold what was logged two times. */
const SEEN_MOST = 16;

/** More than what is written between two looks at how much room is left. */
const MARGIN = 256;

const NO_SYMBOLS: ReadonlySet<symbol> = new Set();
const encoder = new TextEncoder();

const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/**
 * Tells of values that they surely hold nothing to redact: most of what is logged is plain objects without a
 * secret, and a walk that notes what it reads, to copy it, takes twice the time of the scan. The JSON is written
 * straight into the kernel's memory. One instance serves many values, as making one takes as long as an object of three
 * properties.
 */
export class Glance {
  readonly scanner: Scanner;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #sensitive: ReadonlyMap<string, boolean>;
  readonly #seen: (object | undefined)[] = new Array<undefined>(SEEN_MOST).fill(undefined);
  readonly #seenNames: (string | undefined)[] = new Array<undefined>(SEEN_MOST).fill(undefined);
  #seenCount = 0;
  /** Whether containers are known again: it takes an eighth of the glance, and elsewhere there are none. */
  #remembers = false;
  /** The names above a container. */
  readonly #above: (string | undefined)[] = new Array<undefined>(DEPTH_MOST + 2).fill(undefined);
  /** How many bytes the JSON of the last value has. */
  size = 0;
  /** How many names of the value have been written. */
  #place = 0;
  /** A member may start here at the latest: its punctuation, or a number, fits. */
  readonly #most: number;
  /** Members under these are left out. */
  #without: ReadonlySet<symbol> = NO_SYMBOLS;

  /** @param sensitive What is known about names */
  constructor(scanner: Scanner, sensitive: ReadonlyMap<string, boolean>) {
    this.scanner = scanner;
    const { haystack } = scanner;
    this.#bytes = haystack;
    this.#view = new DataView(haystack.buffer, haystack.byteOffset, haystack.length);
    this.#most = haystack.length - MARGIN;
    this.#sensitive = sensitive;
  }

  /**
   * `false` says nothing: something was found, or is out of the ordinary (an instance, depth).
   *
   * @param without Members under these symbols are not looked at
   */
  isClean(value: object, watch?: Watch, without: ReadonlySet<symbol> = NO_SYMBOLS): boolean {
    this.#place = 0;
    this.#remembers = false;
    this.#without = without;
    // What a getter redacts meanwhile must not be laid over what has been laid.
    this.scanner.isBusy = true;
    try {
      this.size = this.#container(value, undefined, false, 0, 0);
    } catch {
      // A getter that throws, or a trap of a proxy.
      return false;
    } finally {
      this.scanner.isBusy = false;
      this.#forget();
    }
    return this.size !== 0 && this.#isHaystackClean(watch);
  }

  /** The same of a text. */
  isCleanText(text: string, watch?: Watch): boolean {
    // A unit has three bytes at most.
    if (text.length > this.#bytes.length / 3) return false;
    this.size = encoder.encodeInto(text, this.#bytes).written;
    return this.#isHaystackClean(watch);
  }

  #isHaystackClean(watch: Watch | undefined): boolean {
    // What is written past the end of the memory is lost.
    if (this.size > this.#bytes.length || startHaystack(this.scanner, this.size) !== 0) return false;
    return watch?.isClean(this.scanner, this.size) ?? true;
  }

  #forget(): void {
    for (let i = 0; i < this.#seenCount; i++) this.#seen[i] = undefined;
    this.#seenCount = 0;
  }

  // These write from `at` on and return the address after it, 0 where that says nothing. An address in a field would be
  // read and written for each member.

  #container(source: object, name: string | undefined, inArray: boolean, depth: number, at: number): number {
    if (depth > DEPTH_MOST) return 0;
    this.#above[depth] = name;
    // As an element, an array may be a pair, which it is not elsewhere.
    if (this.#remembers && !inArray && this.#isKnown(source, name))
      return this.#isPlain(depth) ? this.#word("null", at) : 0;
    if (Array.isArray(source)) return this.#elements(source, name, depth, at);
    const proto: unknown = Object.getPrototypeOf(source);
    return proto === Object.prototype || proto === null ? this.#properties(source, depth, at) : 0;
  }

  #isKnown(source: object, name: string | undefined): boolean {
    const count = this.#seenCount;
    for (let i = 0; i < count; i++) if (this.#seen[i] === source) return this.#seenNames[i] === name;
    if (count < SEEN_MOST) {
      this.#seen[count] = source;
      this.#seenNames[count] = name;
      this.#seenCount++;
    }
    return false;
  }

  /** Whether all names above are known, and none is sensitive: what was clean elsewhere is so here. */
  #isPlain(depth: number): boolean {
    for (let i = 0; i <= depth; i++) {
      const name = this.#above[i];
      if (name !== undefined && this.#sensitive.get(name) !== false) return false;
    }
    return true;
  }

  #properties(source: object, depth: number, start: number): number {
    const values = source as Record<PropertyKey, unknown>;
    const symbols = Object.getOwnPropertySymbols(source);
    // An entry of winston's, which has the same containers in several places.
    if (depth === 0) this.#remembers = symbols.length > 0;
    let at = start;
    // As V8 knows where the property of a `for in` lies, this takes half the time of `Object.keys`. What it
    // finds in a prototype besides, a false stop at the most, does no harm.
    for (const key in values) {
      at = this.#member(key, values[key], depth, at);
      if (at < 0) return 0;
    }
    for (let i = 0; i < symbols.length; i++) {
      const key = symbols[i]!;
      if (this.#without.has(key) || !Object.prototype.propertyIsEnumerable.call(source, key)) continue;
      at = this.#member(key.description ?? "", values[key], depth, at);
      if (at < 0) return 0;
    }
    // In place of the first member's comma.
    this.#bytes[start] = OPEN_BRACE;
    if (at === start) at++;
    this.#bytes[at] = CLOSE_BRACE;
    return at + 1;
  }

  /** Writes it after a comma, also where it is the first. Returns -1 in place of 0, where an object may begin. */
  #member(name: string, value: unknown, depth: number, at: number): number {
    if (value === undefined) return at;
    // What these say is for the walk.
    if (name === "kty") return -1;
    if (typeof value === "function") return name !== "toJSON" && Object.keys(value).length === 0 ? at : -1;
    if (at > this.#most) return -1;
    const after = names.write(this.#bytes, this.#view, name, this.#place++, at);
    return (after === 0 ? 0 : this.#value(value, name, false, depth, after)) || -1;
  }

  #elements(source: readonly unknown[], name: string | undefined, depth: number, start: number): number {
    const { length } = source;
    // Holes, and properties beside the elements.
    if (length > LENGTH_MOST || Object.keys(source).length !== length) return 0;
    const bytes = this.#bytes;
    let at = start;
    bytes[at++] = OPEN_BRACKET;
    for (let i = 0; i < length; i++) {
      if (at > this.#most) return 0;
      if (i > 0) bytes[at++] = COMMA;
      at = this.#value(source[i], name, true, depth, at);
      if (at === 0) return 0;
    }
    bytes[at] = CLOSE_BRACKET;
    return at + 1;
  }

  #value(value: unknown, name: string | undefined, inArray: boolean, depth: number, at: number): number {
    switch (typeof value) {
      case "string":
        return writeQuoted(this.#bytes, value, at);
      case "number":
        return writeNumber(this.#bytes, value, at);
      case "undefined":
        return this.#word("null", at);
      case "boolean":
        return this.#word(value ? "true" : "false", at);
      case "object":
        return value === null ? this.#word("null", at) : this.#container(value, name, inArray, depth + 1, at);
      default:
        return 0;
    }
  }

  #word(text: string, at: number): number {
    for (let i = 0; i < text.length; i++) this.#bytes[at + i] = text.charCodeAt(i);
    return at + text.length;
  }
}
