import { harmless, joins } from "../../src/rules/joins/joins.ts";
import { between, pick } from "../samples/random.ts";

const examples = [...joins, ...harmless]
  .flatMap(({ example, not }) => [example, not ?? ""])
  .filter((text) => text !== "")
  .map((text) => text.replace(/[«»]/g, ""));

const hex = (c: string, digits: number): string => c.charCodeAt(0).toString(16).padStart(digits, "0");

/** Ways to write a character, of which a text should have one alone. */
const ESCAPES: readonly ((c: string) => string)[] = [
  (c) => `\\u${hex(c, 4)}`,
  (c) => `\\\\u${hex(c, 4)}`,
  (c) => `\\x${hex(c, 2)}`,
  (c) => `%${hex(c, 2)}`,
  (c) => `&#${c.charCodeAt(0)};`,
  (c) => `\\${c}`,
  () => "\\/",
];

/** Up to six examples of rows, cut and glued, with some of their signs in escapes of different kinds. */
export function escapedExamples(random: () => number): string {
  const share = random() / 2;
  const parts = Array.from({ length: between(1, 6, random) }, () => {
    const example = pick(examples, random);
    return example.slice(0, between(1, example.length, random)) + pick(["", " ", "\n", ",", "}"], random);
  });
  return [...parts.join("")]
    .map((c) => (/\W/.test(c) && random() < share ? pick(ESCAPES, random)(c) : c))
    .join("");
}
