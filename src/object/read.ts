import type { Node } from "./node.ts";

/** What stands for a property whose getter threw. */
export const THROWS = "[Throws]";
/** What stands for an object that cannot be looked into: a revoked proxy, for one. */
export const UNREADABLE = "[Unreadable]";

/** A getter that throws yields this. */
export const FAILED: unique symbol = Symbol("failed");

/** Reads one property, once. */
function read(source: object, key: PropertyKey): unknown {
  try {
    return (source as Record<PropertyKey, unknown>)[key];
  } catch {
    return FAILED;
  }
}

/**
 * Above this length an array is taken to have no named properties beside the four that the language
 * itself gives to arrays: listing the keys of 1e6 elements takes 140 ms, three times its JSON.
 */
const NAMED_PROPERTIES_LIMIT = 4096;
const LENGTH_LIMIT = 2 ** 25;
const ARRAY_EXTRAS = ["index", "input", "groups", "raw"] as const;

/** Properties of an error that are read although they are not enumerable. */
const ERROR_PROPERTIES = ["message", "stack", "cause", "errors"] as const;

/** Accessors of `Request` and `Response` that `util.inspect` shows. */
const MESSAGE_PROPERTIES = ["method", "status", "statusText", "url", "headers", "referrer"] as const;

/** Reads a container's content into its node. Throws what the container throws. */
export function readInto(node: Node): void {
  const source = node.source;
  switch (node.kind) {
    case "array":
      readElements(node, source as unknown[]);
      return;
    case "map":
      node.names = [];
      node.entries = [];
      Map.prototype.forEach.call(source as Map<unknown, unknown>, (value, key) => {
        node.names.push(key);
        node.entries.push(value);
      });
      break;
    case "set":
      node.entries = [];
      Set.prototype.forEach.call(source as Set<unknown>, (value) => node.entries.push(value));
      break;
    case "headers":
    case "params":
    case "form":
      node.names = [];
      node.entries = [];
      for (const [name, value] of source as Iterable<[string, string]>) {
        node.names.push(name);
        node.entries.push(value);
      }
      return;
    case "url":
      node.entries = [(source as { readonly href: string }).href];
      return;
    case "text":
      node.entries = [String.prototype.valueOf.call(source)];
      readNamed(node, (node.entries[0] as string).length);
      return;
    case "bytes":
      readNamed(node, (source as Uint8Array).length);
      return;
    case "opaque":
      if (ArrayBuffer.isView(source)) return;
      break;
    case "error":
      readInherited(node, ERROR_PROPERTIES);
      break;
    case "message":
      readInherited(node, MESSAGE_PROPERTIES);
      break;
  }
  readProperties(node);
}

function readElements(node: Node, source: readonly unknown[]): void {
  const length = source.length;
  // One assignment makes an array of four thousand million holes; it is not worth an hour.
  if (length > LENGTH_LIMIT) throw new RangeError();
  const entries = new Array<unknown>(length);
  node.entries = entries;
  for (let i = 0; i < length; i++) {
    const value = read(source, i);
    // A hole stays a hole.
    if (value !== undefined || i in source) entries[i] = value;
  }
  if (length <= NAMED_PROPERTIES_LIMIT || node.proto !== Array.prototype) readNamed(node, length);
  else for (const key of ARRAY_EXTRAS) if (Object.hasOwn(source, key)) keep(node, key);
}

/** Reads the properties of what has `length` elements besides, if they are not too many to list. */
function readNamed(node: Node, length: number): void {
  if (length > NAMED_PROPERTIES_LIMIT && node.kind !== "array") return;
  const keys = Object.keys(node.source);
  let first = keys.length;
  // Index keys come first, in order: what is named is found from the end.
  while (first > 0 && !isIndex(keys[first - 1]!, length)) first--;
  for (; first < keys.length; first++) keep(node, keys[first]!);
}

/** Whether a function has properties to read. */
export function hasProperties(source: object): boolean {
  try {
    return Object.keys(source).length > 0;
  } catch {
    return true; // what throws is found out by reading it
  }
}

function isIndex(key: string, length: number): boolean {
  const index = Number(key);
  return index < length && String(index) === key;
}

function readInherited(node: Node, keys: readonly string[]): void {
  for (const key of keys) {
    if (key in node.source) keep(node, key);
  }
}

function readProperties(node: Node): void {
  const source = node.source;
  const skip = node.keys.length;
  for (const key of Object.keys(source)) {
    if (skip === 0 || !node.keys.includes(key)) keep(node, key);
  }
  // Node 20 keeps the inside of a request there, with modes named `credentials`; nothing shows it.
  if (node.kind === "message") return;
  for (const key of Object.getOwnPropertySymbols(source)) {
    if (Object.prototype.propertyIsEnumerable.call(source, key)) keep(node, key);
  }
}

/** What a logger that writes JSON asks a container for: undefined where it has nothing to say, or FAILED. */
export function readSaid(node: Node): unknown {
  // Their JSON is made of what is read of them.
  if (node.kind === "url" || node.kind === "text") return undefined;
  const method = read(node.source, "toJSON");
  if (typeof method !== "function") return method === FAILED ? FAILED : undefined;
  try {
    return Reflect.apply(method, node.source, [""]);
  } catch {
    return FAILED;
  }
}

function keep(node: Node, key: string | symbol): void {
  node.keys.push(key);
  node.values.push(read(node.source, key));
}
