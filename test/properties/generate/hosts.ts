import * as escapes from "./escapes.ts";

/** A record in a line as it is, or in what a logger makes of it. */
// biome-ignore format: a table
export const hosts: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => JSON.stringify({ level: 30, msg: text, pid: 7 }),
  (text) => `2026-03-02T09:14:01.118Z INFO [app] user ${text}`,
  (text) => `level=info msg=${escapes.go(text)} pid=7`,
  (text) => `${text} ok`,
  (text) => JSON.stringify({ message: JSON.stringify({ log: text }), pid: 7 }),
  (text) => `{ msg: ${escapes.javascript(text)}, pid: 7 }`,
  (text) => `[09:14:01] app: user=${text}, id=7`,
];
