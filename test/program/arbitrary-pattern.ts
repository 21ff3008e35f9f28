import fc from "fast-check";

/** One pattern in our syntax, and in JavaScript's where `.`, `^` and `$` know other line ends. */
export interface Sample {
  readonly ours: string;
  readonly js: string;
}

const same = (text: string): Sample => ({ ours: text, js: text });

const atoms: readonly Sample[] = [
  ..."abA_9- \n".split("").map(same),
  ...["\\d", "\\w", "\\s", "\\W", "\\S", "\\D", "\\n", "\\x61", "\\u0062", "\\-", "\\."].map(same),
  ...["[ab]", "[^a]", "[a-b9_-]", "[\\w-]", "[^\\s-]", "[\\x20-9]", "[^\\W]", "[-a]", "[\\]a]"].map(same),
  { ours: ".", js: "[^\\n]" },
];

const looks: readonly Sample[] = [
  same("\\b"),
  same("\\B"),
  { ours: "^", js: "(?<![^\\n])" },
  { ours: "$", js: "(?![^\\n])" },
];

const repeats = ["?", "*", "+", "{2}", "{0}", "{1,}", "{0,2}", "{1,3}", "{2,}"];

const both = (parts: readonly Sample[], join: string): Sample => ({
  ours: parts.map(({ ours }) => ours).join(join),
  js: parts.map(({ js }) => js).join(join),
});

const grouped = ({ ours, js }: Sample, suffix = ""): Sample => ({
  ours: `(?:${ours})${suffix}`,
  js: `(?:${js})${suffix}`,
});

export const arbitraryPattern: fc.Arbitrary<Sample> = fc.letrec<{ node: Sample; leaf: Sample }>((tie) => ({
  leaf: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...atoms) }, fc.constantFrom(...looks)),
  node: fc.oneof(
    { maxDepth: 4, depthSize: "medium" },
    tie("leaf"),
    fc.array(tie("node"), { maxLength: 4 }).map((parts) => both(parts, "")),
    fc.array(tie("node"), { minLength: 2, maxLength: 3 }).map((parts) => grouped(both(parts, "|"))),
    fc.tuple(tie("node"), fc.constantFrom(...repeats)).map(([node, suffix]) => grouped(node, suffix)),
  ),
})).node;

export const arbitraryText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(..."abbaAB_9- \n.]"), { maxLength: 7 })
  .map((characters) => characters.join(""));
