import { inspect } from "node:util";
import { type Redactor, WITHHELD } from "../redactor/redactor.ts";

/** As deep as Node shows an uncaught error. */
const DEPTH = 5;

/**
 * What stands for Node's own message about an uncaught error, when that would show a credential: the
 * error as Node shows it, redacted, without the line of source code above it.
 *
 * @returns Nothing when Node's message can stay.
 */
export function crashText(error: unknown, redactor: Redactor): string | undefined {
  let shown: string;
  try {
    shown = typeof error === "string" ? error : inspect(error, { customInspect: false, depth: DEPTH });
  } catch {
    shown = "";
  }
  const redacted = shown === "" ? WITHHELD : redactor.redact(shown);
  if (redacted === shown && !isSyntaxError(error)) return undefined;
  return `${redacted}\n\nNode.js ${process.version}\n`;
}

/** The line above such an error is data: what `JSON.parse`, `vm` or `eval` was given. */
function isSyntaxError(error: unknown): boolean {
  try {
    return error instanceof SyntaxError || (error as Error | null)?.name === "SyntaxError";
  } catch {
    return true;
  }
}
