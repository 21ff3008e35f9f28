import { CONTEXT_KINDS, isSecretPlace } from "./context.ts";
import { isList, isObject, type Kind, kindOf, ONE_VALUE } from "./kind.ts";
import { Layout, type Leaf } from "./layout.ts";
import type { Change, LeafRedactor } from "./leaf-redactor.ts";
import { createNode, type Node, pathTo, Reference, SAID, type Slot } from "./node.ts";
import type { PathRedactor } from "./paths/path-redactor.ts";
import type { PathState } from "./paths/paths.ts";
import { FAILED, hasProperties, readInto, readSaid, THROWS, UNREADABLE } from "./read.ts";
import { bareOf } from "./scalar.ts";

/**
 * A getter can make a new object each time it is asked, without end. What lies beyond this many containers
 * is taken for unreadable: fail closed, before the heap is full.
 */
const CONTAINER_LIMIT = 2 ** 19;

/** Of more numbers than these, an array is one leaf. */
const NUMBERS_MIN = 16;

/**
 * The first pass: a value's JSON, depth first, and where each part of it came from. What JSON leaves out and a log may
 * show (maps, errors, symbols, functions' properties) stands in it as the object or array that it is most like. No
 * recursion, so depth costs heap only.
 */
export class Collection {
  /** Nodes whose copy differs from their source, in the order in which that was found. */
  readonly dirty: Node[] = [];
  readonly root: Node;
  readonly #redactor: LeafRedactor;
  readonly #paths: PathRedactor | undefined;
  readonly #layout: Layout = new Layout();
  readonly #nodes = new Map<object, Node>();
  readonly #open: Node[] = [];
  readonly #bytes: Node[] = [];
  #containers = 0;

  constructor(value: unknown, redactor: LeafRedactor, paths?: PathRedactor) {
    this.#redactor = redactor;
    this.#paths = paths;
    this.root = createNode([value], "array", null, undefined, undefined, undefined, undefined, 0);
    this.root.entries = [value];
    this.#visit(value, undefined, paths?.paths.start, this.root, 0);
    for (let node = this.#open.at(-1); node !== undefined; node = this.#open.at(-1)) this.#layPart(node);
  }

  get json(): string {
    return this.#layout.json;
  }

  get leaves(): readonly Leaf[] {
    return this.#layout.leaves;
  }

  /** Takes the changes in, and marks everything that holds a changed part, at any distance. */
  applyChanges(changes: readonly Change[] = []): void {
    for (const { leaf, isName, text, index } of changes) {
      const { node, slot } = leaf;
      if (isName) this.#rename(node, slot, text);
      else if (leaf.kind === "numbers") this.#patch(node, index, text);
      else if (slot !== undefined) this.#patch(node, slot, text);
      else this.#replace(node, text);
    }
    for (const node of this.#bytes) {
      if (node.copy !== undefined) continue;
      const copy = this.#redactor.redactBytes(node.source as Uint8Array);
      if (copy !== node.source) this.#replace(node, copy);
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

  /** The name in front of all of a container is one of its holder. */
  #rename(node: Node, slot: Slot | undefined, name: string): void {
    const isOwn = slot === undefined || slot === SAID || ONE_VALUE.has(node.kind);
    const holder = isOwn ? node.holder! : node;
    this.#touch(holder);
    holder.renamed ??= new Map();
    holder.renamed.set(isOwn ? node.slot : slot, name);
  }

  #replace(node: Node, copy: unknown): void {
    this.#touch(node);
    node.copy = copy;
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

  #visit(
    value: unknown,
    label: string | undefined,
    path: PathState | undefined,
    holder: Node,
    slot: Slot,
  ): void {
    const layout = this.#layout;
    // JSON has no member that is undefined, so there is none that a path could name.
    const isAbsent = value === undefined && label !== undefined;
    if (value === FAILED || (path?.isEnd && !isAbsent)) {
      this.#patch(
        holder,
        slot,
        value === FAILED ? THROWS : this.#paths!.replace(value, pathTo(holder, slot)),
      );
      layout.skip(label);
      return;
    }
    switch (typeof value) {
      case "string":
        layout.leaf(label, "text", value, holder, slot);
        break;
      case "symbol":
        layout.leaf(label, "whole", value, holder, slot);
        break;
      case "undefined":
        this.#nothing(label);
        break;
      case "function":
        // A function's text is code.
        if (hasProperties(value)) this.#container(value, label, path, holder, slot);
        else this.#nothing(label);
        break;
      case "object":
        if (value === null) layout.leaf(label, "bare", value, holder, slot);
        else this.#container(value, label, path, holder, slot);
        break;
      default:
        layout.leaf(label, "bare", value, holder, slot);
    }
  }

