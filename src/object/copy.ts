import type { Kind } from "./kind.ts";
import { type Node, Reference, SAID, type Slot } from "./node.ts";
import { REMOVED } from "./paths/path-redactor.ts";
import { copyFunction, copyScalar } from "./scalar.ts";

type Properties = Record<PropertyKey, unknown>;
/** An error being built, whose properties may be missing. */
type Shell = { stack?: string; name?: string };
type Constructor = new (init: unknown) => object;

/**
 * The second pass: copies of the dirty nodes, then what is in them. Two steps, so that a cycle in the
 * source is a cycle in the copy.
 */
export function copyDirty(dirty: readonly Node[]): void {
  for (const node of dirty) {
    if (node.copy === undefined) node.copy = shellOf(node);
  }
  for (const node of dirty) fill(node);
}

/** The copy of what stood in a slot; what is removed from an array leaves its place. */
export function resolve(patch: unknown): unknown {
  if (patch === REMOVED) return undefined;
  return patch instanceof Reference ? patch.node.copy : patch;
}

function shellOf(node: Node): unknown {
  switch (node.kind) {
    case "array":
      patchEntries(node);
      return withProto(node.entries, node.proto, Array.prototype);
    case "map":
      return withProto(new Map(), node.proto, Map.prototype);
    case "set":
      return withProto(new Set(), node.proto, Set.prototype);
    case "error":
      return errorShell(node);
    case "text":
      return withProto(Object(textOf(node)), node.proto, String.prototype);
    case "scalar": {
      const copy = copyScalar(node.source);
      return withProto(copy, node.proto, Object.getPrototypeOf(copy));
    }
    case "function":
      return withProto(copyFunction(node.source), node.proto, Function.prototype);
    case "bytes":
      return withProto((node.source as Uint8Array).slice(), node.proto, Uint8Array.prototype);
    case "url":
      return rebuilt(node, "URL", textOf(node)) ?? textOf(node);
    case "headers":
      return rebuilt(node, "Headers", pairsOf(node)) ?? Object.fromEntries(pairsOf(node));
    case "params":
      return rebuilt(node, "URLSearchParams", pairsOf(node)) ?? Object.fromEntries(pairsOf(node));
    case "form":
      return formOf(node);
    default:
      return Object.create(node.proto);
  }
}

/** References to copies that do not exist yet are left for `fill`. */
function patchEntries(node: Node): void {
  for (const [slot, patch] of node.patches!) {
    if (typeof slot === "number") node.entries[slot] = patch;
  }
}

function withProto(copy: object, proto: object | null, usual: object): object {
  return proto === usual ? copy : Object.setPrototypeOf(copy, proto);
}

function errorShell(node: Node): object {
  const copy: Shell = Object.setPrototypeOf(new Error(), node.proto);
  // The engine puts the stack of this very place there.
  delete copy.stack;
  let name: unknown;
  try {
    name = (node.source as Error).name;
    if (copy.name === name) return copy;
  } catch {
    // A getter that wants the real thing, as `DOMException` has.
  }
  if (typeof name === "string") define(copy, "name", name, false);
  return copy;
}

function textOf(node: Node): string {
  return (node.patches!.get(0) ?? node.entries[0]) as string;
}

function pairsOf(node: Node): [string, string][] {
  return node.names.flatMap((name, i): [string, string][] => {
    const value = node.patches!.get(i) ?? node.entries[i];
    return value === REMOVED ? [] : [[nameOf(node, i, name), String(value)]];
  });
}

/** The name of an entry, which may hold a credential itself. */
function nameOf(node: Node, slot: Slot, name: unknown): string {
  return node.renamed?.get(slot) ?? (name as string);
}

/** Files stay as they are. */
function formOf(node: Node): unknown {
  const form = rebuilt(node, "FormData", undefined) as { append(name: string, value: unknown): void };
  node.names.forEach((name, i) => {
    const patch = node.patches!.get(i);
    if (patch !== REMOVED)
      form.append(nameOf(node, i, name), patch === undefined ? node.entries[i] : resolve(patch));
  });
  return form;
}

/** A new instance by the source's own class, or the platform's; nothing when neither takes the text. */
function rebuilt(node: Node, global: string, init: unknown): object | undefined {
  const own = (node.source as { readonly constructor?: unknown }).constructor;
  for (const candidate of [own, (globalThis as Properties)[global]]) {
    if (typeof candidate !== "function") continue;
    try {
      return new (candidate as Constructor)(init);
    } catch {
      // `https://[REDACTED]/` is no URL; the text goes in its place.
    }
  }
  return undefined;
}

