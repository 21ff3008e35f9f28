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
 * Whether a value surely holds nothing to redact: most of what is logged is plain objects without a secret,
 * and a walk that notes what it reads, to copy it, takes twice the time of the scan. `false` says nothing:
 * something was found, or is out of the ordinary (an instance, a sensitive or a new name, depth).
 *
 * @param sensitive What is known about names
 */
export function glance(value: object, scanner: Scanner, sensitive: ReadonlyMap<string, boolean>): boolean {
  const look = new Glance(scanner, sensitive);
  try {
    if (!look.container(value, undefined, false, 0)) return false;
  } catch {
    // A getter that throws, or a trap of a proxy.
    return false;
  }
  return startHaystack(scanner, look.length) === 0;
}

class Glance {
  length = 0;
  readonly #scanner: Scanner;
  readonly #sensitive: ReadonlyMap<string, boolean>;
  readonly #seen: object[] = [];
  readonly #names: (string | undefined)[] = [];

  constructor(scanner: Scanner, sensitive: ReadonlyMap<string, boolean>) {
    this.#scanner = scanner;
    this.#sensitive = sensitive;
  }

  container(source: object, name: string | undefined, inArray: boolean, depth: number): boolean {
    if (depth > DEPTH_MOST) return false;
    // As an element, an array may be a pair, which it is not elsewhere.
    if (!inArray && this.#isKnown(source, name)) return true;
    if (Array.isArray(source)) return this.#elements(source, name, inArray, depth);
    const proto: unknown = Object.getPrototypeOf(source);
    return (proto === Object.prototype || proto === null) && this.#properties(source, depth);
  }

  #isKnown(source: object, name: string | undefined): boolean {
    const at = this.#seen.indexOf(source);
    if (at >= 0) return this.#names[at] === name;
    if (this.#seen.length < SEEN_MOST) {
      this.#seen.push(source);
      this.#names.push(name);
    }
    return false;
  }

  #properties(source: object, depth: number): boolean {
    const values = source as Record<PropertyKey, unknown>;
    // The value of a pair stands under the pair's name.
    if ("value" in source && ("name" in source || "key" in source)) return false;
    for (const key of Object.keys(source)) {
      if (!this.#value(values[key], key, false, depth)) return false;
    }
    for (const key of Object.getOwnPropertySymbols(source)) {
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
      case "function":
        return true;
      case "object":
        return value === null || (this.#isInnocent(name) && this.container(value, name, inArray, depth + 1));
      default:
        return this.#isInnocent(name);
    }
  }

  #isInnocent(name: string | undefined): boolean {
    return name === undefined || this.#sensitive.get(name) === false;
  }

  #leaf(name: string | undefined, text: string): boolean {
    if (this.length + sizeMost(name, text) > this.#scanner.capacity) return false;
    this.length = lay(this.#scanner.haystack, name, text, this.length);
    return true;
  }
}
