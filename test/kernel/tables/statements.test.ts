// Values of SQL: quotes in a row, which standard SQL and MySQL read otherwise, and strings over lines.
import { describe, test } from "vitest";
import { expectAtEveryCut } from "../cases/at-every-cut.ts";
import { marked } from "../cases/marked.ts";

// biome-ignore format: a table
const cases: Readonly<Record<string, readonly string[]>> = {
  "that begins with quotes, each of them two": [
    "SELECT * FROM users WHERE password='«''''''Zq8Lw2Xk9V»' AND ok = 1",
    "UPDATE users SET password='«''''a»', ok = true WHERE id = 7",
    "INSERT INTO users (id, password, ok) VALUES (7, '«''''''Zq8, Lw2Xk»', true)",
    `WHERE password="«""""""Zq8Lw2Xk9V»" AND ok = 1`,
    `{"q":"WHERE password='«''''''Zq8Lw2Xk9V»' AND ok"}`,
    // No string goes on in a word.
    "password=''''«Zq8Lw2Xk9V»'",
    "password=''''''«Zq8Lw2Xk9V»' ok",
    `password=""""«Zq8Lw2Xk9V»"`,
    `password = """"""\nok = 1`,
    // Languages have three around a string.
    "password = '''«two words 22»'''",
    'password = """«two words 22»"""\nok = 1',
  ],
  // MySQL ends the string before the sign, standard SQL after it.
  "with an escaped quote and one more before a sign": [
    "UPDATE users SET password='«\\''#Zq8Lw2Xk9V»', ok = true WHERE id = 7",
    "password='«a\\''#Zq8Lw2Xk9V»' ok",
    "INSERT INTO users (id, password, ok) VALUES (7, '«\\''#Zq8Lw2Xk9V»', true)",
    `{"q":"WHERE password='«\\\\''#Zq8Lw2Xk9V»' AND ok"}`,
    // Where a cell may end, it does.
    "UPDATE users SET password='«a\\'», ok = 'true' WHERE id = 7".replace("», ok", "»', ok"),
  ],
  "over lines": [
    "INSERT INTO users (id, password, ok) VALUES (7, '«one»\n‹two 22›', true)\nnext = 'x'",
    "INSERT INTO users (id, password, ok) VALUES (7, '«one»\r\n‹, two''s›\n‹22›', true), (8, '«b22x»', 1)",
    "INSERT INTO users (id, ua, password) VALUES (7, 'one\ntwo, x', '«marzipan-otter-4»')",
    "UPDATE users SET ok = 1, password = '«one»\n‹two, it''s 22›' WHERE id = 7\nnext = 'x'",
    "SELECT id FROM users\nWHERE u.password = '«one»\r\n‹two 22›'\nAND ok = 1",
    "INSERT INTO users (id, password, ok) VALUES (7, '\n«two 22»', true)",
    "UPDATE users SET password = '\n\n«two 22»' WHERE id = 7",
    "INSERT INTO users (id, password, ok) VALUES (7, '«''»\n‹x22›', true)",
    "INSERT INTO users (id, password, ok) VALUES (7, '«);»\n‹x22›', true)",
    "UPDATE users SET ua = 'a\nb', password = '«x22»', token = '\n«b22x»' WHERE id = 7",
    "INSERT INTO users (id, password, ok) VALUES (7, '\n', true)",
    "UPDATE users SET password = '\nnext line 22\n",
    // In a string of JSON, they are written.
    String.raw`{"sql":"INSERT INTO users (a, password, token) VALUES (7, '«one»\n‹two 22›', '«b22x»')","n":1}`,
    String.raw`{"sql":"UPDATE users SET password = '«one»\n‹two 22›' WHERE id = 7","n":1}`,
    // What ends no value of a statement is another line.
    "UPDATE users SET password = '«one»\ntwo 22 it's more\n",
    "set x; password = '«one»\n{ a: 22 }\n",
    "INSERT INTO users (id, password, ok) VALUES (7, '«one»\ntwo 22' and more\n",
  ],
};

/** What goes without a mark of its own stands between ‹ and ›. */
const overLines = (text: string): [string, string] => {
  const [input, expected] = marked(text);
  return [input.replace(/[‹›]/g, ""), expected.replace(/‹[^›]*›/g, "")];
};

describe.each(Object.entries(cases))("a value %s", (_name, texts) => {
  test.each(texts)("%j", (text) => expectAtEveryCut(...overLines(text)));
});
