import { between, pick } from "../samples/random.ts";

/** A text that is tried: its pieces, one after the other, again and again. */
export interface Found {
  readonly pieces: readonly string[];
  readonly steps: number;
}

export interface ClimbOptions {
  readonly anchors: readonly string[];
  readonly random: () => number;
  /** Steps a byte of the unit, repeated. */
  readonly steps: (unit: string) => number;
  /** Whether to go on, asked before each trial. */
  readonly goesOn: (trials: number) => boolean;
  /** Where to begin from. */
  readonly seeds: readonly string[];
  /** Told of each text that takes more steps than all before it. */
  readonly onWorst?: (found: Found) => void;
}

/** How many of the best are gone on from, of which no two begin with the same three pieces. */
const KEPT = 60;
const MOST_PIECES = 9;
/** Share of trials that begin anew with anchors by chance. */
const FRESH = 0.3;

/** Climbs towards texts that take more steps a byte; returns the worst that were found, the worst first. */
export function climb(options: ClimbOptions): readonly Found[] {
  const { anchors, random, steps, goesOn, seeds, onWorst } = options;
  const kept = new Map<string, Found>();
  let worst = 0;
  let least = 0;
  const tried = (pieces: readonly string[]): void => {
    const unit = pieces.join("");
    if (unit === "") return;
    const found = { pieces, steps: steps(unit) };
    if (found.steps > worst) {
      worst = found.steps;
      onWorst?.(found);
    }
    if (found.steps <= least) return;
    const family = familyOf(pieces);
    if ((kept.get(family)?.steps ?? 0) >= found.steps) return;
    kept.set(family, found);
    if (kept.size <= KEPT) return;
    const last = [...kept].reduce((a, b) => (b[1].steps < a[1].steps ? b : a));
    kept.delete(last[0]);
    least = last[1].steps;
  };
  let trials = 0;
  for (const seed of seeds) if (goesOn(trials++)) tried([seed]);
  while (goesOn(trials++)) {
    const isFresh = kept.size === 0 || random() < FRESH;
    tried(
      isFresh ? fresh(anchors, random) : mutated(pick([...kept.values()], random).pieces, anchors, random),
    );
  }
  return [...kept.values()].sort((a, b) => b.steps - a.steps);
}

const familyOf = (pieces: readonly string[]): string => pieces.slice(0, 3).join("\0");

function fresh(anchors: readonly string[], random: () => number): readonly string[] {
  return Array.from({ length: between(1, 4, random) }, () => pick(anchors, random));
}

function mutated(
  pieces: readonly string[],
  anchors: readonly string[],
  random: () => number,
): readonly string[] {
  let out = [...pieces];
  for (let change = between(1, 3, random); change > 0; change--) {
    const i = between(0, out.length - 1, random);
    const way = between(0, 8, random);
    if (way <= 1) out[i] = pick(anchors, random);
    else if (way <= 3) out.splice(i, 0, pick(anchors, random));
    else if (way === 4 && out.length > 1) out.splice(i, 1);
    else if (way === 5) out.splice(i, 0, pick(out, random));
    else if (way === 6) out[i] = charChanged(out[i]!, random);
    else if (way === 7) out.push(out.splice(i, 1)[0]!);
    else out[i] = random() < 0.5 ? out[i]!.slice(0, -1) : out[i]!.slice(1);
    out = out.filter((piece) => piece !== "");
    if (out.length === 0) out = [pick(anchors, random)];
  }
  return out.slice(0, MOST_PIECES);
}

function charChanged(piece: string, random: () => number): string {
  const at = between(0, piece.length - 1, random);
  const char = String.fromCharCode(between(0x20, 0x7e, random));
  return piece.slice(0, at) + char + piece.slice(at + between(0, 1, random));
}
