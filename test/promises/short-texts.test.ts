import { expect, test } from "vitest";
import { createRedactor } from "../../src/redactor/redactor.ts";

// Short texts are written into the kernel's memory character by character.
test.each(["z", "\x7f", "\x80", "é", "ÿ", "ж", "語", "😀", "\ud800", "\udc00"])(
  "a short text with %j is what it is in a long one",
  (sign) => {
    const { redact, scan } = createRedactor();
    for (const [short, redacted] of [
      [`${sign} pwd=x1y2z3w`, `${sign} pwd=[REDACTED]`],
      [`pwd=x1y2z3w ${sign}`, `pwd=[REDACTED] ${sign}`],
    ] as const) {
      const rest = ` ${"the disk is full ".repeat(5)}`;
      expect(redact(short)).toBe(redacted);
      expect(redact(short + rest)).toBe(redacted + rest);
      expect(scan(short)).toEqual(scan(short + rest));
    }
  },
);