  /** JSON has no such member, and null for such an element. */
  #nothing(label: string | undefined): void {
    if (label === undefined) this.#layout.skip(label);
  }

  #container(
    source: object,
    label: string | undefined,
    path: PathState | undefined,
    holder: Node,
    slot: Slot,
  ): void {
    const name = label ?? holder.name;
    const first = this.#nodes.get(source);
    for (let node = first; node !== undefined; node = node.next) {
      // A reference back leads to what stands for the container that it stands in: JSON shows that only once.
      const isAbove = node.isOpen;
      if (!isAbove && (node.path !== path || !this.#isSameContext(node, name, holder))) continue;
      node.others ??= [];
      node.others.push({ node: holder, slot });
      this.#layout.skip(label);
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
    const node = createNode(source, kind, proto, label, name, path, holder, slot);
    node.next = first;
    this.#nodes.set(source, node);
    this.#start(node);
  }

  /** Whether what stands under `name` in `holder` has what was found in `node`. */
  #isSameContext(node: Node, name: string | undefined, holder: Node): boolean {
    const isSecret = isSecretPlace(holder, name, this.#redactor);
    node.isSecret ??= isSecretPlace(node.holder!, node.name, this.#redactor);
    return node.isSecret === isSecret && (isSecret || node.name === name || !CONTEXT_KINDS.has(node.kind));
  }

  #start(node: Node): void {
    try {
      if (node.kind !== "unreadable") readInto(node);
    } catch {
      node.kind = "unreadable";
    }
    const { kind, label } = node;
    const layout = this.#layout;
    if (kind === "unreadable") {
      this.#replace(node, UNREADABLE);
      layout.skip(label);
      return;
    }
    if (kind === "scalar") {
      const value = bareOf(node.source);
      const leafKind = typeof value === "string" ? "text" : value === undefined ? "whole" : "bare";
      layout.leaf(label, leafKind, value ?? node.source, node, undefined);
    } else if (kind === "bytes" || kind === "opaque") {
      layout.leaf(label, "whole", node.source, node, undefined);
      if (kind === "bytes") this.#bytes.push(node);
    } else if (isList(kind)) {
      layout.open(label, "[", node);
      if (isNumbers(node)) {
        layout.leaf(undefined, "numbers", node.entries, node, 0);
        node.laid = node.entries.length;
      }
    } else if (kind !== "text" && kind !== "url") {
      layout.open(label, "{", node);
    }
    node.isOpen = true;
    this.#open.push(node);
  }

  /** Lays out the next part of the container: an entry, a property, or what ends it. */
  #layPart(node: Node): void {
    const { entries, keys, kind } = node;
    const part = node.laid++;
    const property = part - entries.length - 1;
    if (part < entries.length) this.#layEntry(node, part);
    else if (part === entries.length) this.#startProperties(node);
    else if (property < keys.length) this.#layProperty(node, property);
    else if (property === keys.length) {
      if (keys.length > 0 || isObject(kind)) this.#layout.close("}");
      this.#laySaid(node);
    } else {
      node.isOpen = false;
      this.#open.pop();
    }
  }

  /** What is no object has its properties in one of its own. */
  #startProperties(node: Node): void {
    if (isObject(node.kind)) return;
    if (isList(node.kind)) this.#layout.close("]");
    if (node.keys.length > 0) this.#layout.open(node.label, "{", node);
  }

  #layEntry(node: Node, index: number): void {
    const { names, path, kind } = node;
    const entry = node.entries[index];
    if (kind === "text" || kind === "url") {
      this.#layout.leaf(node.label, "text", entry, node, index);
    } else if (isList(kind)) {
      this.#visit(entry, undefined, kind === "array" ? path?.step(String(index)) : undefined, node, index);
    } else {
      const name = names[index];
      const next = typeof name === "string" ? path?.step(name) : undefined;
      this.#visit(entry, typeof name === "object" ? "" : String(name), next, node, index);
    }
  }

  #layProperty(node: Node, index: number): void {
    const key = node.keys[index]!;
    const next = typeof key === "string" ? node.path?.step(key) : undefined;
    this.#visit(node.values[index], labelOf(node, key), next, node, key);
  }

  /** The logger may call `toJSON` later, which may show more than the own properties. */
  #laySaid(node: Node): void {
    // As in `JSON.stringify`, what `toJSON` says is not asked once more; a scalar's is what has been laid.
    if (node.slot === SAID || node.kind === "scalar" || node.kind === "bytes") return;
    node.said = readSaid(node);
    if (node.said !== undefined && node.said !== node.source)
      this.#visit(node.said, node.label, node.path, node, SAID);
  }
}

/** Private members of a JSON Web Key (RFC 7518 sections 6.2.2, 6.3.2 and 6.4.1): their own names say nothing. */
const JWK_PRIVATE = /^(?:d|p|q|dp|dq|qi|k)$/;

function labelOf({ keys }: Node, key: string | symbol): string {
  if (typeof key === "symbol") return key.description ?? "";
  return JWK_PRIVATE.test(key) && keys.includes("kty") ? "private jwk" : key;
}

/** The common wide array is one of numbers. */
function isNumbers({ entries, path }: Node): boolean {
  return (
    entries.length >= NUMBERS_MIN && path === undefined && entries.every((each) => typeof each === "number")
  );
}
