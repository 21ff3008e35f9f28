import { describe, expect, test } from "vitest";
import { createRedactor } from "../../../src/redactor/redactor.ts";
import { createByteRedactor } from "../../../src/redactor/stream-redactor.ts";

const redactor = createRedactor({});
const stream = createByteRedactor({});

function inChunks(chunks: readonly Uint8Array[]): string {
  return Buffer.concat([...chunks.flatMap((chunk) => stream.push(chunk)), ...stream.end()]).toString();
}

/** Names beyond ASCII, in every case, in front of the separators that go with them. */
const cases: readonly (readonly [input: string, expected: string])[] = [
  ["contraseña=hunter22x&a=1", "contraseña=[REDACTED]&a=1"],
  ['{"contraseña":"hunter22x","usuario":"ann"}', '{"contraseña":"[REDACTED]","usuario":"ann"}'],
  ["Hasło: hunter22x", "Hasło: [REDACTED]"],
  ["user_lösenord=hunter22x", "user_lösenord=[REDACTED]"],
  ["пароль: hunter22x", "пароль: [REDACTED]"],
  ["Пароль=hunter22x, ПАРОЛЬ=hunter22x;", "Пароль=[REDACTED], ПАРОЛЬ=[REDACTED];"],
  ['{"новый_пароль":"hunter22x","логин":"ann"}', '{"новый_пароль":"[REDACTED]","логин":"ann"}'],
  ["密码：hunter22x，请登录", "密码：[REDACTED]，请登录"],
  ["用户密码=hunter22x", "用户密码=[REDACTED]"],
  ["パスワード：hunter22x。", "パスワード：[REDACTED]。"],
  ["비밀번호: hunter22x", "비밀번호: [REDACTED]"],
  ["كلمة المرور: hunter22x", "كلمة المرور: [REDACTED]"],
  ["mật khẩu: hunter22x", "mật khẩu: [REDACTED]"],
  // In escapes, at any depth.
  [String.raw`{"\u5bc6\u7801":"hunter22x","n":1}`, String.raw`{"\u5bc6\u7801":"[REDACTED]","n":1}`],
  [
    String.raw`{"m":"{\"\\u5bc6\\u7801\":\"hunter22x\"}"}`,
    String.raw`{"m":"{\"\\u5bc6\\u7801\":\"[REDACTED]\"}"}`,
  ],
  [String.raw`{"contrase\u00F1a":"hunter22x"}`, String.raw`{"contrase\u00F1a":"[REDACTED]"}`],
  [String.raw`{"m\u1eadt kh\u1ea9u":"hunter22x"}`, String.raw`{"m\u1eadt kh\u1ea9u":"[REDACTED]"}`],
  [
    "a=1&%D0%BF%D0%B0%D1%80%D0%BE%D0%BB%D1%8C=hunter22x&b=2",
    "a=1&%D0%BF%D0%B0%D1%80%D0%BE%D0%BB%D1%8C=[REDACTED]&b=2",
  ],
  ["m%e1%ba%adt+kh%e1%ba%a9u=hunter22x&b=2", "m%e1%ba%adt+kh%e1%ba%a9u=[REDACTED]&b=2"],
  [
    String.raw`{\x22\xE5\xAF\x86\xE7\xA0\x81\x22:\x22hunter22x\x22}`,
    String.raw`{\x22\xE5\xAF\x86\xE7\xA0\x81\x22:\x22[REDACTED]\x22}`,
  ],
  [String.raw`\u5bc6\u7801_1=hunter22x`, String.raw`\u5bc6\u7801_1=[REDACTED]`],
  // Another letter goes on with the name.
  [String.raw`{"\u5bc6\u7801\u9519":"hunter22x"}`, String.raw`{"\u5bc6\u7801\u9519":"hunter22x"}`],
  [
    String.raw`\u5bc6\u7801x=hunter22x \u5bc6\u7802=hunter22x`,
    String.raw`\u5bc6\u7801x=hunter22x \u5bc6\u7802=hunter22x`,
  ],
  ["%E5%AF%86%E7%A0%81%E9%94%99=hunter22x", "%E5%AF%86%E7%A0%81%E9%94%99=hunter22x"],
  // Words after them.
  [
    "密码_prod=hunter22x 密码1: hunter22x 密码Eu=hunter22x",
    "密码_prod=[REDACTED] 密码1: [REDACTED] 密码Eu=[REDACTED]",
  ],
  ["contraseñaEu=hunter22x пароль_type=hunter22x", "contraseñaEu=[REDACTED] пароль_type=hunter22x"],
  ["密码错误: hunter22x", "密码错误: hunter22x"],
  ["пароль: неверный", "пароль: неверный"],
  ["密码：不能为空", "密码：不能为空"],
  ["Цена: 5 €, код: 404 — готово", "Цена: 5 €, код: 404 — готово"],
];

describe("names in other scripts", () => {
  test.each(cases)("%s", (input, expected) => {
    expect(redactor.redact(input)).toBe(expected);
    expect(redactor.redact(expected)).toBe(expected);
    const bytes = Buffer.from(input);
    for (let cut = 1; cut < bytes.length; cut++) {
      expect(inChunks([bytes.subarray(0, cut), bytes.subarray(cut)]), `cut at ${cut}`).toBe(expected);
    }
    expect(inChunks([...bytes].map((byte) => Uint8Array.of(byte))), "byte by byte").toBe(expected);
  });

  test.each([0, 1, 2, 5, 61, 62, 63, 64, 65, 1918, 1919, 1920])(
    "wherever they stand: %d bytes in",
    (before) => {
      const text = `${"é".repeat(before)} пароль=hunter22x`;
      expect(redactor.redact(text)).toBe(text.replace("hunter22x", "[REDACTED]"));
    },
  );

  test("names of an object", () => {
    const value = {
      пароль: "hunter22x",
      用户密码: "hunter22x",
      contraseña: "hunter22x",
      пароли: "hunter22x",
    };
    expect(redactor.redact(value)).toEqual({
      пароль: "[REDACTED]",
      用户密码: "[REDACTED]",
      contraseña: "[REDACTED]",
      пароли: "hunter22x",
    });
  });

  test("a rule of a user's own", () => {
    const own = createRedactor({ rules: ["*", { id: "own/code", key: ["λέξη"] }] });
    expect(own.redact("Λέξη: hunter22x")).toBe("Λέξη: [REDACTED]");
  });
});
