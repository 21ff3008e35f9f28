// The mutations: what is written in place of an expression so that the code is a little looser, or a bound moves.
import type { ParsedFile, Site, Span } from "./site.ts";

/** One change of one expression. */
export interface Mutation {
  /** From the repository's root. */
  readonly file: string;
  readonly within: string;
  readonly span: Span;
  /** What is done, in words: two mutations of one text differ in it. */
  readonly operator: string;
  /** The text by which a reader finds the place: the expression, of a number or a name what it stands in. */
  readonly text: string;
  readonly replacement: string;
}

/** What the files of a room say of one another. */
export interface Room {
  readonly language: "kernel" | "program";
  readonly constants: ReadonlyMap<string, number>;
  readonly returns: ReadonlyMap<string, string>;
}

/** The nearest looser (or, for equality, any other) comparison. */
const COMPARISONS: Readonly<Record<string, string>> = {
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "==": ">=",
  "===": ">=",
  "!=": ">",
  "!==": ">",
};

/** A class of characters, and the one that it is most likely mixed up with. */
const CLASSES: Readonly<Record<string, string>> = {
  WORD: "NAME",
  ALNUM: "WORD",
  NAME: "WORD",
  HEX: "ALNUM",
  BASE64: "NAME",
  BLANK: "END",
  END: "MAYBE_END",
  MAYBE_END: "END",
  isDigit: "isAlnum",
  isUpper: "isLetter",
  isLetter: "isAlnum",
  isUpperOrDigit: "isAlnum",
  isLowerOrDigit: "isAlnum",
  isAlnum: "isWord",
  isWord: "isToken",
  isToken: "isTokenOrDot",
};

const CALLS: Readonly<Record<string, string>> = { min: "max", max: "min", some: "every", every: "some" };

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** All mutations of a file; `path` is its path from the repository's root. */
export function mutationsOf(file: ParsedFile, path: string, room: Room): readonly Mutation[] {
  return file.sites.flatMap((site) => {
    const { span, within } = site;
    const text = read(file, aroundOf(site, file)).replace(/\s+/g, " ");
    return replacementsAt(site, file, room).map(([operator, replacement]) => ({
      file: path,
      within,
      span,
      operator,
      text,
      replacement,
    }));
  });
}

/** Of a number or a name, the call or comparison that it stands in. */
function aroundOf({ kind, span }: Site, { sites }: ParsedFile): Span {
  if (kind !== "number" && kind !== "name") return span;
  const around = sites
    .filter((site) => site.kind === "binary" || site.kind === "call")
    .map((site) => site.span)
    .filter(({ from, to }) => from <= span.from && span.to <= to);
  return around.reduce(
    (best, one) => (one.to - one.from < best.to - best.from ? one : best),
    around[0] ?? span,
  );
}

type Replacement = readonly [operator: string, text: string];

function replacementsAt(site: Site, file: ParsedFile, room: Room): readonly Replacement[] {
  switch (site.kind) {
    case "binary":
      return ofBinary(site, file, room);
    case "not":
      return [["negation dropped", asBool(read(file, site.operand), room)]];
    case "guard":
      return [["guard dropped", "false"]];
    case "number":
      return ofNumber(site, read(file, site.span));
    case "name":
      return ofName(site.name, file, room);
    case "call":
      return ofCall(site, file, room);
    case "loop":
      return [];
  }
}

