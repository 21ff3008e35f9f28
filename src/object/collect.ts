import { type Kind, kindOf } from "./kind.ts";
import type { Leaf, LeafRedactor } from "./leaf.ts";
import { elementNames, propertyName } from "./names.ts";
import { createNode, type Node, Reference, SAID, type Slot } from "./node.ts";
import type { PathRedactor } from "./path-redactor.ts";
import type { PathState } from "./paths.ts";
import { FAILED, readInto, readSaid, THROWS, UNREADABLE } from "./read.ts";

/** Names under which entries of these kinds are read depend on where the container stands. */
const INHERITS: ReadonlySet<Kind> = new Set(["array", "set", "url", "text"]);

/** The first property of `cookie: { path: "/", httpOnly: true }`. */
const SETTING = /^_?(?:path|maxAge|expires|httpOnly|originalMaxAge)$/;

/**
 * A getter can make a new object each time it is asked, without end. What lies beyond this many containers
 * is taken for unreadable: fail closed, before the heap is full.
 */
const CONTAINER_LIMIT = 2 ** 19;

/** The first pass: every string of a value, and where it came from. No recursion, so depth costs heap only. */
export class Collection {
  readonly leaves: Leaf[] = [];
  /** Nodes whose copy differs from their source, in the order in which that was found. */
  readonly dirty: Node[] = [];
  readonly root: Node;
  readonly #redactor: LeafRedactor;
  readonly #paths: PathRedactor | undefined;
  readonly #owners: Node[] = [];
  readonly #slots: Slot[] = [];
  readonly #nodes = new Map<object, Node>();
  readonly #pending: Node[] = [];
  #containers = 0;

  constructor(value: unknown, redactor: LeafRedactor, paths?: PathRedactor) {
    this.#redactor = redactor;
    this.#paths = paths;
    this.root = createNode([value], "array", null, undefined, undefined, undefined, undefined, 0);
    this.root.entries = [value];
    this.#visit(value, undefined, undefined, paths?.paths.start, this.root, 0);
    for (let node = this.#pending.pop(); node !== undefined; node = this.#pending.pop()) this.#open(node);
  }

  /** Takes the texts in, and marks everything that holds a changed one, at any distance. */
  applyLeaves(texts: readonly string[] = []): void {
    for (let i = 0; i < texts.length; i++) {
      const text = texts[i]!;
      if (text !== this.leaves[i]!.text) this.#patch(this.#owners[i]!, this.#slots[i]!, text);
    }
    // Grows while it is walked: a holder of a dirty node is dirty.
    for (let i = 0; i < this.dirty.length; i++) {
      const node = this.dirty[i]!;
      if (node.holder === undefined) continue;
      const copy = new Reference(node);
      this.#patch(node.holder, node.slot, copy);
      for (const other of node.others ?? []) this.#patch(other.node, other.slot, copy);
    }
  }

  #patch(node: Node, slot: Slot, value: unknown): void {
    this.#touch(node).set(slot, value);
  }

