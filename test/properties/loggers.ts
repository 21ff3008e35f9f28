import winston from "winston";
import { redactFormat } from "../../src/adapters/winston.ts";
import { attack } from "./generate/attack.ts";
import { document } from "./generate/documents.ts";
import type { Case, Property } from "./property.ts";
import { redact } from "./subject.ts";

const MESSAGE = Symbol.for("message");
const { combine, json } = winston.format;
// In an order of its own, it makes pairs of members that are none in the entry.
const asGiven = { deterministic: false };
const plain = combine(json(asGiven));
const before = combine(redactFormat(), json(asGiven));
const after = combine(json(asGiven), redactFormat());

/** The line that a format makes of an entry. */
function lineOf(format: winston.Logform.Format, message: string, data: unknown): string {
  const entry = { level: "info", message, data, [Symbol.for("level")]: "info" };
  const made = format.transform(entry, {}) as { readonly [MESSAGE]?: unknown };
  return String(made[MESSAGE]);
}

export const loggers: Property = {
  name: "loggers",
  what: "an entry of winston, redacted as an object and as the line that is made of it: the same",
  make(choices): Case {
    const message = attack(choices);
    const data = document(choices);
    const line = lineOf(plain, message, data);
    return {
      inputs: [line],
      check() {
        const expected = redact(line);
        for (const [when, format] of [
          ["before", before],
          ["after", after],
        ] as const) {
          const out = lineOf(format, message, structuredClone(data));
          if (out !== expected)
            return {
              promise: "an entry is redacted as its line",
              detail: `${when} json()\nentry ${out}\nline  ${expected}`,
            };
        }
        return undefined;
      },
    };
  },
};
