import { describe, expect, test } from "vitest";
import { type Censor, createRedactor } from "../../src/index.ts";
import { bytesOf } from "../program/matching.ts";
import { allLines, randomSecret } from "./sample-lines.ts";

const censors: readonly (readonly [string, Censor])[] = [
  ["redacted", "redacted"],
  ["label", "label"],
  ["mask", "mask"],
  ["a text", { text: "<gone>" }],
];

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

describe.each(censors)("redacting twice is redacting once: %s", (_name, censor) => {
  const redactor = createRedactor({ censor });

  test("every line", () => {
    const changed = allLines.flatMap(([name, line]) => {
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
    ["a number", (secret: string) => `{"password":12345678,"pin":"${secret}"}`],
    ["an object", (secret: string) => `{"password":{"a":["${secret}"]},"ok":true}`],
    ["before a colon", (secret: string) => `Bearer ${secret}7a8b9c0d: ${secret}`],
    ["before an equals sign", (secret: string) => `Authorization: Bearer ${secret} = UTC`],
  ])("%s", (_what, render) => {
    const once = redactor.redact(render(randomSecret(20)));
    expect(redactor.redact(once)).toBe(once);
  });
});

test("no replacement matches a rule", () => {
  const redactor = createRedactor();
  for (const [, line] of allLines) {
    const found = createRedactor({ censor: "label" }).redact(line).match(/\[REDACTED:[^\]]*\]/g) ?? [];
    for (const label of found) expect(redactor.scan(`x ${label} y`)).toEqual([]);
    break;
  }
  for (const mark of ["[REDACTED]", "[REDACTED:key/password]", "*".repeat(20)]) {
    for (const before of ["password=", '"password":"', "Authorization: Bearer ", "Cookie: a=", "--token "]) {
      expect(redactor.scan(`${before}${mark}`), before).toEqual([]);
    }
  }
});
