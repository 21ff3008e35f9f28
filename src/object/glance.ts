import { startHaystack } from "../scanner/haystack-scan.ts";
import type { Scanner } from "../scanner/scanner.ts";
import type { Watch } from "../scanner/watch.ts";
import { writeNumber, writeQuoted } from "./json-text.ts";

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
const COLON = 0x3a;
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
  readonly #sensitive: ReadonlyMap<string, boolean>;
  readonly #seen: (object | undefined)[] = new Array<undefined>(SEEN_MOST).fill(undefined);
  readonly #seenNames: (string | undefined)[] = new Array<undefined>(SEEN_MOST).fill(undefined);
  #seenCount = 0;
  /** The names above a container. */
  readonly #above: (string | undefined)[] = new Array<undefined>(DEPTH_MOST + 2).fill(undefined);
  #at = 0;
  /** A member may start here at the latest: its punctuation, or a number, fits. */
  readonly #most: number;
  /** Members under these are left out. */
  #without: ReadonlySet<symbol> = NO_SYMBOLS;

  /** @param sensitive What is known about names */
  constructor(scanner: Scanner, sensitive: ReadonlyMap<string, boolean>) {
    this.scanner = scanner;
    this.#bytes = scanner.haystack;
    this.#most = scanner.haystack.length - MARGIN;
    this.#sensitive = sensitive;
  }

  /** How many bytes the JSON of the last value has. */
  get size(): number {
    return this.#at;
  }

  /**
   * `false` says nothing: something was found, or is out of the ordinary (an instance, depth).
   *
   * @param without Members under these symbols are not looked at
   */
  isClean(value: object, watch?: Watch, without: ReadonlySet<symbol> = NO_SYMBOLS): boolean {
    this.#at = 0;
    this.#without = without;
    // What a getter redacts meanwhile must not be laid over what has been laid.
    this.scanner.isBusy = true;
    try {
      if (!this.#container(value, undefined, false, 0)) return false;
    } catch {
      // A getter that throws, or a trap of a proxy.
      return false;
    } finally {
      this.scanner.isBusy = false;
      this.#forget();
    }
    return this.#isHaystackClean(watch);
  }

  /** The same of a text. */
  isCleanText(text: string, watch?: Watch): boolean {
    // A unit has three bytes at most.
    if (text.length > this.#bytes.length / 3) return false;
    this.#at = encoder.encodeInto(text, this.#bytes).written;
    return this.#isHaystackClean(watch);
  }

  #isHaystackClean(watch: Watch | undefined): boolean {
    // What is written past the end of the memory is lost.
    if (this.#at > this.#bytes.length || startHaystack(this.scanner, this.#at) !== 0) return false;
    return watch?.isClean(this.scanner, this.#at) ?? true;
  }

  #forget(): void {
    for (let i = 0; i < this.#seenCount; i++) this.#seen[i] = undefined;
    this.#seenCount = 0;
  }

  #container(source: object, name: string | undefined, inArray: boolean, depth: number): boolean {
    if (depth > DEPTH_MOST) return false;
    this.#above[depth] = name;
    // As an element, an array may be a pair, which it is not elsewhere.
    if (!inArray && this.#isKnown(source, name)) return this.#isPlain(depth) && this.#word("null");
    if (Array.isArray(source)) return this.#elements(source, name, depth);
    const proto: unknown = Object.getPrototypeOf(source);
    return (proto === Object.prototype || proto === null) && this.#properties(source, depth);
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

  #properties(source: object, depth: number): boolean {
    const values = source as Record<PropertyKey, unknown>;
    this.#bytes[this.#at++] = OPEN_BRACE;
    const start = this.#at;
    // As V8 knows where the property of a `for in` lies, this takes half the time of `Object.keys`. What it
    // finds in a prototype besides, a false stop at the most, does no harm.
    for (const key in values) {
      if (!this.#member(key, values[key], depth, start)) return false;
    }
    const symbols = Object.getOwnPropertySymbols(source);
    for (let i = 0; i < symbols.length; i++) {
      const key = symbols[i]!;
      if (this.#without.has(key) || !Object.prototype.propertyIsEnumerable.call(source, key)) continue;
      if (!this.#member(key.description ?? "", values[key], depth, start)) return false;
    }
    this.#bytes[this.#at++] = CLOSE_BRACE;
    return true;
  }

  /** @param start Where the first member of the object is */
  #member(name: string, value: unknown, depth: number, start: number): boolean {
    if (value === undefined) return true;
    // What these say is for the walk.
    if (name === "kty") return false;
    if (typeof value === "function") return name !== "toJSON" && Object.keys(value).length === 0;
    const bytes = this.#bytes;
    let at = this.#at;
    if (at > this.#most) return false;
    if (at !== start) bytes[at++] = COMMA;
    at = writeQuoted(bytes, name, at);
    if (at === 0) return false;
    bytes[at++] = COLON;
    this.#at = at;
    return this.#value(value, name, false, depth);
  }

  #elements(source: readonly unknown[], name: string | undefined, depth: number): boolean {
    const { length } = source;
    // Holes, and properties beside the elements.
    if (length > LENGTH_MOST || Object.keys(source).length !== length) return false;
    const bytes = this.#bytes;
    bytes[this.#at++] = OPEN_BRACKET;
    for (let i = 0; i < length; i++) {
      if (this.#at > this.#most) return false;
      if (i > 0) bytes[this.#at++] = COMMA;
      if (!this.#value(source[i], name, true, depth)) return false;
    }
    bytes[this.#at++] = CLOSE_BRACKET;
    return true;
  }

  #value(value: unknown, name: string | undefined, inArray: boolean, depth: number): boolean {
    switch (typeof value) {
      case "string":
        this.#at = writeQuoted(this.#bytes, value, this.#at);
        return this.#at !== 0;
      case "number":
        this.#at = writeNumber(this.#bytes, value, this.#at);
        return true;
      case "undefined":
        return this.#word("null");
      case "boolean":
        return this.#word(value ? "true" : "false");
      case "object":
        return value === null ? this.#word("null") : this.#container(value, name, inArray, depth + 1);
      default:
        return false;
    }
  }

  #word(text: string): boolean {
    for (let i = 0; i < text.length; i++) this.#bytes[this.#at++] = text.charCodeAt(i);
    return true;
  }
}
