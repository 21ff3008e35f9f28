import { prepared } from "../build/prepared.ts";
import type { Fragment } from "../fragments/choose-fragments.ts";
import type { Compiled } from "./compile-shape.ts";
import { unpack } from "./packed.ts";
import { readFragments } from "./prefilter.ts";
import { type CompiledProgram, type PreparedParts, programOf } from "./program.ts";

/** Where a DFA lies in the prepared program. */
type Extent = readonly [start: number, length: number];

/** A compiled shape without what the program holds of it: its DFAs' bytes and its fragments. */
export interface PreparedShape extends Omit<Compiled, "dfa" | "headDfa" | "fragments"> {
  readonly key: string;
  readonly rule: number;
  readonly dfa: Extent;
  readonly headDfa?: Extent;
}

/** What a build writes: the program of the default options, and what its parts are. */
export interface Prepared {
  /** The program's bytes, packed, base64. */
  readonly program: string;
  readonly programLength: number;
  readonly ruleIds: readonly string[];
  /** JSON of {@link PreparedMap}; only read when a program of other options is made of the parts. */
  readonly map: string;
}

export interface PreparedMap {
  readonly shapes: readonly PreparedShape[];
  readonly innocents: readonly { readonly pattern: string; readonly dfa: Extent; readonly most: number }[];
}

let program: CompiledProgram | undefined;
let parts: PreparedParts | undefined;

/** The program of the default options. */
export function preparedProgram(): CompiledProgram {
  program ??= programOf(unpack(atob(prepared.program), prepared.programLength), prepared.ruleIds);
  return program;
}

/** Its parts, for a program of other options: compiling the catalogue again would take over a second. */
export function preparedParts(): PreparedParts {
  if (parts !== undefined) return parts;
  const { bytes } = preparedProgram();
  const part = ([start, length]: Extent) => bytes.subarray(start, start + length);
  const fragments = readFragments(bytes);
  const { shapes, innocents } = JSON.parse(prepared.map) as PreparedMap;
  parts = {
    program: bytes,
    shapes: new Map(shapes.map((shape) => [shape.key, restore(shape, part, fragments.get(shape.rule)!)])),
    innocents: new Map(innocents.map(({ pattern, dfa, most }) => [pattern, { dfa: part(dfa), most }])),
  };
  return parts;
}

function restore(
  shape: PreparedShape,
  part: (extent: Extent) => Uint8Array,
  fragments: readonly Fragment[],
): Compiled {
  const { key: _, rule: __, dfa, headDfa, ...rest } = shape;
  return { ...rest, dfa: part(dfa), ...(headDfa && { headDfa: part(headDfa) }), fragments };
}
