import { describe, expect, test } from "vitest";
import { redact } from "../../src/index.ts";
import { masks } from "../../src/rules/values/masks.ts";

/** Without a blank or a quote, which end an unquoted value. */
const isOneWord = (value: string): boolean => !/[\s"'`,;<>&\]})]/.test(value);

const places: readonly (readonly [
  name: string,
  place: (value: string) => string,
  fits?: (value: string) => boolean,
])[] = [
  ["JSON", (value) => JSON.stringify({ password: value, n: 1 })],
  ["JSON in JSON", (value) => JSON.stringify({ body: JSON.stringify({ password: value, n: 1 }) })],
  // A word and a blank are a scheme there.
  [
    "a header in JSON",
    (value) => JSON.stringify({ authorization: value, n: 1 }),
    (value) => !/^[\w-]+ /.test(value),
  ],
  ["YAML", (value) => `  password: ${value}`, (value) => !/^["'{[]/.test(value)],
  ["logfmt", (value) => `level=info password=${value} user=ann`, isOneWord],
  [
    "a struct of Go",
    (value) => `{User:ann Password:${value} Port:5432}`,
    (value) => isOneWord(value) && !value.includes(":"),
  ],
];

describe.each(masks.map((mask) => [mask.examples[0]!, mask] as const))("%s", (_name, { examples, not }) => {
  test.each(examples.map((value) => [value]))("%s stays", (value) => {
    for (const [name, place, fits] of places) {
      if (fits?.(value) === false) continue;
      expect(redact(place(value)), name).toBe(place(value));
    }
    expect(redact({ password: value, token: [value] })).toEqual({ password: value, token: [value] });
  });

  test.each(not.map((value) => [value]))("%s is a secret", (value) => {
    expect(redact({ password: value })).toEqual({ password: "[REDACTED]" });
    const text = JSON.stringify({ password: value, n: 1 });
    expect(redact(text)).toBe('{"password":"[REDACTED]","n":1}');
    if (isOneWord(value) && !value.startsWith("["))
      expect(redact(`password: ${value}`)).toBe("password: [REDACTED]");
  });
});

test("each mask has an example and a near miss", () => {
  for (const { pattern, examples, not } of masks) {
    const whole = new RegExp(`^(?:${pattern})$`, "i");
    expect(examples.filter((value) => !whole.test(value))).toEqual([]);
    expect(not.filter((value) => whole.test(value))).toEqual([]);
    expect(not.length).toBeGreaterThan(0);
  }
});
