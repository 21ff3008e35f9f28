import { inspect } from "node:util";
import { redact, WITHHELD } from "../redactor/redactor.ts";

/** As deep as Node shows an uncaught error. */
const DEPTH = 5;

/**
 * What stands for Node's own message about an uncaught error, when that would show a credential: the
 * error as Node shows it, redacted, without the line of source code above it.
 *
 * @returns Nothing when Node's message can stay.
 */
export function crashText(error: unknown): string | undefined {
  let shown: string;
  try {
    shown = typeof error === "string" ? error : inspect(error, { customInspect: false, depth: DEPTH });
  } catch {
    shown = "";
  }
  const redacted = shown === "" ? WITHHELD : redact(shown);
  if (redacted === shown) return undefined;
  return `${redacted}\n\nNode.js ${process.version}\n`;
}
