import { refuse } from "./pattern-error.ts";
import { parseNode } from "./pattern-grammar.ts";
import { concat, type Node } from "./pattern-node.ts";

export interface Pattern {
  readonly source: string;
  readonly whole: Node;
  /** Present when there is a capture group: what stands before it, it, and what stands after it. */
  readonly capture?: { readonly head: Node; readonly body: Node; readonly tail: Node };
}

export interface PatternOptions {
  /** ASCII letters match in either case. */
  readonly ignoreCase?: boolean;
}

/**
 * Reads a pattern of the linear-time subset (see `ShapeRule.pattern`).
 *
 * It is over bytes: a literal beyond ASCII is its UTF-8 bytes, `\xHH` is the byte itself, `.` is any
 * byte but `\n`, `\d`, `\w`, `\s`, `\b` know ASCII only, and `^`, `$` stand next to `\n` or at an end of the
 * input. Matches are leftmost, then longest, so lazy repeats would mean nothing and are refused. What
 * has no linear-time automaton (backreferences, lookaround) is refused as well, by name and position.
 *
 * @throws RedactorConfigError `unsupported-pattern`
 * @example parsePattern("\\bkey-([0-9a-f]{32})\\b")
 */
export function parsePattern(source: string, options: PatternOptions = {}): Pattern {
  const { root, capture } = parseNode(source, options.ignoreCase ?? false);
  if (capture === undefined) return { source, whole: root };
  const items = root.kind === "concat" && root !== capture.node ? root.items : [root];
  const index = items.indexOf(capture.node);
  if (index < 0) {
    refuse(
      source,
      capture.position,
      "capture group (…) inside a repeat or an alternation",
      "a pattern has one capture group, at the top level; write (?:…) where nothing is captured",
    );
  }
  const head = concat(items.slice(0, index));
  const tail = concat(items.slice(index + 1));
  const body = capture.body;
  return { source, whole: concat([head, body, tail]), capture: { head, body, tail } };
}
