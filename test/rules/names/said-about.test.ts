import { expect, test } from "vitest";
import { createRedactor } from "../../../src/redactor/redactor.ts";

const { redact } = createRedactor();

/** What is said about a credential in other languages, what declares one, and what looks one up: each beside a value. */
// biome-ignore format: a table
test.each([
  ["Passwort: mindestens 8 Zeichen", "Passwort: «mindestens8» Zeichen"],
  ["mot de passe : doit contenir un chiffre", "mot de passe : «doit7z» contenir"],
  ["contraseña: debe tener ocho letras", "contraseña: «debe7z» tener"],
  ["senha: campo obrigatório", "senha: «campo7z» novo"],
  ["パスワード: 8文字以上", "パスワード: «8文字7z»"],
  ["fn sign(body: &str, secret: &[u8]) -> bool", "secret: «&x1y2z3», body: a"],
  ["token: authentication failed for ann", "token: «authentications7z» failed"],
  ["passwd[7]: pam_unix(passwd:chauthtok): password changed for ann", "passwd[7]: «pam7unix» ann"],
  ["master = sensitive(var.master_password)", "master_password = «sensitive7z»"],
  ["{'password': [ErrorDetail(string='This field may not be blank.', code='blank')]}", "{'password': ['«Error7z»']}"],
  ["param token: the access token of the user", "token: «the7z»"],
  ["TASK [secrets : template token file] ***", "secrets : «template7z» file"],
])("leaves %s", (said, value) => {
  expect(redact(said)).toBe(said);
  expect(redact(value.replace(/[«»]/g, ""))).toBe(value.replace(/«[^»]*»/g, "[REDACTED]"));
});

test.each(["https://api.telegram.org/file/bot", "https%3A%2F%2Fapi.telegram.org%2Fbot"])(
  "a bot's token behind %s",
  (url) => {
    const colon = url.includes("%") ? "%3A" : ":";
    const secret = `5349382694${colon}AA${"q7Zx0VbN2mKe5RtY8uWc".repeat(2).slice(0, 33)}`;
    expect(redact(`GET ${url}${secret}/getMe`)).toBe(`GET ${url}[REDACTED]/getMe`);
    expect(redact(`GET ${url.replace("telegram", "telegrams")}12:ab/getMe`)).toContain("12:ab");
  },
);
