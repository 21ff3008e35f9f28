import { RedactorConfigError } from "../../config-error.ts";
import { showPattern } from "../pattern/pattern-error.ts";
import { lengthOf, type Node } from "../pattern/pattern-node.ts";
import { ACCEPT, type Automaton } from "./automaton.ts";
import { byteClasses } from "./byte-classes.ts";
import { determinise } from "./determinise.ts";
import { mergeClasses } from "./merge-classes.ts";
import { minimise } from "./minimise.ts";
import { buildNfa, nfaSize } from "./nfa.ts";

export { ACCEPT };

/**
 * An anchored automaton over byte classes, one table look-up per byte. It goes on until it is dead; the
 * last {@link ACCEPT} on the way is the end of the longest match.
 */
export interface Dfa extends Automaton {
  /** Byte to class, 256 entries. */
  readonly classes: Uint8Array;
}

/** Fifty times a long vendor token; at 4 byte classes it is 40 KB of table. */
export const MAX_STATES = 4096;

/**
 * Steps of the construction before it is given up, about half a second. States alone are no bound on
 * the time, as each can stand for thousands of the automaton that it is made from.
 */
const MAX_WORK = 10_000_000;

export interface DfaOptions {
  readonly maxStates?: number | undefined;
  /** What this matches as a whole is not accepted. */
  readonly not?: Node | undefined;
}

/**
 * Compiles a pattern to a minimal automaton. Takes time in proportion to the limits, not to the
 * repeats' counts or to what their combinations would need.
 *
 * @param source the pattern's text, for the message
 * @throws RedactorConfigError `pattern-too-large`
 */
export function buildDfa(node: Node, source: string, { maxStates = MAX_STATES, not }: DfaOptions = {}): Dfa {
  const limit = Math.min(maxStates, ACCEPT - 1);
  const size = nfaSize(node) + (not === undefined ? 0 : nfaSize(not));
  // Branches that share states can need fewer than are written out, so there is room for four times.
  if (size > limit * 4) refuseSize(node, source, `${size} states written out`, `${limit * 4}`);
  const nfa = buildNfa(node, not);
  const classes = byteClasses(nfa);
  const automaton = determinise(nfa, classes, limit, MAX_WORK);
  if (automaton === "too-many-states")
    return refuseSize(node, source, `more than ${limit} states`, `${limit}`);
  if (automaton === "too-much-work") {
    return refuseSize(node, source, `more than ${MAX_WORK} steps to compile`, `${MAX_WORK}`);
  }
  return mergeClasses({ classes: classes.ofByte, ...minimise(automaton) });
}

/** Whether a match can be of no bytes, were every boundary to hold. */
export function matchesEmpty(node: Node): boolean {
  return lengthOf(node).min === 0;
}

function refuseSize(node: Node, source: string, needed: string, limit: string): never {
  const longest = largestCount(node);
  const mend =
    longest > 1
      ? `shorten its repeats (the largest count is ${longest}) or leave the upper bound out, {n,}`
      : "split it into several rules";
  throw new RedactorConfigError(
    "pattern-too-large",
    `pattern ${showPattern(source)} needs ${needed}, the limit is ${limit}: ${mend}`,
  );
}

function largestCount(node: Node): number {
  switch (node.kind) {
    case "concat":
    case "alternate":
      return node.items.reduce((most, item) => Math.max(most, largestCount(item)), 0);
    case "repeat":
      return Math.max(node.min, node.max === Infinity ? 0 : node.max, largestCount(node.item));
    default:
      return 0;
  }
}