function fill(node: Node): void {
  const { kind, patches, entries } = node;
  if ((typeof node.copy !== "object" && typeof node.copy !== "function") || node.copy === null) return;
  switch (kind) {
    case "unreadable":
    case "url":
    case "headers":
    case "params":
    case "form":
      return;
    case "array":
      for (const slot of patches!.keys()) {
        if (typeof slot === "number") entries[slot] = resolve(entries[slot]);
      }
      break;
    case "map":
      for (let i = 0; i < entries.length; i++) {
        if (patches!.get(i) === REMOVED) continue;
        const value = patches!.has(i) ? resolve(patches!.get(i)) : entries[i];
        Map.prototype.set.call(
          node.copy as Map<unknown, unknown>,
          node.renamed?.get(i) ?? node.names[i],
          value,
        );
      }
      break;
    case "set":
      for (let i = 0; i < entries.length; i++) {
        const value = patches!.has(i) ? resolve(patches!.get(i)) : entries[i];
        Set.prototype.add.call(node.copy as Set<unknown>, value);
      }
      break;
  }
  fillProperties(node, node.copy as Properties);
}

function fillProperties(node: Node, copy: Properties): void {
  const { keys, values, patches, proto } = node;
  const plain = node.kind === "plain";
  for (let i = 0; i < keys.length; i++) {
    const source = keys[i]!;
    const patch = patches!.get(source);
    if (patch === REMOVED) continue;
    const value = patch === undefined ? values[i] : resolve(patch);
    // A symbol is asked for by itself.
    const key = typeof source === "symbol" ? source : (node.renamed?.get(source) ?? source);
    // Assignment is the fast way, and right where no setter can be above the copy.
    if (plain && key !== "__proto__") copy[key] = value;
    else define(copy, key, value, !SHOWS_HIDDEN.has(node.kind) || isEnumerable(node.source, source));
  }
  if (node.said !== undefined && node.said !== node.source) {
    const said = patches!.has(SAID) ? resolve(patches!.get(SAID)) : node.said;
    define(copy, "toJSON", () => said, keys.includes("toJSON"));
  }
  if (node.kind === "array") return;
  if (node.kind === "message") {
    const shown = Object.fromEntries(keys.map((key) => [key, copy[key]]));
    define(copy, INSPECT, () => shown, false);
  }
  // A copy of bytes or of a date is a real one.
  if (node.kind === "bytes" || node.kind === "scalar") return;
  keepHidden(node, copy);
  if (!plain && proto !== null) guardMethods(copy);
}

function define(copy: object, key: PropertyKey, value: unknown, enumerable: boolean): void {
  Object.defineProperty(copy, key, { value, enumerable, writable: true, configurable: true });
}

function isEnumerable(source: object, key: PropertyKey): boolean {
  return Object.prototype.propertyIsEnumerable.call(source, key);
}

/** Own properties that no log shows go over as they are, accessors included. */
function keepHidden({ source, patches }: Node, copy: Properties): void {
  try {
    for (const key of Reflect.ownKeys(source)) {
      if (Object.hasOwn(copy, key) || patches!.has(key)) continue;
      const descriptor = Object.getOwnPropertyDescriptor(source, key);
      if (descriptor !== undefined && !descriptor.enumerable) Object.defineProperty(copy, key, descriptor);
    }
  } catch {
    // A proxy that changed its mind: its visible properties were read before.
  }
}

/** Node's `util.inspect` calls it. */
const INSPECT = Symbol.for("nodejs.util.inspect.custom");

/** Kinds of which more is read than what is enumerable. */
const SHOWS_HIDDEN: ReadonlySet<Kind> = new Set(["error", "message"]);

/** Methods by which a logger asks an object for its text. */
const ASKED: readonly PropertyKey[] = ["toJSON", INSPECT];

/**
 * A copy has no private fields, so a method that reads one throws, and a log call must not throw. The copy's own
 * properties are shown instead of the method's result.
 */
function guardMethods(copy: Properties): void {
  for (const key of ASKED) {
    let method: unknown;
    try {
      method = copy[key];
    } catch {
      method = undefined;
    }
    if (typeof method !== "function" || Object.hasOwn(copy, key)) continue;
    const asked = method;
    const guarded = function (this: object, ...args: unknown[]): unknown {
      try {
        return Reflect.apply(asked, this, args);
      } catch {
        return { ...this };
      }
    };
    define(copy, key, guarded, false);
  }
}