function ofBinary(
  { operator, left, right, span }: Extract<Site, { kind: "binary" }>,
  file: ParsedFile,
  room: Room,
): readonly Replacement[] {
  const [a, b] = [read(file, left), read(file, right)];
  if (operator === "&&" || operator === "||") {
    const dropped: Replacement = ["right operand dropped", asBool(a, room)];
    // Of `a && b && c`, `b` and `c` alone come first, and `a` alone with them.
    return isChained(file, left, operator) ? [dropped] : [["left operand dropped", asBool(b, room)], dropped];
  }
  if (!Object.hasOwn(COMPARISONS, operator)) return [];
  const other = COMPARISONS[operator]!;
  // Of numbers without a sign, "!= 0" and "> 0" say the same; so does ">= 0" of anything.
  if (
    (b === "0" || room.constants.get(b) === 0) &&
    (operator.startsWith("!") || operator.startsWith("=") || operator === "<" || operator === ">=")
  ) {
    return [[`${operator} 0 dropped`, operator === "<" ? "false" : "true"]];
  }
  // What is not a number has no order; of two addresses, the code mostly knows which one is further on.
  const isEquality = operator.startsWith("!") || operator.startsWith("=");
  if (/^["'`]|^undefined$|^null$/.test(b) || (isEquality && room.language === "kernel" && !isConstant(b)))
    return [[`${operator} dropped`, "true"]];
  // AssemblyScript compares numbers of any two types, but says which is greater only of one.
  if (room.language === "kernel" && operator.endsWith("=") && operator[0] !== "<" && operator[0] !== ">") {
    return [[`${operator} to ${other}`, `<u64>(${a}) ${other} <u64>(${b})`]];
  }
  const text = read(file, span);
  const gap = text.slice(left.to - span.from, right.from - span.from);
  return [
    [
      `${operator} to ${other}`,
      text.slice(0, left.to - span.from) + gap.replace(operator, other) + text.slice(right.from - span.from),
    ],
  ];
}

/** A number or the name of one, a character among them. */
function isConstant(text: string): boolean {
  return /^(?:\d\w*|[A-Z][A-Z\d_]*)$/.test(text) && text !== "NONE";
}

/** Whether the expression at `span` is one of the same operator. */
function isChained({ sites }: ParsedFile, { from, to }: Span, operator: string): boolean {
  return sites.some(
    (site) =>
      site.kind === "binary" && site.operator === operator && site.span.from === from && site.span.to === to,
  );
}

/** Bounds move by one; where a comparison beside it does the same, only the other way. */
function ofNumber({ value, role }: Extract<Site, { kind: "number" }>, text: string): readonly Replacement[] {
  const more: Replacement = [`${value} to ${value + 1}`, String(value + 1)];
  const less: readonly Replacement[] = value > 0 ? [[`${value} to ${value - 1}`, String(value - 1)]] : [];
  switch (role) {
    case "right <":
    case "right >=":
    case "left >":
    case "left <=":
      return less;
    case "right >":
    case "right <=":
    case "left <":
    case "left >=":
      return [more];
    // A constant in hexadecimal is a character or a mask.
    case "const":
      return text.startsWith("0x") ? [] : [more, ...less];
    case "left +":
    case "right +":
    case "right -":
    case "argument of min":
    case "argument of max":
    case "argument of Math.min":
    case "argument of Math.max":
      return [more, ...less];
    default:
      return [];
  }
}

function ofName(name: string, file: ParsedFile, room: Room): readonly Replacement[] {
  if (!Object.hasOwn(CLASSES, name)) return [];
  const other = CLASSES[name]!;
  if (room.language === "kernel") {
    const value = room.constants.get(other);
    return value === undefined ? [] : [[`${name} to ${other}`, String(value)]];
  }
  return file.names.has(other) ? [[`${name} to ${other}`, other]] : [];
}

function ofCall(
  { callee, calleeSpan, texts, span }: Extract<Site, { kind: "call" }>,
  file: ParsedFile,
  room: Room,
): readonly Replacement[] {
  const text = read(file, span);
  const name = /\w+$/.exec(callee)?.[0] ?? "";
  if (Object.hasOwn(CALLS, name)) {
    const other = CALLS[name]!;
    const end = calleeSpan.to - span.from;
    return [[`${name} to ${other}`, text.slice(0, end - name.length) + other + text.slice(end)]];
  }
  const returns = room.returns.get(callee);
  const isBool = returns === "bool" || returns === "boolean";
  if (texts.length === 0 || (!isBool && returns !== "usize")) return [];
  const [word] = texts;
  const from = word!.from - span.from;
  const to = word!.to - span.from;
  const literal = text.slice(from, to);
  const middle = Math.floor(literal.length / 2);
  if (!/[a-z]/i.test(literal[middle]!)) return [];
  const calls = [...LETTERS].map(
    (letter) =>
      text.slice(0, from) + literal.slice(0, middle) + letter + literal.slice(middle + 1) + text.slice(to),
  );
  return [
    ["a letter free", isBool ? calls.join(" || ") : calls.reduce((all, call) => `max(${all}, ${call})`)],
  ];
}

/** AssemblyScript wants one type on both sides of a choice. */
function asBool(text: string, { language }: Room): string {
  return language === "kernel" ? `!!(${text})` : text;
}

function read({ text }: ParsedFile, { from, to }: Span): string {
  return text.slice(from, to);
}
