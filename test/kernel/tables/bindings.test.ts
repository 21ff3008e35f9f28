import { expect, test } from "vitest";
import { createRedactor } from "../../../src/redactor/redactor.ts";
import { expectAtEveryCut } from "../cases/at-every-cut.ts";
import { marked } from "../cases/marked.ts";

const { redact } = createRedactor();

// biome-ignore format: one text a line
const bound: readonly string[] = [
  // TypeORM, Laravel, Knex, Sequelize, SQLAlchemy, psycopg, Django, PostgreSQL, H2, datasource-proxy.
  'query: INSERT INTO "user"("id", "name", "password") VALUES (NULL, ?, ?) -- PARAMETERS: ["ann","«x1 y2\'z3»"]\nnext',
  '{"sql":"insert into `users` (`email`, `password`) values (?, ?)","bindings":["ann@shop.example","«hunter22x»"]}',
  '{"a":"{\\"sql\\":\\"insert into users (email, password) values (?, ?)\\",\\"bindings\\":[\\"ann\\",\\"«hunter22x»\\"]}"}',
  "{\n  sql: 'insert into \"users\" (\"api_token\", \"name\") values ($1, $2)',\n  bindings: [\n    '«hunter22x»',\n    'ann'\n  ]\n}",
  "{ query: 'INSERT INTO \"users\" (\"name\",\"password\") VALUES ($1,$2);', bind: [ 'ann', '«hunter22x»' ] }",
  "INSERT INTO users (name, password) VALUES (?, ?)\n2026-11-29 22:59:39 INFO Engine [generated in 0.00015s] ('ann', '«hunter22x»')\n",
  "INSERT INTO users (name, password) VALUES (?, ?)\nINFO [cached since 0.1s ago] [('bob', '«hunter22x»'), ('eve', '«a b c»')]\n",
  "no such table\n[SQL: insert into accounts (login, password) values (?, ?)]\n[parameters: ('ann', '«hunter22x»')]\n",
  "(0.000) UPDATE t SET password = %s WHERE name = %s; args=('«hunter22x»', 'ann'); alias=default",
  "execute <unnamed>: insert into users (name, password) values ($1, $2)\nDETAIL:  parameters: $1 = 'ann', $2 = '«hunter22x»'\n",
  "insert into users (name, password, api_token) values (?, ?, ?) {1: 'ann', 2: '«hunter22x»', 3: '«candle2940»'};",
  'Query:["insert into users (name, password, token) values (?, ?, ?)"]\nParams:[(ann,«Hunter22x»,«Candle2940»)]',
  "SQL: insert into `users` (`name`, `password`) values (ann, «q9VelvetAnvil4410x»))",
  // By name, wherever it is in the statement.
  'UPDATE "user" SET x = ?, "token" = ? WHERE "name" = ? AND password=? -- PARAMETERS: [1,"«hunter22x»","ann","«p q»"]',
  "{ sql: 'update users set reset_token = $2 where password = $1', bindings: [ '«hunter22x»', '«x1y2»' ] }",
  "SELECT users.id\nFROM users\nWHERE users.api_token = ?\nINFO [raw sql] ('«hunter22x»',)",
  // Ecto.
  'INSERT INTO "users" ("email","password") VALUES ($1,$2) RETURNING "id" ["a@b.example", "«hunter22x»"]',
  'UPDATE "users" SET "password" = $1 WHERE "id" = $2 ["«hunter22x»", 7]\nnext',
  // Rows, a literal beside them, a clause after them.
  "INSERT INTO t (name, password) VALUES (?, ?), (?, ?) -- PARAMETERS: ['ann', '«hunter22x»', 'bob', '«candle2940»']",
  "INSERT INTO t (kind, password) VALUES ('a', ?) RETURNING id -- PARAMETERS: ['«hunter22x»', 'hunter22x']",
];

test.each(bound)("what a statement binds under a secret column's name: %s", (text) => {
  expectAtEveryCut(...marked(text));
});

// biome-ignore format: one text a line
const others: readonly string[] = [
  "SELECT 1 FROM t WHERE password = $1",
  "INSERT INTO t ([name], [password]) VALUES (@a, @b) ['ann', 'hunter22x']",
  "UPDATE t SET [password] = $1 WHERE [id] = x['hunter22x']",
  "INSERT INTO users (name, email) VALUES (?, ?) -- PARAMETERS: ['ann', 'hunter22x']",
  "INSERT INTO users (name, password) VALUES (?, ?) -- PARAMETRIC: ['ann', 'hunter22x']",
  "INSERT INTO users (name, password) VALUES (?, ?) -- PARAMETERS, ['ann', 'hunter22x']",
  "INSERT INTO users (name, password) VALUES (?, ?)\na\nb\nparameters: ['ann', 'hunter22x']",
  "UPDATE users SET password = ? WHERE name = ?\na\nb\nargs=('hunter22x', 'ann')",
  "UPDATE users SET password = ?x WHERE name = ? -- PARAMETERS: ['hunter22x', 'ann']",
  "UPDATE users SET password < ? WHERE name = ? -- PARAMETERS: ['hunter22x', 'ann']",
  "INSERT INTO users (name, password) VALUES ($1, $0) -- PARAMETERS: ['ann', 'hunter22x']",
  // Another member is none of a string in which a statement only stands somewhere.
  '{"url":"/?q=insert into users (name, password) values (?, ?)","params":["ann","hunter22x"]}',
  '{"sql":"insertion into users; insert into users (name, password) values (?, ?)","params":["ann","hunter22x"]}',
  "INSERT INTO users (name, password) VALUES (p_name, p_password)",
];

test.each(others)("nothing is bound to a secret column here: %s", (text) => {
  expectAtEveryCut(text, text);
});

test.each([
  'VALUES ($1, $2)\narray(2) {\n  ["password"]=>\n  string(9) "«hunter22x»"\n  ["ok"]=>\n  bool(true)\n}',
  'VALUES ($1, $2)\narray(2) { [0]=> string(3) "ann"  [1]=> string(9) "hunter22x" }',
  'VALUES ($1, $2)\n10.0.0.7 - - [22/Nov/2025:14:08:03 +0000] "GET /?password=«hunter22x» HTTP/1.1" 200 12',
])("what is no list hides nothing behind a statement: %s", (text) => {
  expectAtEveryCut(...marked(`INSERT INTO t (a, password) ${text}`));
});

test("a list in a member is found in an object, too", () => {
  const value = { sql: "insert into users (name, password) values (?, ?)", bindings: ["ann", "hunter22x"] };
  expect(redact(value)).toEqual({ ...value, bindings: ["ann", "[REDACTED]"] });
  expect(JSON.stringify(redact(value))).toBe(redact(JSON.stringify(value)));
});

test("a token in front of JSON is no class of an object", () => {
  for (const text of ['login token=«Zq8Lw2Xk» {"a":1}', "login token=«Zq8Lw2Xk» {}"]) {
    expectAtEveryCut(...marked(text));
  }
});
