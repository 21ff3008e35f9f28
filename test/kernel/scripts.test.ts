import { describe, expect, test } from "vitest";
import { createRedactor } from "../../src/redactor/redactor.ts";
import { createByteRedactor } from "../../src/redactor/stream-redactor.ts";

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

  test("a rule of a user's own", () => {
    const own = createRedactor({ rules: ["*", { id: "own/code", key: ["λέξη"] }] });
    expect(own.redact("Λέξη: hunter22x")).toBe("Λέξη: [REDACTED]");
  });
});
