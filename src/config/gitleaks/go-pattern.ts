// Reads regular expressions as Go's package regexp/syntax does (https://pkg.go.dev/regexp/syntax), into a tree.

/** Characters, by their codes; both ends belong to a range. */
export type Ranges = readonly (readonly [from: number, to: number])[];

export type Node =
  | { readonly kind: "set"; readonly ranges: Ranges }
  | { readonly kind: "cat" | "alt"; readonly nodes: readonly Node[] }
  | { readonly kind: "repeat"; readonly node: Node; readonly min: number; readonly max: number }
  /** A capture group, by its number from 1. */
  | { readonly kind: "group"; readonly node: Node; readonly index: number }
  | { readonly kind: "look"; readonly text: "\\b" | "\\B" | "^" | "$" };

interface Flags {
  readonly i: boolean;
  readonly s: boolean;
}

const LAST = 0x10_ff_ff;
const DIGITS: Ranges = [[0x30, 0x39]];
const SPACES: Ranges = [
  [0x09, 0x0a],
  [0x0c, 0x0d],
  [0x20, 0x20],
];
const UPPER: Ranges = [[0x41, 0x5a]];
const LOWER: Ranges = [[0x61, 0x7a]];
const WORDS: Ranges = [...DIGITS, ...UPPER, [0x5f, 0x5f], ...LOWER];
const PUNCTUATION: Ranges = [
  [0x21, 0x2f],
  [0x3a, 0x40],
  [0x5b, 0x60],
  [0x7b, 0x7e],
];

/** Classes of Perl and of POSIX, by their names. */
const CLASSES: ReadonlyMap<string, Ranges> = new Map([
  ["d", DIGITS],
  ["s", SPACES],
  ["w", WORDS],
  ["alnum", [...DIGITS, ...UPPER, ...LOWER]],
  ["alpha", [...UPPER, ...LOWER]],
  ["ascii", [[0, 0x7f]]],
  [
    "blank",
    [
      [0x09, 0x09],
      [0x20, 0x20],
    ],
  ],
  [
    "cntrl",
    [
      [0, 0x1f],
      [0x7f, 0x7f],
    ],
  ],
  ["digit", DIGITS],
  ["graph", [[0x21, 0x7e]]],
  ["lower", LOWER],
  ["print", [[0x20, 0x7e]]],
  ["punct", PUNCTUATION],
  ["space", [...SPACES, [0x0b, 0x0b]]],
  ["upper", UPPER],
  ["word", WORDS],
  ["xdigit", [...DIGITS, [0x41, 0x46], [0x61, 0x66]]],
]);

const CONTROLS: Readonly<Record<string, number>> = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 };

/** @throws SyntaxError for what Go refuses, or what is not known here, with the place in the pattern */
export function parseGoPattern(source: string): Node {
  return new Parser(source).whole();
}

class Parser {
  readonly #source: string;
  #at = 0;
  #groups = 0;

  constructor(source: string) {
    this.#source = source;
  }

