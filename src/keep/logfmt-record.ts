import type { KeepRules } from "./keep-rules.ts";

/** A name, and a value in quotes or without; what stands there besides is no logfmt. */
const PAIR = /([A-Za-z_@][\w.@/-]*)=("(?:[^"\\]|\\.)*"|[^\s"=]*)(\s+|$)/y;

/**
 * A line of logfmt without what is not kept.
 *
 * @returns undefined if something in it is not a pair of a name and a value
 */
export function keepOfLogfmt(line: string, keeping: KeepRules): string | undefined {
  let out = "";
  const counts: number[] = [];
  PAIR.lastIndex = 0;
  while (PAIR.lastIndex < line.length) {
    const match = PAIR.exec(line);
    if (match === null) return undefined;
    const [pair, name, value, blanks] = match;
    if (keeping.isKept(name!)) out += pair;
    else {
      counts.push(value!.length);
      if (!keeping.removes) out += `${name}=${keeping.text}${blanks}`;
    }
  }
  if (line === "") return undefined;
  for (const size of counts) keeping.count(size);
  return out;
}
