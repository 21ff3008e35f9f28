import { harmless, joins as rows } from "../../../src/rules/joins/joins.ts";
import { catalogueAnchors } from "../../bounded/anchors.ts";
import type { Choices } from "../choices.ts";

/** What rows find, and what they leave, without the marks of the credential. */
const examples: readonly string[] = [...rows, ...harmless]
  .flatMap(({ example, not }) => [example, not ?? ""])
  .filter((text) => text !== "")
  .map((text) => text.replace(/[«»]/g, ""));

/** What opens and closes strings, lists, elements and statements. */
// biome-ignore format: a table
const brackets: readonly string[] = [
  "{", "[", "(", "<", "}", "]", ")", ">", '"', "'", ":", "=", ",", '{"credentials":', "credentials={", "[[", '{"a":', '\\"', "%5B", "\n", "\r\n",
  "\n  ", "token=", "password:\n", "<![CDATA[", "]]>", "</password>", "VALUES (", "INSERT INTO users (id, password) VALUES (",
];

let anchors: readonly string[] | undefined;

/** A part of one of the examples, of the program's anchors, or a bracket. */
function part(choices: Choices): string {
  anchors ??= catalogueAnchors();
  const text = choices.pick([brackets, anchors, examples][choices.below(3)]!);
  const from = choices.isOneOf(3) ? choices.below(text.length) : 0;
  return choices.isOneOf(3) ? text.slice(from, from + choices.below(text.length + 1)) : text.slice(from);
}

/** Examples of the rows and anchors of the rules, cut and glued. */
export function gluedExamples(choices: Choices): string {
  return choices.list(2, 4, () => part(choices)).join("");
}