  #touch(node: Node): Map<Slot, unknown> {
    if (node.patches === undefined) {
      node.patches = new Map();
      this.dirty.push(node);
    }
    return node.patches;
  }

  /**
   * @param name The value's own name; inherited names reach a leaf through `#entry`, since their
   *   sensitivity was settled when their container was met.
   */
  #visit(
    value: unknown,
    name: string | undefined,
    secret: string | undefined,
    path: PathState | undefined,
    holder: Node,
    slot: Slot,
  ): void {
    if (path?.isEnd && value !== FAILED) {
      this.#patch(holder, slot, this.#paths!.replace(value, pathTo(holder, slot)));
      return;
    }
    switch (typeof value) {
      case "string":
        if (value !== "") this.#text(value, name, secret, holder, slot);
        return;
      case "undefined":
      case "boolean":
      // A function's text is code, and JSON has none of it.
      case "function":
        return;
      case "object":
        if (value !== null)
          this.#container(value, name, this.#secretAbove(value, name, secret), path, holder, slot);
        return;
      default: {
        const above = this.#secretOf(name, secret);
        if (typeof value === "number" || typeof value === "bigint") {
          if (above !== undefined && !this.#stays(name, secret, above))
            this.#leaf(String(value), above, holder, slot);
        } else if (value === FAILED) this.#patch(holder, slot, THROWS);
        else if (above !== undefined) this.#patch(holder, slot, this.#redactor.replacement(above, value));
      }
    }
  }

  /** The sensitive name that covers a value: its own, or the nearest above it. */
  #secretOf(name: string | undefined, secret: string | undefined): string | undefined {
    return name !== undefined && name !== secret && this.#redactor.isSensitive(name) ? name : secret;
  }

  /** Whether the name of a value under a sensitive one says that it is no secret. */
  #stays(name: string | undefined, secret: string | undefined, above: string | undefined): boolean {
    return name !== undefined && above !== undefined && above === secret && this.#redactor.stays(above, name);
  }

  /** The same for a container: of those that stay, only a list of texts and numbers does. */
  #secretAbove(value: object, name: string | undefined, secret: string | undefined): string | undefined {
    const above = this.#secretOf(name, secret);
    return this.#stays(name, secret, above) && isFlatList(value) ? undefined : above;
  }

  #text(text: string, name: string | undefined, secret: string | undefined, holder: Node, slot: Slot): void {
    const above = this.#secretOf(name, secret);
    const key = above === undefined || this.#stays(name, secret, above) ? name : above;
    const isInherited = key !== undefined && key === secret && name !== secret;
    this.#leaf(text, key, holder, slot, isInherited && this.#redactor.takesPairs(key));
  }

  #leaf(text: string, key: string | undefined, holder: Node, slot: Slot, inPair = false): void {
    this.leaves.push(inPair ? { key, text, inPair } : { key, text });
    this.#owners.push(holder);
    this.#slots.push(slot);
  }

  #container(
    source: object,
    name: string | undefined,
    secret: string | undefined,
    path: PathState | undefined,
    holder: Node,
    slot: Slot,
  ): void {
    const first = this.#nodes.get(source);
    for (let node = first; node !== undefined; node = node.next) {
      if ((node.secret === undefined) !== (secret === undefined) || node.path !== path) continue;
      if (secret === undefined && node.name !== name && INHERITS.has(node.kind)) continue;
      node.others ??= [];
      node.others.push({ node: holder, slot });
      return;
    }
    let proto: object | null = null;
    let kind: Kind = "unreadable";
    try {
      if (this.#containers++ < CONTAINER_LIMIT) {
        proto = Object.getPrototypeOf(source);
        kind = kindOf(source, proto);
      }
    } catch {
      // A revoked proxy, or a trap that throws.
    }
    const node = createNode(source, kind, proto, secret, name, path, holder, slot);
    node.next = first;
    this.#nodes.set(source, node);
    this.#pending.push(node);
  }

  #open(node: Node): void {
    if (node.kind === "opaque" || node.kind === "bytes") {
      this.#openWhole(node);
      return;
    }
    try {
      if (node.kind !== "unreadable") readInto(node);
    } catch {
      node.kind = "unreadable";
    }
    if (node.kind === "unreadable") {
      this.#touch(node);
      node.copy = UNREADABLE;
      return;
    }
    this.#openProperties(node);
    if (node.entries.length > 0) this.#openEntries(node);
    this.#openSaid(node);
  }

  /** A logger behind us asks for it, and may show there what no own property holds. */
  #openSaid(node: Node): void {
    // As in `JSON.stringify`, what `toJSON` says is not asked once more.
    if (node.slot === SAID) return;
    node.said = readSaid(node);
    if (node.said !== undefined && node.said !== node.source)
      this.#visit(node.said, node.name, node.secret, node.path, node, SAID);
  }

  #openWhole(node: Node): void {
    let copy: unknown = node.source;
    if (node.secret !== undefined) copy = this.#redactor.replacement(node.secret, node.source);
    else if (node.kind === "bytes")
      copy = sameClass(this.#redactor.redactBytes(node.source as Uint8Array), node);
    if (copy === node.source) return;
    node.copy = copy;
    this.#touch(node);
  }

  #openProperties(node: Node): void {
    const { keys, values, path } = node;
    // A cookie's settings, as sessions show them, are no cookies.
    const isSettings =
      node.secret !== undefined && SETTING.test(String(keys[0])) && this.#redactor.takesPairs(node.secret);
    const secret = isSettings ? undefined : node.secret;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]!;
      const name = propertyName(node, key);
      const next = path !== undefined && typeof key === "string" ? path.step(key) : undefined;
      this.#visit(values[i], name, secret, next, node, key);
    }
  }

  #openEntries(node: Node): void {
    const { entries, names, secret, path } = node;
    if (names.length > 0) {
      for (let i = 0; i < entries.length; i++) {
        const name = typeof names[i] === "string" ? (names[i] as string) : undefined;
        const next = name === undefined ? undefined : path?.step(name);
        this.#visit(entries[i], name, secret, next, node, i);
      }
      return;
    }
    const inArray = node.holder?.kind === "array" && node.holder !== this.root;
    const own = node.kind === "array" ? elementNames(entries, node.name, inArray) : undefined;
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i];
      const next = path !== undefined && node.kind === "array" ? path.step(String(i)) : undefined;
      if (next?.isEnd) {
        this.#visit(entry, undefined, secret, next, node, i);
        continue;
      }
      // The common wide array is one of numbers.
      if (typeof entry === "number" && secret === undefined) continue;
      const name = own?.[i];
      if (name !== undefined) this.#visit(entry, name, secret, next, node, i);
      else this.#entry(entry, next, node, i);
    }
  }

  /** An entry that inherits the name of its container. */
  #entry(value: unknown, path: PathState | undefined, node: Node, slot: number): void {
    if (typeof value === "string") {
      if (value !== "") this.#leaf(value, node.secret ?? node.name, node, slot);
    } else if (typeof value === "object" && value !== null) {
      this.#container(value, node.name, node.secret, path, node, slot);
    } else {
      this.#visit(value, undefined, node.secret, undefined, node, slot);
    }
  }
}

/** What throws at being looked at is not one. */
function isFlatList(value: object): boolean {
  try {
    return (
      Array.isArray(value) && value.every((each) => typeof each !== "object" && typeof each !== "function")
    );
  } catch {
    return false;
  }
}

/** The names from the root to a slot, as the user's paths count them. */
function pathTo(holder: Node, slot: Slot): string[] {
  const path: string[] = [];
  let at = slot;
  for (let node = holder; node.holder !== undefined; node = node.holder) {
    if (at !== SAID) path.unshift(String(typeof at === "number" ? (node.names[at] ?? at) : at));
    at = node.slot;
  }
  return path;
}

/** A `Buffer` stays one. */
function sameClass(bytes: Uint8Array, node: Node): Uint8Array {
  if (bytes === node.source || Object.getPrototypeOf(bytes) === node.proto) return bytes;
  return Object.setPrototypeOf(bytes, node.proto);
}
