/**
 * What a container is, as far as reading and copying it goes.
 *
 * `scalar` values (dates, regular expressions, boxed numbers) are one value and may have own properties. `opaque`
 * ones (promises, weak maps, other binary) hold no text that could be read: own properties aside, they are left alone,
 * and replaced whole under a sensitive name.
 */
export type Kind =
  | "array"
  | "plain"
  | "instance"
  | "error"
  | "map"
  | "set"
  | "headers"
  | "params"
  | "form"
  | "message"
  | "url"
  | "text"
  | "function"
  | "scalar"
  | "bytes"
  | "opaque"
  | "unreadable";

const mapSize = Object.getOwnPropertyDescriptor(Map.prototype, "size")!.get!;
const setSize = Object.getOwnPropertyDescriptor(Set.prototype, "size")!.get!;

/** Classes whose instances hold nothing that a log shows, by what `Object.prototype.toString` says. */
const OPAQUE = new Set([
  "[object Promise]",
  "[object WeakMap]",
  "[object WeakSet]",
  "[object WeakRef]",
  "[object ArrayBuffer]",
  "[object SharedArrayBuffer]",
  "[object DataView]",
]);

const regExpSource = Object.getOwnPropertyDescriptor(RegExp.prototype, "source")!.get!;

/** Classes of one value, and what only their instances take. */
const SCALARS: Readonly<Record<string, () => unknown>> = {
  "[object Date]": Date.prototype.getTime,
  "[object RegExp]": regExpSource,
  "[object Number]": Number.prototype.valueOf,
  "[object Boolean]": Boolean.prototype.valueOf,
  "[object Symbol]": Symbol.prototype.valueOf,
  "[object BigInt]": BigInt.prototype.valueOf,
};

function passes(brand: () => unknown, source: object): boolean {
  try {
    brand.call(source);
    return true;
  } catch {
    return false;
  }
}

/**
 * The kind of an object that is neither an array nor plain. A class of another realm has the same tag,
 * and a tag can be faked: what has internal slots is asked for them.
 *
 * Throws what the object throws (a revoked proxy, a `Symbol.toStringTag` that throws).
 */
function kindOfInstance(source: object): Kind {
  const tag: string = Object.prototype.toString.call(source);
  if (source instanceof Error || tag === "[object Error]") return "error";
  if ((source instanceof Map || tag === "[object Map]") && passes(mapSize, source)) return "map";
  if ((source instanceof Set || tag === "[object Set]") && passes(setSize, source)) return "set";
  if (ArrayBuffer.isView(source)) return tag === "[object Uint8Array]" ? "bytes" : "opaque";
  if (tag === "[object String]" && passes(String.prototype.valueOf, source)) return "text";
  if (OPAQUE.has(tag)) return "opaque";
  const brand = Object.hasOwn(SCALARS, tag) ? SCALARS[tag] : undefined;
  if (brand !== undefined && passes(brand, source)) return "scalar";
  if (tag === "[object Headers]" && isIterable(source)) return "headers";
  if (tag === "[object URLSearchParams]" && isIterable(source)) return "params";
  if (tag === "[object FormData]" && isIterable(source)) return "form";
  if (tag === "[object Request]" || tag === "[object Response]") return "message";
  if (tag === "[object URL]" && typeof (source as { href?: unknown }).href === "string") return "url";
  return "instance";
}

function isIterable(source: object): source is Iterable<unknown> {
  return typeof (source as { [Symbol.iterator]?: unknown })[Symbol.iterator] === "function";
}

/** Throws what the object throws; the caller takes that for `unreadable`. */
export function kindOf(source: object, proto: object | null): Kind {
  if (typeof source === "function") return "function";
  if (Array.isArray(source)) return "array";
  if (proto === Object.prototype || proto === null) {
    // A `URLSearchParams` of another realm does not come here, and a plain object that calls itself
    // "Headers" is still plain.
    return "plain";
  }
  return kindOfInstance(source);
}

/** Kinds that are one value to JSON. */
export const ONE_VALUE: ReadonlySet<Kind> = new Set(["text", "url", "scalar", "bytes", "opaque"]);

/** Whether its JSON is an array. */
export function isList(kind: Kind): boolean {
  return kind === "array" || kind === "set";
}

/** Whether its JSON is an object, in which own properties stand, too. */
export function isObject(kind: Kind): boolean {
  return !isList(kind) && !ONE_VALUE.has(kind);
}
