// What the prefilter looks up of fragments and names.
import * as abi from "../../kernel/abi.ts";
import type { Compiled } from "./compile-shape.ts";
import { fold, pack } from "./hash.ts";
import type { NameEnds } from "./key-names.ts";

/** What the prefilter looks up, as packed words. */
export interface LookedUp {
  /** Fragments. */
  readonly fragments: ReadonlySet<number>;
  /** Ends of names. */
  readonly ends: ReadonlySet<number>;
  /** Ends of names that words may follow. */
  readonly heads: ReadonlySet<number>;
  /** Ends of names, longer. */
  readonly sure: ReadonlySet<number>;
}

export function lookedUp(compiled: readonly (Compiled | undefined)[], nameEnds: NameEnds): LookedUp {
  const fragments = compiled
    .flatMap((shape) => shape?.fragments ?? [])
    .filter(({ bytes }) => bytes.length > 1)
    .map(({ bytes }) => pack(bytes.map(fold)));
  return {
    fragments: new Set(fragments),
    ends: new Set(nameEnds.short.flatMap(shortEnds)),
    heads: new Set(nameEnds.inner.flatMap(shortEnds)),
    sure: new Set(nameEnds.sure.flatMap(sureEnds)),
  };
}

/** The last four characters of a name, three of one of two letters; in front of fewer, anything may stand. */
function shortEnds(end: string): readonly number[] {
  const bytes = [...end].map((c) => fold(c.charCodeAt(0)));
  return bytes.length < 4 ? ANY.map((before) => pack([before, ...bytes])) : [pack(bytes)];
}

/** The end of a name; of six bytes the first two are folded into the others. */
function sureEnds(end: string): readonly number[] {
  const bytes = [...end].map((c) => fold(c.charCodeAt(0)));
  if (bytes.length === 2) return ANY.map((first) => pack([first, ...bytes]));
  return [bytes.length < 6 ? pack(bytes) : sureEnd(bytes)];
}

/** Six bytes as the kernel looks for them. */
export function sureEnd(bytes: readonly number[]): number {
  const folded = bytes.map(fold);
  return (pack(folded.slice(2)) ^ Math.imul(pack(folded.slice(0, 2)), abi.HASH)) >>> 0;
}

/** Every byte, folded. */
const ANY: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte & 0x20);