  whole(): Node {
    const node = this.#alternatives({ i: false, s: false });
    if (this.#at < this.#source.length) this.#refuse("an unopened )");
    return node;
  }

  #alternatives(given: Flags): Node {
    let flags = given;
    const alternatives: Node[] = [];
    let nodes: Node[] = [];
    for (;;) {
      const character = this.#source[this.#at];
      if (character === undefined || character === ")") break;
      if (character === "|") {
        this.#at++;
        alternatives.push({ kind: "cat", nodes });
        nodes = [];
        continue;
      }
      const own = /^\(\?([imsU]*)(?:-([imsU]+))?\)/.exec(this.#source.slice(this.#at));
      if (own !== null) {
        this.#at += own[0].length;
        flags = withFlags(flags, own[1]!, own[2] ?? "");
        continue;
      }
      nodes.push(this.#repeated(this.#atom(flags)));
    }
    alternatives.push({ kind: "cat", nodes });
    return alternatives.length === 1 ? alternatives[0]! : { kind: "alt", nodes: alternatives };
  }

  #repeated(atom: Node): Node {
    let node = atom;
    for (;;) {
      // Whether a repeat is lazy changes what Go takes of a match, not what matches.
      const found = /^(?:([*+?])|\{(\d+)(,)?(\d+)?\})\??/.exec(this.#source.slice(this.#at));
      if (found === null) return node;
      this.#at += found[0].length;
      const [, sign, min, comma, max] = found;
      const least = sign === undefined ? Number(min) : sign === "+" ? 1 : 0;
      const most =
        sign === undefined
          ? max === undefined
            ? comma === undefined
              ? least
              : Number.POSITIVE_INFINITY
            : Number(max)
          : sign === "?"
            ? 1
            : Number.POSITIVE_INFINITY;
      node = { kind: "repeat", node, min: least, max: most };
    }
  }

  #atom(flags: Flags): Node {
    const source = this.#source;
    const character = String.fromCodePoint(source.codePointAt(this.#at)!);
    if (character === "(") return this.#group(flags);
    if (character === "[") return this.#class(flags);
    if (character === "\\") return this.#escape(flags);
    this.#at += character.length;
    if (character === ".")
      return { kind: "set", ranges: flags.s ? [[0, LAST]] : complementOf([[0x0a, 0x0a]]) };
    if (character === "^" || character === "$") return { kind: "look", text: character };
    if ("*+?".includes(character)) this.#refuse(`"${character}" with nothing to repeat`);
    return literal(character.codePointAt(0)!, flags);
  }

  #group(flags: Flags): Node {
    const head = /^\((?:\?(?:P?<[^>]*>|([imsU]*)(?:-([imsU]+))?:))?/.exec(this.#source.slice(this.#at))!;
    if (head[0] === "(" && this.#source[this.#at + 1] === "?") this.#refuse("an unknown group");
    this.#at += head[0].length;
    const captures = head[1] === undefined;
    const index = captures ? ++this.#groups : 0;
    const node = this.#alternatives(captures ? flags : withFlags(flags, head[1]!, head[2] ?? ""));
    if (this.#source[this.#at] !== ")") this.#refuse("a group without an end");
    this.#at++;
    return captures ? { kind: "group", node, index } : node;
  }

  #class(flags: Flags): Node {
    const start = this.#at++;
    const isNegated = this.#source[this.#at] === "^";
    if (isNegated) this.#at++;
    const ranges: (readonly [number, number])[] = [];
    for (let isFirst = true; ; isFirst = false) {
      const character = this.#source[this.#at];
      if (character === undefined) this.#refuse("a class without an end", start);
      if (character === "]" && !isFirst) break;
      const named = /^\[:(\^?)(\w+):\]/.exec(this.#source.slice(this.#at));
      if (named !== null) {
        const known = CLASSES.get(named[2]!) ?? this.#refuse(`an unknown class ${named[0]}`);
        ranges.push(...(named[1] === "" ? known : complementOf(known)));
        this.#at += named[0].length;
        continue;
      }
      const from = this.#classItem();
      if (typeof from !== "number") {
        ranges.push(...from);
        continue;
      }
      const isRange = this.#source[this.#at] === "-" && (this.#source[this.#at + 1] ?? "]") !== "]";
      if (isRange) this.#at++;
      const to = isRange ? this.#classItem() : from;
      if (typeof to !== "number" || to < from) this.#refuse("a range that is not in order");
      ranges.push([from, to as number]);
    }
    this.#at++;
    const all = flags.i ? inBothCases(ranges) : ranges;
    return { kind: "set", ranges: isNegated ? complementOf(all) : all };
  }

  /** A character's code, or a class of several. */
  #classItem(): number | Ranges {
    const code = this.#source.codePointAt(this.#at)!;
    if (code !== 0x5c) {
      this.#at += code > 0xffff ? 2 : 1;
      return code;
    }
    return this.#escaped();
  }

  #escape(flags: Flags): Node {
    const letter = this.#source[this.#at + 1];
    if (letter === "b" || letter === "B") {
      this.#at += 2;
      return { kind: "look", text: `\\${letter}` };
    }
    if (letter === "A" || letter === "z") {
      this.#at += 2;
      return { kind: "look", text: letter === "A" ? "^" : "$" };
    }
    if (letter === "Q") {
      const end = this.#source.indexOf("\\E", this.#at);
      const text = this.#source.slice(this.#at + 2, end < 0 ? undefined : end);
      this.#at = end < 0 ? this.#source.length : end + 2;
      return { kind: "cat", nodes: [...text].map((each) => literal(each.codePointAt(0)!, flags)) };
    }
    const found = this.#escaped();
    return typeof found === "number" ? literal(found, flags) : { kind: "set", ranges: found };
  }

  #escaped(): number | Ranges {
    const rest = this.#source.slice(this.#at + 1);
    const hex = /^x(?:\{([0-9A-Fa-f]+)\}|([0-9A-Fa-f]{2}))/.exec(rest);
    if (hex !== null) {
      this.#at += 1 + hex[0].length;
      return Number.parseInt(hex[1] ?? hex[2]!, 16);
    }
    const letter = rest[0] ?? this.#refuse("a backslash at the end");
    const known = CLASSES.get(letter.toLowerCase());
    if (known !== undefined && /[dswDSW]/.test(letter)) {
      this.#at += 2;
      return letter === letter.toLowerCase() ? known : complementOf(known);
    }
    if (letter in CONTROLS) {
      this.#at += 2;
      return CONTROLS[letter]!;
    }
    if (/[A-Za-z0-9]/.test(letter)) this.#refuse(`\\${letter}, which is not supported`);
    const code = rest.codePointAt(0)!;
    this.#at += code > 0xffff ? 3 : 2;
    return code;
  }

  #refuse(what: string, at: number = this.#at): never {
    throw new SyntaxError(`${what} at position ${at} of its pattern`);
  }
}

function withFlags(flags: Flags, on: string, off: string): Flags {
  return {
    i: (flags.i || on.includes("i")) && !off.includes("i"),
    s: (flags.s || on.includes("s")) && !off.includes("s"),
  };
}

function literal(code: number, { i }: Flags): Node {
  const ranges: Ranges = [[code, code]];
  return { kind: "set", ranges: i ? inBothCases(ranges) : ranges };
}

function inBothCases(ranges: Ranges): Ranges {
  const CASE = 0x20;
  const other = ranges.flatMap(([from, to]) => [
    ...within(from, to, 0x41, 0x5a).map(([a, b]) => [a + CASE, b + CASE] as const),
    ...within(from, to, 0x61, 0x7a).map(([a, b]) => [a - CASE, b - CASE] as const),
  ]);
  return [...ranges, ...other];
}

function within(from: number, to: number, least: number, most: number): Ranges {
  const [a, b] = [Math.max(from, least), Math.min(to, most)];
  return a <= b ? [[a, b]] : [];
}

export function complementOf(ranges: Ranges): Ranges {
  const sorted = [...ranges].sort(([a], [b]) => a - b);
  const gaps: (readonly [number, number])[] = [];
  let next = 0;
  for (const [from, to] of sorted) {
    if (from > next) gaps.push([next, from - 1]);
    next = Math.max(next, to + 1);
  }
  if (next <= LAST) gaps.push([next, LAST]);
  return gaps;
}
