import { describe, test } from "vitest";
import { expectAtEveryCut } from "../cases/at-every-cut.ts";
import { marked } from "../cases/marked.ts";

/** Tables of command lines, whose heading is in capitals, and lists of what a statement binds, with blanks between. */
// biome-ignore format: a table
const cases = {
  "columns that blanks align": [
    "NAME   TOKEN             EXPIRES\nann    «marzipan-otter-4»  2026-03-02\nbob    «hunter22x»         2026-03-03\ndone, 2 rows",
    "TOKEN                     TTL   EXPIRES\n«abcdef.0123456789abcdef»   23h   2026-03-02\n",
    "USER   PASSWORD\nann    «hunter22x»\n2026-03-02 09:14:01 done and so on\n",
    "NAME      SECRETS   AGE\ndefault   1         2d\n",
    "NAME      TYPE      SECRET\na         b         c d e\n",
    "User   Token\nann    hunter22x-and-more\n",
    "A TOKEN EXPIRES\na hunter22x-and-more 2026\n",
  ],
  "lists of Go": [
    "UPDATE users SET api_key = $1 WHERE id = $2 [«hunter22x» 7]",
    "INSERT INTO users (name, password, age) VALUES ($1, $2, $3) [ann «hunter22x» 7]",
    'query="UPDATE users SET password = ? WHERE id = ?" args="[«hunter22x» 7]"',
    "UPDATE users SET password = $1 WHERE id = $2 [rows affected]",
    "UPDATE users SET password = $1 WHERE id = $2 [0.5ms 1 row]",
  ],
  "columns of COPY in quotes": [
    'COPY users ("id", "password") FROM stdin;\n1\t«hunter22x»\n\\.\n',
    'COPY public.users ("password",id) FROM stdin;\n«hunter22x»\t1\n\\.\n',
    'COPY users ("id", "password_hint_id") FROM stdin;\n1\thunter22x\n\\.\n',
  ],
  "a list behind a colon": [
    'UPDATE "user" SET "password"=$1 WHERE "id"=$2: [\'«hunter22x»\', 7]',
    'UPDATE "user" SET "password"=$1 WHERE "id"=me: [\'hunter22x\', 7]',
  ],
  "pairs of ActiveRecord": [
    'INSERT INTO "users" ("email", "token") VALUES ($1, $2) RETURNING "id"  [["email", "ann smith"], ["token", "«hunter22x»"]]',
  ],
  "a string on the line below, with which the text ends": ['a\n  token =\n  "«x1y2z3»"', 'a\n  tokens =\n  "x1y2z3"'],
  "facets of EF Core": [
    "[Parameters=[@p0='ann' (Size = 4), @p1='«hunter22x»' (Nullable = false) (Size = 40)]]\n      INSERT INTO Users (Name, Password) VALUES (@p0, @p1);",
    "[Parameters=[@p1='7', @p0='«hunter22x»' (Size = 40)], CommandType='Text']\n      UPDATE [Users] SET [PasswordHash] = @p0 WHERE [Id] = @p1;",
    "[Parameters=[@p2='7', @p0='ann' (Size = 4), @p1='«hunter22x»'], CommandType='Text']\n      UPDATE [Users] SET [Name] = @p0, [PasswordHash] = @p1 WHERE [Id] = @p2;",
  ],
} as const;

describe.each(Object.entries(cases))("%s", (_name, texts) => {
  test.each(texts)("%j", (text) => expectAtEveryCut(...marked(text)));
});
