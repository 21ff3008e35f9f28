import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createRedactor, RedactorConfigError, type RedactorOptions } from "../../src/index.ts";

/** Values that have no beginning and no end in common. */
const unlike = (i: number): string => createHash("sha256").update(`${i}`).digest("hex").slice(0, 36);
const name = (i: number): string =>
  `nm${i.toString(26).replace(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)]!)}`;
const many = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

function messageOf(options: RedactorOptions): string {
  try {
    createRedactor(options);
  } catch (error) {
    expect(error).toBeInstanceOf(RedactorConfigError);
    return (error as Error).message;
  }
  return "";
}

describe("many options", () => {
  it("a thousand names", () => {
    const names = many(1000, name);
    const redactor = createRedactor({ keys: names });
    expect(names.filter((each) => redactor.redact(`${each}=pending`) !== `${each}=[REDACTED]`)).toEqual([]);
    expect(redactor.redact("nmother=pending")).toBe("nmother=pending");
  });

  it("a thousand allowed values that have nothing in common, and the secret beside them", () => {
    const values = many(1000, unlike);
    const redactor = createRedactor({ allow: values });
    expect(values.filter((each) => redactor.redact(`password=${each}`) !== `password=${each}`)).toEqual([]);
    for (const each of [`${unlike(7)}x`, unlike(7).slice(1), unlike(1001)])
      expect(redactor.redact(`password=${each}`)).toBe("password=[REDACTED]");
  });

  it("too many are refused with how many there can be", () => {
    expect(messageOf({ keys: many(20_000, name) })).toMatch(
      /^keys: too many names; \d{4} like these are possible$/,
    );
    expect(messageOf({ allow: many(100_000, unlike) })).toBe(
      "allow: 100000 texts have 3600000 bytes together; 262128 are possible",
    );
    expect(messageOf({ allow: ["x".repeat(4096)] })).toBe("allow: a text has 4096 bytes; 4095 are possible");
    expect(messageOf({ allow: ["x".repeat(4095)] })).toBe("");
  });

  it("the narrower of two names has its own censor, whichever comes first", () => {
    for (const keys of [
      ["card", { name: "_card", censor: "mask" }, { name: "=card", censor: "label" }],
      [{ name: "=card", censor: "label" }, { name: "_card", censor: "mask" }, "card"],
    ] as const)
      expect(createRedactor({ keys }).redact("discard=1234 my_card=1234 card=1234")).toBe(
        "discard=[REDACTED] my_card=**** card=[REDACTED:user/key]",
      );
  });
});
