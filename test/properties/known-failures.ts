/**
 * Properties that the kernel does not hold yet, by name, with what fails and how often in 20,000 cases. Their tests only
 * say where a run finds no failure; whoever makes one hold takes its name out of here, and then `npm run tried` counts its
 * cases, too.
 */
export const doesNotHoldYet: ReadonlySet<string> = new Set([
  // 1: what a key's mark in a string has behind it, over lines; a name in quotes that ends in a backslash, with a number.
  "documents-over-lines",
  // 12: nested lists of cookies; a shape right before a name's last word; members that are farther apart over lines than a row
  // reaches.
  "document-layouts",
  // 1 in 60,000.
  "documents-behind-prefix",
  // 36: quotes as \u0022 and slashes as \/: of some shapes neither is read, and \u0022 opens no string that `"` would.
  "document-escapes",
  // 2: an assertion that is left open takes indented lines up to a quote; the answer to a prompt in base64 may be a name.
  "attackers-line",
  "attackers-line-changes-none",
  // 20, with MySQL, Erlang and attributes: rows of a table that are longer than one is looked at; a flag that is all of a cell
  // of a statement; a backslash and a quote that MySQL and standard SQL read otherwise; a bracket left open over lines.
  "attackers-field",
  // 3: a shape without quotes in what is percent-encoded.
  "attackers-example",
  // 3: the same; names of parameters that are longer than a value's end is looked for.
  "attackers-name",
  // 30: a quote that is left open ends nowhere in a line, and with its string in one; values of several words; a heading.
  "strings-and-text",
  // 25: the same, of a logger's message and its line.
  "loggers",
  // 20: an apostrophe, an entity or a bracket that is all of a value of logfmt; sections of XML that are cut in two.
  "whole-value",
  // 95 and 650 of what was 374 and 2,200: rows of marks that nothing encloses, a shell's escapes, angle brackets in cookies.
  "marked-values",
  "marked-places",
  // 1: a list behind a logger's words; a command in a name.
  "nearly-json",
  // 60: of two tokens that are glued, one is found once the other is replaced; a value that stood open has more words then.
  "twice",
]);
