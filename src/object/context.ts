import type { Kind } from "./kind.ts";
import type { LeafRedactor } from "./leaf-redactor.ts";
import type { Node } from "./node.ts";

/** Kinds of which the name in front says what is in them: arguments, headers by turns, a text. */
export const CONTEXT_KINDS: ReadonlySet<Kind> = new Set(["array", "set", "url", "text"]);

/**
 * Whether a sensitive name covers what stands under `name` in `holder`. Asked only for what is held twice: whoever reads
 * it a second time finds the same, unless it is secret in one place only.
 */
export function isSecretPlace(holder: Node, name: string | undefined, redactor: LeafRedactor): boolean {
  if (name !== undefined && redactor.isSensitive(name)) return true;
  const asked: Node[] = [];
  let found = false;
  for (let node: Node | undefined = holder; node !== undefined; node = node.holder) {
    if (node.isSecret !== undefined) {
      found = node.isSecret;
      break;
    }
    asked.push(node);
    if (node.name !== undefined && redactor.isSensitive(node.name)) {
      found = true;
      break;
    }
  }
  // What is above the name that decided stays open; all below it is covered.
  for (const node of asked) node.isSecret = found;
  return found;
}
