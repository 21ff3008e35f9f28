import type { Kind } from "./kind.ts";
import type { PathState } from "./paths/paths.ts";

/** Where a value stands in its container: an own property, or the place of an entry (element, map value, …). */
export type Slot = PropertyKey;

/** The slot of what an object's `toJSON` says. */
export const SAID: unique symbol = Symbol("said");

/** Nothing read yet; never pushed to. */
export const NONE: unknown[] = [];

/** One place that holds a container. */
export interface Holder {
  readonly node: Node;
  readonly slot: Slot;
}

/**
 * A container met on the walk, seen in one context: an array under `password` and the same array under
 * `tags` are two nodes, because their copies differ.
 *
 * Everything read from the source is kept here, so that a getter runs once and a proxy cannot show the
 * scan one value and the copy another. Numeric slots are entries, the others are own properties.
 */
export interface Node {
  readonly source: object;
  kind: Kind;
  readonly proto: object | null;
  /** The name in front of it, where it has one. */
  readonly label: string | undefined;
  /** That, or the one of the list that it is an element of. */
  readonly name: string | undefined;
  /** Whether a sensitive name stands above; undefined: not asked yet. */
  isSecret: boolean | undefined;
  /** Where this container stands among the user's paths; undefined where none leads further. */
  readonly path: PathState | undefined;
  /** Elements, map values, header values. */
  entries: unknown[];
  /** Names of the entries: map keys of any type, header and parameter names. */
  names: unknown[];
  /** Enumerable own properties, and those of an error that are read although they are not. */
  readonly keys: (string | symbol)[];
  readonly values: unknown[];
  /** The first place that holds this container; the root has none. */
  readonly holder: Node | undefined;
  readonly slot: Slot;
  /** Further places, where there are any. */
  others: Holder[] | undefined;
  /** The same source in another context. */
  next: Node | undefined;
  /** Whether the walk is inside of it. */
  isOpen: boolean;
  /** How many of its parts have been laid out. */
  laid: number;
  /** New names of its properties and entries. */
  renamed: Map<Slot, string> | undefined;
  /** Set when the copy differs from the source. */
  patches: Map<Slot, unknown> | undefined;
  /** What its `toJSON` says. */
  said: unknown;
  copy: unknown;
}

/** Stands in a patch for the copy of another node, which may not exist yet. */
export class Reference {
  readonly node: Node;

  constructor(node: Node) {
    this.node = node;
  }
}

/** A container of which nothing is read yet. */
export function createNode(
  source: object,
  kind: Kind,
  proto: object | null,
  label: string | undefined,
  name: string | undefined,
  path: PathState | undefined,
  holder: Node | undefined,
  slot: Slot,
): Node {
  return {
    source,
    kind,
    proto,
    label,
    name,
    isSecret: undefined,
    path,
    entries: NONE,
    names: NONE,
    keys: [],
    values: [],
    holder,
    slot,
    others: undefined,
    next: undefined,
    isOpen: false,
    laid: 0,
    renamed: undefined,
    patches: undefined,
    said: undefined,
    copy: undefined,
  };
}

/** The names from the root to a slot, as the user's paths count them. */
export function pathTo(holder: Node, slot: Slot): string[] {
  const path: string[] = [];
  let at = slot;
  for (let node = holder; node.holder !== undefined; node = node.holder) {
    if (at !== SAID) path.unshift(String(typeof at === "number" ? (node.names[at] ?? at) : at));
    at = node.slot;
  }
  return path;
}
