import { PLACEHOLDER_LIMIT } from "../../src/kernel/abi.ts";
import { bareInnocentValues, innocentValues } from "../../src/rules/values/innocent-values.ts";
import { toJavaScript } from "./shape-oracle.ts";

/** What a rule with `token` looks for: a head and characters of one alphabet. */
export interface TokenShape {
  readonly head: string;
  /** A class of characters, as in a pattern. */
  readonly alphabet: string;
  /** Characters that a token has after its head. */
  readonly bodyLength: number;
}

const ELLIPSIS = /^(?:\.{3}|\*{3}|…|\\u2026)/;
const innocents = [...bareInnocentValues, ...innocentValues].map(
  (pattern) => new RegExp(`^(?:${toJavaScript(pattern)})(?![^])`, "i"),
);

/** How much of `text`, which begins with the head, is a token; 0: there is none. */
export function tokenLength({ head, alphabet, bodyLength }: TokenShape, text: string): number {
  const run = new RegExp(`^${alphabet}*`).exec(text.slice(head.length))![0];
  // Of three dots, an alphabet that has the dot is told where a token was cut.
  const body = /(?<![.])\.{3}$/.test(run) ? run.slice(0, -3) : run;
  const rest = text.slice(head.length + body.length);
  const isMixed = /\d/.test(body) ? /[a-z]/i.test(body) : /[a-z]/.test(body) && /[A-Z]/.test(body);
  const isToken =
    body.length >= bodyLength || (body.length >= 8 && isMixed) || (body.length >= 3 && ELLIPSIS.test(rest));
  if (!isToken || /^(?:x{8}|X{8}|\.{8}|\*{8})/.test(body)) return 0;
  const token = head + body;
  if (token.length <= PLACEHOLDER_LIMIT && innocents.some((innocent) => innocent.test(token))) return 0;
  return token.length;
}
