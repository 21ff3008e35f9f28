import { RedactorConfigError } from "../../config-error.ts";
import { DECISION_LIMIT, PLACEHOLDER_LIMIT } from "../../kernel/abi.ts";
import type { BlockRule, Rule, ShapeRule } from "../../rules/rule.ts";
import { buildDfa, matchesEmpty } from "../automaton/dfa.ts";
import { type DfaFacts, factsOf } from "../automaton/dfa-facts.ts";
import { type DfaRecord, encodeDfa } from "../automaton/dfa-record.ts";
import { chooseFragments, type Fragment } from "../fragments/choose-fragments.ts";
import { type ByteSet, byteCount } from "../pattern/byte-set.ts";
import { escaped } from "../pattern/in-strings.ts";
import { type Pattern, parsePattern } from "../pattern/pattern.ts";
import { alternate, concat, EMPTY, lengthOf, type Node, repeat } from "../pattern/pattern-node.ts";
import { relaxPattern } from "../pattern/relax.ts";

/** A shape rule, ready to be written into a program. */
export interface Compiled {
  readonly dfa: DfaRecord;
  /** Of what stands before the capture group. */
  readonly headDfa?: DfaRecord;
  /** Of the mark that ends a block. */
  readonly endDfa?: DfaRecord;
  readonly facts: DfaFacts;
  readonly tailLength: number;
  readonly relaxed: boolean;
  readonly headLength: number;
  readonly bodyLength: number;
  /** Undefined: the pattern has none, it is tried at every byte it can start with. */
  readonly fragments: readonly Fragment[] | undefined;
  /** Farthest end of a fragment from the match's start. */
  readonly fragmentEnd: number;
}

/** A pattern of values that are not secret, and how long these can be, in bytes. */
export interface Innocent {
  readonly dfa: DfaRecord;
  readonly most: number;
}

/** A token cut by an ellipsis shows at least so much of its body: `ghp_abc…`. */
const CUT_LEAST = 3;

/**
 * Undefined for a rule that has no shape: one of key names.
 *
 * @param isOwn A user's rule: it matches what it says and nothing else, wherever it stands
 * @throws RedactorConfigError if the pattern cannot be run in linear time, or matches nothing at all
 */
export function compileRule(rule: Rule, isOwn: boolean): Compiled | undefined {
  if ("key" in rule) return undefined;
  if (!("begin" in rule)) return compileShape(rule, isOwn);
  const end = parsePattern(rule.end, { ignoreCase: false }).whole;
  return { ...compileShape(beginOf(rule), isOwn), endDfa: encodeDfa(buildDfa(end, rule.end)) };
}

/** A block's begin mark as a shape. */
export function beginOf({ id, begin }: BlockRule): ShapeRule {
  return { id, pattern: begin };
}

/**
 * @param isOwn Whether a user allows it: it may be as long as can be decided
 * @throws RedactorConfigError if the pattern cannot be run in linear time
 */
export function compileInnocent(pattern: string, isOwn: boolean): Innocent {
  return prefixed("allow", () => compileWhole(pattern, isOwn));
}

function compileWhole(pattern: string, isOwn: boolean): Innocent {
  const { whole } = parsePattern(pattern, { ignoreCase: true });
  const limit = isOwn ? DECISION_LIMIT - 1 : PLACEHOLDER_LIMIT;
  return {
    dfa: encodeDfa(buildDfa(whole, pattern)),
    most: Math.min(lengthOf(whole).max, limit),
  };
}

/** See {@link compileRule}. */
export function compileShape(rule: ShapeRule, isOwn: boolean): Compiled {
  return prefixed(`rule ${rule.id}`, () => compile(rule, isOwn));
}

/** A message says which option it is about. */
function prefixed<T>(what: string, compile: () => T): T {
  try {
    return compile();
  } catch (error) {
    if (!(error instanceof RedactorConfigError)) throw error;
    throw new RedactorConfigError(error.code, `${what}: ${error.message}`);
  }
}

/** A user's pattern, read, with what does not depend on the rest of the rule. */
interface Read {
  readonly key: string;
  readonly pattern: Pattern;
  readonly headDfa: () => DfaRecord;
  readonly fragments: () => readonly Fragment[] | undefined;
}

/** The last one: allowlists are tried with the same pattern, one after the other. */
let lastRead: Read | undefined;

