import type { Scanner } from "./scanner.ts";
import type { SpanSink } from "./span-sink.ts";

/** What of a merge outlives a chunk. */
export interface MergeState {
  /** Up to where a known value goes on. */
  readonly covered: number;
  /** Whether it is its own replacement that stands for it. */
  readonly isOwn: boolean;
  /** Whether the kernel's match that goes on began within a known value, whose replacement stands for both. */
  readonly isSwallowed: boolean;
  /** The rule of the last replacement. */
  readonly rule: number;
}

/** Nothing goes on. */
export const NOTHING_MERGED: MergeState = { covered: 0, isOwn: false, isSwallowed: false, rule: 0 };

/** Where a scan stands, as addresses. */
export interface Cursor {
  readonly from: number;
  readonly floor: number;
  readonly released: number;
  readonly merged: MergeState;
}

/** Looks for values that are known beside what the kernel finds. */
export interface Watch {
  /** Whether there is none of them in what lies in the scanner's haystack, which is a whole input. */
  isClean(scanner: Scanner, length: number): boolean;
  /** Scans the haystack for both; undefined, and no sink, where nothing was found. */
  scanHaystack<S extends SpanSink>(scanner: Scanner, length: number, sinkFor: () => S): S | undefined;
  /** Scans up to `limit` for both. */
  advance(
    scanner: Scanner,
    start: Cursor,
    limit: number,
    final: boolean,
    sink: SpanSink,
    shift: number,
  ): Cursor;
}

/** A watch, or none. */
export type Watching = () => Watch | undefined;

export const noWatch: Watching = () => undefined;
