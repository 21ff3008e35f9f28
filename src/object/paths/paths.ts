import { given, RedactorConfigError } from "../../config-error.ts";

/** What a path has said so far: a tree of segments, in which `*` stands for any. */
interface Segment {
  readonly named: Map<string, Segment>;
  any: Segment | undefined;
  isEnd: boolean;
}

/**
 * Where a walk stands among all paths at once. Each step is one look-up, whatever the number of paths and
 * wildcards: states are made when they are first needed and kept, and there is one only for names that
 * some path has.
 */
export class PathState {
  /** A path ends here: what stands here is redacted whole. */
  readonly isEnd: boolean;
  readonly #segments: readonly Segment[];
  readonly #known: Map<string, PathState | undefined> = new Map();
  #other: PathState | undefined;

  /** @param keep Names that what `*` says of all here does not hold for. */
  constructor(segments: readonly Segment[], keep: readonly string[] = []) {
    this.#segments = segments;
    this.isEnd = segments.some(({ isEnd }) => isEnd);
    for (const { named } of segments) for (const name of named.keys()) this.#known.set(name, undefined);
    const any = segments.flatMap(({ any }) => any ?? []);
    if (any.length > 0) this.#other = new PathState(any);
    if (this.#other?.isEnd !== true) return;
    for (const name of keep) {
      const below = this.#below(name).map((segment) =>
        any.includes(segment) ? { ...segment, isEnd: false } : segment,
      );
      this.#known.set(name, new PathState(below));
    }
  }

  /** Below the property or element `name`; undefined where no path leads. */
  step(name: string): PathState | undefined {
    if (!this.#known.has(name)) return this.#other;
    let next = this.#known.get(name);
    if (next === undefined) {
      next = new PathState(this.#below(name));
      this.#known.set(name, next);
    }
    return next;
  }

  #below(name: string): Segment[] {
    return this.#segments.flatMap(({ named, any }) => [named.get(name) ?? [], any ?? []].flat());
  }
}

/** All paths, read. */
export interface Paths {
  readonly start: PathState;
  /** A JSON text without any of these, and without `\\u`, by which a name can be written otherwise, has nothing. */
  readonly needles: readonly string[];
}

/** `*` alone is not meant for what a logger cannot do without; pino leaves them out, too. */
const KEPT = ["level", "time"];

/**
 * Reads the paths of an option in pino's syntax: `req.headers.authorization`, `users[*].password`, `a["b.c"]`; `*` is any
 * one segment, and case counts.
 *
 * @throws RedactorConfigError for a malformed path
 */
export function parsePaths(
  paths: readonly string[],
  option = "paths",
  kept: readonly string[] = KEPT,
): Paths {
  const root = createSegment();
  const needles = new Set<string>();
  for (const path of paths) {
    let at = root;
    const segments = segmentsOf(path, option);
    needles.add(needleOf(segments));
    for (const name of segments) {
      if (name === "*") {
        at.any ??= createSegment();
        at = at.any;
      } else {
        const next = at.named.get(name) ?? createSegment();
        at.named.set(name, next);
        at = next;
      }
    }
    at.isEnd = true;
  }
  return { start: new PathState([root], kept), needles: [...needles] };
}

/**
 * What a JSON text surely holds if the path leads anywhere in it: its longest name. Not a number, which may be
 * a place in an array; nor one with a slash, which some write `\/`.
 */
function needleOf(segments: readonly string[]): string {
  const names = segments.filter((name) => name !== "*" && !/^\d+$|\//.test(name));
  const longest = names.reduce((best, name) => (name.length > best.length ? name : best), "");
  return longest === "" ? "" : JSON.stringify(longest);
}

function createSegment(): Segment {
  return { named: new Map(), any: undefined, isEnd: false };
}

/** A name, a name in brackets, or one in brackets and quotes. */
const SEGMENT = /\.?([^.[\],]+)|\[(?:"([^"]*)"|'([^']*)'|`([^`]*)`|([^[\]"'`]+))\]/y;

function segmentsOf(path: string, option: string): string[] {
  if (typeof path !== "string") refuse(option, path, "is not a string");
  const segments: string[] = [];
  SEGMENT.lastIndex = 0;
  while (SEGMENT.lastIndex < path.length) {
    const at = SEGMENT.lastIndex;
    const match = SEGMENT.exec(path);
    if (match === null || (at === 0 && path.startsWith(".")))
      refuse(option, path, `is malformed at character ${at + 1}`);
    const [, plain, double, single, back, bare] = match;
    const name = plain ?? double ?? single ?? back ?? bare!;
    if (name === "**")
      refuse(
        option,
        path,
        'asks for any depth, which paths do not support; `keys: ["name"]` finds a name at any depth',
      );
    segments.push(name);
  }
  if (segments.length === 0) refuse(option, path, "is empty");
  return segments;
}

function refuse(option: string, path: unknown, why: string): never {
  throw new RedactorConfigError(
    "invalid-option",
    `option ${option}: ${given(path)} ${why}; a path is like "req.headers.authorization", "users[*].password" or 'a["b.c"]'`,
  );
}
