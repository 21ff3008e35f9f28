import { describe, expect, test } from "vitest";
import { type Censor, createRedactor } from "../../src/index.ts";
import { bytesOf } from "../program/matching.ts";
import { randomSecret } from "../samples/random-secret.ts";
import { allLines } from "./sample-lines.ts";

const censors: readonly (readonly [string, Censor])[] = [
  ["redacted", "redacted"],
  ["label", "label"],
  ["mask", "mask"],
  ["a text", { text: "(gone)" }],
];

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

describe.each(censors)("redacting twice is redacting once: %s", (_name, censor) => {
  const redactor = createRedactor({ censor });

  test("every line", () => {
    // Their samples open quotes that they do not close: what is replaced closes one of them.
    const open = ["argument/from-literal", "argument/values"];
    const lines = allLines.filter(([name]) => !open.includes(name));
    const changed = lines.flatMap(([name, line]) => {
      const once = latin1(redactor.redact(bytesOf(line)));
      const twice = latin1(redactor.redact(bytesOf(once)));
      return once === twice ? [] : [{ name, once, twice }];
    });
    expect(changed).toEqual([]);
  });

  test.each([
    ["an array of one", (secret: string) => `map[Authorization:[${secret}] X-Id:[7]]`],
    ["a list printed by Java", (secret: string) => `{accept=[*/*], token=[${secret}], id=[7]}`],
    ["a cookie and its neighbour", (secret: string) => `Set-Cookie: a=${secret}; b="${secret}"; Path=/`],
    [
      "a cookie behind a colour",
      (secret: string) => `Cookie: a=\x1b[33m${secret}\x1b[39m; b=\x1b[1m${secret}`,
    ],
    ["a number", (secret: string) => `{"password":12345678,"pin":"${secret}"}`],
    ["an object", (secret: string) => `{"password":{"a":["${secret}"]},"ok":true}`],
    [
      "behind a URL's user that is a name",
      (secret: string) => `https://x-access-token:${secret}@a.example/b.git`,
    ],
    ["before a colon", (secret: string) => `Bearer ${secret}7a8b9c0d: ${secret}`],
    ["before an equals sign", (secret: string) => `Authorization: Bearer ${secret} = UTC`],
  ])("%s", (_what, render) => {
    const once = redactor.redact(render(randomSecret(20)));
    expect(redactor.redact(once)).toBe(once);
  });
});

test("no replacement is a secret", () => {
  const redactor = createRedactor();
  for (const mark of ["[REDACTED]", "[REDACTED:key/password]", "*".repeat(20)]) {
    for (const before of [
      "password=",
      '"password":"',
      "Authorization: Bearer ",
      "Cookie: a=",
      "--token ",
      "x ",
    ]) {
      expect(redactor.scan(`${before}${mark}`), before).toEqual([]);
    }
  }
});

test("a text in angle brackets, percent-encoded", () => {
  const redactor = createRedactor({ censor: { text: "<gone>" } });
  const once = redactor.redact(`q=%7B%22authorization%22%3A%22${randomSecret(12)}'s%22%7D`);
  expect(redactor.redact(once)).toBe(once);
});

// Of other replacements, where they end cannot be told.
test.each<Censor>(["redacted", "label"])("what is glued to a replaced object: %s", (censor) => {
  const redactor = createRedactor({ censor });
  const secret = randomSecret(12);
  const once = redactor.redact(`token={a: ${secret}}Cookie: a=${secret};`);
  expect(redactor.redact(once)).toBe(once);
});
