import type { Choices } from "./choices.ts";
import { document, type Json, objectOf } from "./generate/documents.ts";
import { oneLineStyle, render } from "./generate/render.ts";
import { parsed, show } from "./oracles.ts";
import type { Case, Property } from "./property.ts";
import { redact } from "./subject.ts";

type Path = readonly number[];

/** Every container below the outermost, by the positions of members on the way to it. */
function pathsOf(value: Json, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  const below = Object.values(value).flatMap((member, i) => pathsOf(member as Json, [...path, i]));
  return path.length === 0 ? below : [path, ...below];
}

/** The value with `change` made at the path; where there is nothing any more, as it is. */
function changedAt(value: Json, path: Path, change: (container: Json) => Json): Json {
  if (path.length === 0) return change(value);
  if (typeof value !== "object" || value === null) return value;
  const [position, ...rest] = path;
  const members = Object.entries(value).map(
    ([name, member], i) =>
      [name, i === position ? changedAt(member as Json, rest, change) : (member as Json)] as const,
  );
  return Array.isArray(value) ? members.map(([, member]) => member) : objectOf(members);
}

/** The container's own strings become harmless. */
function harmless(container: Json): Json {
  if (typeof container !== "object" || container === null) return container;
  const plain = (member: Json): Json => (typeof member === "string" ? "x" : member);
  if (Array.isArray(container)) return (container as readonly Json[]).map(plain);
  return objectOf(Object.entries(container).map(([name, member]) => [name, plain(member)] as const));
}

export const frames: Property = {
  name: "frames",
  what: "a document, and the same with harmless strings in one of its objects or arrays: outside it all comes out the same",
  make(choices: Choices): Case {
    const value = document(choices);
    const paths = pathsOf(value);
    const path = paths[choices.below(Math.max(1, paths.length))];
    const style = oneLineStyle(choices);
    if (path === undefined) return { inputs: [], check: () => undefined };
    const text = render(value, style);
    const other = render(changedAt(value, path, harmless), style);
    const outside = (out: Json): string => show(changedAt(out, path, () => null));
    return {
      inputs: [text, other],
      check() {
        const out = parsed(redact(text));
        const expected = parsed(redact(other));
        if (expected === undefined || (out !== undefined && outside(out) === outside(expected)))
          return undefined;
        const promise = "what is outside a container does not depend on its strings";
        return { promise, detail: `${redact(text)}\n${redact(other)}` };
      },
    };
  },
};