function read(rule: ShapeRule, isOwn: boolean): Read {
  const source = rule.pattern;
  const ignoreCase = rule.ignoreCase === true;
  const key = `${isOwn}${ignoreCase}${source}`;
  if (lastRead?.key === key) return lastRead;
  const pattern = parsePattern(source, { ignoreCase });
  const parts = once(() => (isOwn ? ownParts(pattern) : escapedParts(pattern)));
  lastRead = {
    key,
    pattern,
    headDfa: once(() => encodeDfa(buildDfa(parts().head, source))),
    fragments: once(() => chooseFragments(parts().whole, { anywhere: isOwn })),
  };
  return lastRead;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function compile(rule: ShapeRule, isOwn: boolean): Compiled {
  const { pattern, headDfa, fragments: fragmentsOf } = read(rule, isOwn);
  if (matchesEmpty(pattern.whole)) {
    throw new RedactorConfigError(
      "invalid-rule",
      `pattern ${JSON.stringify(rule.pattern)} matches the empty text; make a part of it mandatory`,
    );
  }
  const isToken = !isOwn && rule.token === true && pattern.capture === undefined;
  const relaxed = isToken ? relaxPattern(pattern.whole) : undefined;
  if (relaxed !== undefined) {
    const token = (body: Node, least: number) =>
      concat([relaxed.prefix, repeat(body, least, Number.POSITIVE_INFINITY)]);
    // Fragments are chosen from the plain spelling: they stand at the token's head, in front of any other.
    const plain: Node = { kind: "set", set: relaxed.alphabet };
    const full = token(plain, Math.min(relaxed.bodyMin, 64));
    const fragments = chooseFragments(token(plain, CUT_LEAST), { full, anywhere: false });
    const dfa = encodeDfa(buildDfa(token(spelled(relaxed.alphabet), CUT_LEAST), rule.pattern));
    return finish(dfa, fragments, {
      relaxed: true,
      headLength: relaxed.prefixLength.min,
      bodyLength: Math.max(relaxed.bodyMin, CUT_LEAST),
      tailLength: 0,
    });
  }
  const { whole, head: before } = isOwn ? ownParts(pattern) : escapedParts(pattern);
  const dfa = encodeDfa(buildDfa(whole, rule.pattern, { not: exceptionOf(rule) }));
  const fragments = fragmentsOf();
  const exactParts = { relaxed: false, headLength: literalHead(pattern.whole), bodyLength: 0 };
  if (pattern.capture === undefined) return finish(dfa, fragments, { ...exactParts, tailLength: 0 });
  const tail = lengthOf(pattern.capture.tail);
  if (tail.min !== tail.max) {
    throw new RedactorConfigError(
      "unsupported-pattern",
      `pattern ${JSON.stringify(rule.pattern)}: what follows the capture group must have one length, not ${tail.min} to ${tail.max} bytes`,
    );
  }
  const headLength = lengthOf(before).min;
  const tailLength = isOwn ? tail.min : tail.min - escapeBytes(pattern.capture.tail);
  return finish(dfa, fragments, { ...exactParts, headDfa: headDfa(), headLength, tailLength });
}

function exceptionOf({ not, ignoreCase }: ShapeRule): Node | undefined {
  return not === undefined ? undefined : parsePattern(not, { ignoreCase: ignoreCase === true }).whole;
}

/** The whole pattern, and what stands before its capture group. */
interface Parts {
  readonly whole: Node;
  readonly head: Node;
}

function ownParts({ whole, capture }: Pattern): Parts {
  return { whole, head: capture?.head ?? EMPTY };
}

/**
 * A pattern of the catalogue, which is also found in strings. After the capture group only a quote right there is:
 * the kernel counts the tail's bytes, and passes over backslashes in front of them.
 */
function escapedParts({ whole, capture }: Pattern): Parts {
  if (capture === undefined) return { whole: escaped(whole), head: EMPTY };
  const { head, body, tail } = capture;
  const [first, ...rest] = tail.kind === "concat" ? tail.items : [tail];
  const parts = concat([concat([head, body]), first ?? EMPTY]);
  return { whole: concat([escaped(parts), ...rest]), head: escaped(head) };
}

/** How many bytes of a tail the kernel does not count, as a byte that is percent-encoded is one character to it: two of `%40`. */
function escapeBytes(tail: Node): number {
  const items = tail.kind === "concat" ? tail.items : [tail];
  return 2 * items.filter((item) => item.kind === "set" && isPercent(item.set)).length;
}

const isPercent = (set: ByteSet): boolean => byteCount(set) === 1 && set[0x25] === 1;

/** Punctuation of base64, which URLs percent-encode. */
const ENCODED: readonly (readonly [char: string, hex: string])[] = [
  ["+", "2[Bb]"],
  ["/", "2[Ff]"],
  ["=", "3[Dd]"],
];

/** One character of `alphabet` in every spelling: `/` is also `%2F`, `%252F` and, as PHP writes JSON, `\/`. */
function spelled(alphabet: ByteSet): Node {
  const has = (char: string): boolean => alphabet[char.charCodeAt(0)] === 1;
  const encoded = ENCODED.filter(([char]) => has(char)).map(([, hex]) => hex);
  const others = [
    ...(encoded.length > 0 && !has("%") ? [`%(?:25)*(?:${encoded.join("|")})`] : []),
    ...(has("/") ? ["\\\\/"] : []),
  ].map((pattern) => parsePattern(pattern).whole);
  return alternate([{ kind: "set", set: alphabet }, ...others]);
}

function finish(
  dfa: DfaRecord,
  fragments: readonly Fragment[] | undefined,
  parts: Omit<Compiled, "dfa" | "facts" | "fragments" | "fragmentEnd">,
): Compiled {
  const fragmentEnd = (fragments ?? []).reduce((most, { farthest }) => Math.max(most, farthest + 1), 0);
  return { dfa, facts: factsOf(dfa, parts.headDfa), fragments, fragmentEnd, ...parts };
}

/** Bytes at the start of which there is no choice: what a check leaves out. */
function literalHead(node: Node): number {
  const items = node.kind === "concat" ? node.items : [node];
  let length = 0;
  for (const item of items) {
    if (item.kind === "look") continue;
    if (item.kind !== "set" || item.set.reduce((sum, member) => sum + member, 0) > 1) break;
    length++;
  }
  return length;
}
