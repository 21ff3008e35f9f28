import { catalogueSource } from "../../src/config/catalogue-source.ts";
import type { ProgramSource } from "../../src/program/image/program.ts";
import type { Rule, ShapeRule } from "../../src/rules/rule.ts";
import { pieces } from "../kernel/cases/pieces.ts";
import { headOf, sampleOf, sampleOfRule } from "../samples/generate.ts";
import { createRandom } from "../samples/random.ts";

/** What opens, separates, quotes and escapes, in the ways it is written. */
// biome-ignore format: a table
const SIGNS: readonly string[] = [
  "(", "[", "{", "<", ")", "]", "}", ">", "[[", "([", '{"', '["', "${", "$(", "<<", "<a ", '="', "='", "`",
  '"', "'", '\\"', "\\'", '\\\\\\"', "\\u0022", "\\x22", "%22", "&quot;", "&#34;", "\\", "%", "&",
  "=", ":", " = ", ": ", " => ", " -> ", "->", ":=", "==", "::", ";", ",", ", ", "|", " | ", "||", "&&", "/", "//", "://", "@", "#", "!", "?",
  " ", "  ", "\t", "\n", "\r\n", "\\n", "\\r\\n", "\n  ", "\n- ", "-", "--", " -", " --", " -p", "_", ".", "...", "*", "***", "+", "~", "^", "$",
  "a", "aB3", "1", "0", "x", "é", "密", "\x1b[0m", "\\u001b[0m", "\x1b", "\xfe", "\xff", "null", "true", "of ", "is ", "for ", "to ", "the ",
];

/** Samples of a pattern, as different as its alternatives make them. */
const SAMPLES = 4;

/** What a program is made of, as far as texts are made of it. */
type AnchorSource = Pick<ProgramSource, "rules" | "schemes" | "innocentValues">;

/**
 * What texts are made of that try to take time: what the program's rules begin with, hold and end in, its names and
 * schemes, and what opens, separates and quotes. The same for the same source.
 */
export function anchorsOf(source: AnchorSource): readonly string[] {
  const anchors = new Set<string>([...SIGNS, ...pieces]);
  for (const rule of source.rules) for (const anchor of anchorsOfRule(rule)) anchors.add(anchor);
  for (const { word, secretParams = [] } of source.schemes)
    for (const anchor of [word, `${word} `, ...secretParams.map((name) => `${word} ${name}=`)])
      anchors.add(anchor);
  for (const pattern of source.innocentValues)
    for (const sample of samplesOf(pattern, false, 1)) anchors.add(sample);
  anchors.delete("");
  return [...anchors];
}

export const catalogueAnchors = (): readonly string[] => anchorsOf(catalogueSource());

function anchorsOfRule(rule: Rule): readonly string[] {
  if ("key" in rule)
    return rule.key.flatMap((name) => {
      const plain = name.replace(/^[=_]+/, "");
      return [plain, plain.replaceAll(" ", "_"), plain.toUpperCase().replaceAll(" ", "-")];
    });
  if ("begin" in rule) return [...samplesOf(rule.begin, false, 2), ...samplesOf(rule.end, false, 1)];
  return [headOf(rule), ...samplesOfShape(rule).flatMap(partsOf)];
}

function samplesOfShape(rule: ShapeRule): readonly string[] {
  try {
    return [
      sampleOfRule(rule, createRandom(1)),
      ...samplesOf(rule.pattern, rule.ignoreCase === true, SAMPLES),
    ];
  } catch {
    return [];
  }
}

function samplesOf(pattern: string, ignoreCase: boolean, count: number): readonly string[] {
  try {
    return Array.from({ length: count }, (_, seed) => sampleOf(pattern, createRandom(seed + 2), ignoreCase));
  } catch {
    // What stands around it decides, and none is found by chance.
    return [];
  }
}

/** A sample whole, without its end, up to each of its words, and each of its words with what stands after it. */
function partsOf(sample: string): readonly string[] {
  const words = sample.match(/[\w-]+[^\w-]*|[^\w-]+/g) ?? [];
  const heads = words.map((_, i) => words.slice(0, i + 1).join(""));
  const short = [4, 8].map((length) => sample.slice(0, length));
  return [sample, sample.slice(0, -1), ...short, ...heads.slice(0, 8), ...words.slice(0, 12)];
}
