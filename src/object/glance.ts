import { startHaystack } from "../scanner/haystack-scan.ts";
import type { Scanner } from "../scanner/scanner.ts";
import { lay, sizeMost } from "./haystack.ts";
import { elementNames } from "./names.ts";

/** Deeper, or longer, is for the walk that remembers where it has been. A cycle ends here, too. */
const DEPTH_MOST = 8;
const LENGTH_MOST = 64;
/** So many containers are known again: winston's entries hold what was logged two times. */
const SEEN_MOST = 16;

/**
 * Tells of values that they surely hold nothing to redact: most of what is logged is plain objects without a
 * secret, and a walk that notes what it reads, to copy it, takes twice the time of the scan. One instance
 * serves many values, as making one takes as long as an object of three properties.
 */
export class Glance {
  readonly scanner: Scanner;
  readonly #bytes: Uint8Array;
  readonly #sensitive: ReadonlyMap<string, boolean>;
  readonly #seen: (object | undefined)[] = new Array<undefined>(SEEN_MOST).fill(undefined);
  readonly #names: (string | undefined)[] = new Array<undefined>(SEEN_MOST).fill(undefined);
  #seenCount = 0;
  #length = 0;

  /** @param sensitive What is known about names */
  constructor(scanner: Scanner, sensitive: ReadonlyMap<string, boolean>) {
    this.scanner = scanner;
    this.#bytes = scanner.haystack;
    this.#sensitive = sensitive;
  }

  /**
   * `false` says nothing: something was found, or is out of the ordinary (an instance, a sensitive or a new
   * name, depth).
   */
  isClean(value: object): boolean {
    this.#length = 0;
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
    return startHaystack(this.scanner, this.#length, true) === 0;
  }

  #forget(): void {
    for (let i = 0; i < this.#seenCount; i++) this.#seen[i] = undefined;
    this.#seenCount = 0;
  }

  #container(source: object, name: string | undefined, inArray: boolean, depth: number): boolean {
    if (depth > DEPTH_MOST) return false;
    // As an element, an array may be a pair, which it is not elsewhere.
    if (!inArray && this.#isKnown(source, name)) return true;
    if (Array.isArray(source)) return this.#elements(source, name, inArray, depth);
    const proto: unknown = Object.getPrototypeOf(source);
    return (proto === Object.prototype || proto === null) && this.#properties(source, depth);
  }

  #isKnown(source: object, name: string | undefined): boolean {
    const count = this.#seenCount;
    for (let i = 0; i < count; i++) if (this.#seen[i] === source) return this.#names[i] === name;
    if (count < SEEN_MOST) {
      this.#seen[count] = source;
      this.#names[count] = name;
      this.#seenCount++;
    }
    return false;
  }

  #properties(source: object, depth: number): boolean {
    const values = source as Record<PropertyKey, unknown>;
    // As V8 knows where the property of a `for in` lies, this takes half the time of `Object.keys`. What it
    // finds in a prototype besides, a false stop at the most, does no harm.
    for (const key in values) {
      const value = values[key];
      // The value of a pair stands under the pair's name.
      if (key === "value" && ("name" in source || "key" in source)) return false;
      if (key === "kty") return false;
      if (typeof value === "string") {
        if (value !== "" && !this.#leaf(key, value)) return false;
      } else if (!this.#value(value, key, false, depth)) return false;
    }
    const symbols = Object.getOwnPropertySymbols(source);
    for (let i = 0; i < symbols.length; i++) {
      const key = symbols[i]!;
      if (!Object.prototype.propertyIsEnumerable.call(source, key)) continue;
      if (!this.#value(values[key], key.description, false, depth)) return false;
    }
    return true;
  }

  #elements(source: readonly unknown[], name: string | undefined, inArray: boolean, depth: number): boolean {
    const { length } = source;
    // Holes, and properties beside the elements.
    if (length > LENGTH_MOST || Object.keys(source).length !== length) return false;
    const names = elementNames(source, name, inArray);
    for (let i = 0; i < length; i++) {
      if (!this.#value(source[i], names?.[i] ?? name, true, depth)) return false;
    }
    return true;
  }

  #value(value: unknown, name: string | undefined, inArray: boolean, depth: number): boolean {
    switch (typeof value) {
      case "string":
        return value === "" || this.#leaf(name, value);
      case "undefined":
      case "boolean":
        return true;
      case "function":
        // What it says is for the walk to ask.
        return name !== "toJSON";
      case "object":
        return value === null || (this.#isInnocent(name) && this.#container(value, name, inArray, depth + 1));
      default:
        return this.#isInnocent(name);
    }
  }

  #isInnocent(name: string | undefined): boolean {
    return name === undefined || this.#sensitive.get(name) === false;
  }

  #leaf(name: string | undefined, text: string): boolean {
    if (this.#length + sizeMost(name, text) > this.#bytes.length) return false;
    this.#length = lay(this.#bytes, name, text, this.#length);
    return true;
  }
}
