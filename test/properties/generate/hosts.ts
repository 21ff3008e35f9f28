import type { Choices } from "../choices.ts";
import * as escapes from "./escapes.ts";
import type { Notation } from "./notation.ts";

type Host = (text: string) => string;

/** What begins with the text. */
// biome-ignore format: a table
const bare: readonly Host[] = [
  (text) => text,
  (text) => JSON.stringify({ level: 30, msg: text, pid: 7 }),
  (text) => `level=info msg=${escapes.go(text)} pid=7`,
  (text) => `${text} ok`,
  (text) => JSON.stringify({ message: JSON.stringify({ log: text }), pid: 7 }),
  (text) => `{ msg: ${escapes.javascript(text)}, pid: 7 }`,
];

/** What puts words in front of it, without a quote. */
const prefixing: readonly Host[] = [
  (text) => `2026-03-02T09:14:01.118Z INFO [app] user ${text}`,
  (text) => `[09:14:01] app: user=${text}, id=7`,
];

/** A record in a line as it is, or in what a logger makes of it. */
export const hosts: readonly Host[] = [...bare, ...prefixing];

/** One of them that the notation can stand in. */
export function hostFor(notation: Notation, choices: Choices): Host {
  return choices.pick(notation.hasHeading === true ? bare : hosts);
}
