import { readUtf16, writeUtf16 } from "../redaction/utf16.ts";
import { WITHHELD } from "../stream/withhold.ts";
import type { Engine } from "./engine.ts";

/** What `keepOnly` leaves of a redacted value. */
export function keptOf(value: unknown, engine: Engine): unknown {
  const keeping = engine.keeping!;
  try {
    if (!(value instanceof Uint8Array)) return keeping.ofValue(value);
    const utf16 = readUtf16(value);
    const bytes =
      utf16 === undefined
        ? new TextEncoder().encode(keeping.ofText(new TextDecoder().decode(value)))
        : writeUtf16({ ...utf16, text: keeping.ofText(utf16.text), odd: utf16.odd.subarray(0, 0) });
    return Object.setPrototypeOf(bytes, Object.getPrototypeOf(value));
  } catch {
    engine.withhold(1);
    return WITHHELD;
  }
}

/** The same of JSON; without the option, all of it. */
export function keptOfJson(line: string, { keeping }: Engine): string {
  if (keeping === undefined) return line;
  return /^[[{]/.test(line) ? keeping.ofText(line) : JSON.stringify(keeping.ofValue(JSON.parse(line)));
}
