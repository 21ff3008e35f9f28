import { inspect } from "node:util";
import { type Redactor, WITHHELD } from "../redactor/redactor.ts";

/** The depth to which Node shows an uncaught error. */
const DEPTH = 5;

/**
 * The message that replaces Node's own about an uncaught error, if that would show a credential: the error as Node
 * shows it, redacted, without the line of source code above it.
 *
 * @returns Undefined if Node's message can stay.
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

/** The line above such an error is data: the input of `JSON.parse`, `vm` or `eval`. */
function isSyntaxError(error: unknown): boolean {
  try {
    return error instanceof SyntaxError || (error as Error | null)?.name === "SyntaxError";
  } catch {
    return true;
  }
}
