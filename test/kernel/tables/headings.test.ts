import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRedactor } from "../../../src/redactor/redactor.ts";
import { createByteRedactor } from "../../../src/redactor/stream-redactor.ts";
import { times } from "../../long.ts";
import { marked } from "../cases/marked.ts";

// biome-ignore format: one table a line
const tables: Readonly<Record<string, readonly string[]>> = {
  "of CSV and TSV": [
    "id,email,password,created\n1,a@example.com,«hunter22x»,2026-03-01\n2,b@example.com,«candle2940»,2026-03-02\n",
    "username,password\r\nann,«hunter22x»\r\nbob,«silver-fox»\r\n",
    "username,password\nann,«hunter22x»",
    "id\tapi_key\tname\n7\t«9f3a7b2c»\tann\n",
    "a\tpassword\n#\t«hunter22x»\n",
    "user;passwort;ort\nann;«hunter22x»;Bonn\n",
    '"user","password"\n"ann","«hunter, 22""x»"\n"bob",«candle»\n',
    "User name,Password,Access key ID,Secret access key,Link\nann,«fox17»,,«9sU6Qr1yWTT»,https://x.example/a\n",
    "a,password,b,token\n1,,2,«k3v9»\n1,null,2,[REDACTED]\n",
    '{"body":"id,password\\n1,«hunter22x»\\n2,«candle»","n":7}',
    "id,password\n1,«hunter22x»\n\n3,candle\n",
    "id,password\n1,«hunter22x»\n1,2,3\n4,candle\n",
    "at 10:15:00,123: export\nid,password\n1,«hunter22x»\n",
    "id|email|password\n1|a@example.com|«hunter22x»\n(1 row)\n",
  ],
  "with other credentials in their rows": [
    "id,url,password\n1,https://ann:«candle2940»@x.example/,«hunter22x»\n",
    'password,note\n«hunter22x»,"token=«k3v9q7»"\n«candle», token=«k3v9q7»\n',
  ],
  "drawn with bars": [
    " id | email | password\n----+-------+----------\n  1 | a@b.c | «hunter22x»\n  2 | d@e.f | \n(2 rows)\n",
    "+----+-----------+\n| id | api_token |\n+----+-----------+\n|  1 | «9f3a7b»    |\n|  2 | NULL      |\n+----+-----------+\n",
    "| id | token |\n|---:|-------|\n|  1 | «9f3a7b» |\n\n|  2 | 9f3a7b |\n",
    "┌─────────┬───────────┐\n│ (index) │ password  │\n├─────────┼───────────┤\n│ 0       │ '«h7kkQz9»' │\n└─────────┴───────────┘\n",
    "┌────┬───────┐\n│ id │ token │\n├────┼───────┤\n│  1 │ «9f3a7b» │\n└────┴───────┘\n",
  ],
  "that are none": [
    "id,password,ok\nINSERT INTO users (id, password) VALUES (7, '«hunter22x»')\n",
    "name,email,password are required\nplease,try,again\n",
    "id,integer\npassword,varchar\nname,text\n",
    " Column | Type | Null\n--------+------+-----\n password | text | not null\n name | text | x9\n",
    "We take user, password\nnext, line7\n",
    "f(user,password\n7,x9\n",
    "id,password\nnothing else\n1,hunter22x\n",
    "id,password",
    "password\nann,hunter22x\n",
  ],
};

describe.each(Object.entries(tables))("tables %s", (_, cases) => {
  test.each(cases.map(marked))("%j", (text, expected) => {
    const { redact } = createRedactor();
    expect(redact(text)).toBe(expected);
    expect(redact(expected)).toBe(expected);
  });
});

test("a table comes out the same however it is cut", () => {
  const stream = createByteRedactor({});
  const cell = fc.constantFrom(
    "1",
    "ann",
    "hunter22x",
    "",
    "token=k3v9q7",
    '"a ""b"" c"',
    `${"ghp"}_${"a1B2c3D4e5".repeat(4)}`,
    "[REDACTED]",
    "x ".repeat(90),
  );
  const name = fc.constantFrom("id", "password", "api_key", '"token"', "secret access key", "");
  const mark = fc.constantFrom(",", "\t", "|", " | ", ";");
  const end = fc.constantFrom("\n", "\r\n", "\\n", "\n\n", "");
  const text = fc
    .tuple(
      fc.array(name, { minLength: 1, maxLength: 4 }),
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 4 }),
      mark,
      end,
      fc.boolean(),
    )
    .map(([head, rows, between, over, rule]) =>
      [head, ...(rule ? [["---", "---"]] : []), ...rows].map((row) => row.join(between) + over).join(""),
    );
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 3 }),
      fc.array(fc.nat(), { maxLength: 6 }),
      (texts, cuts) => {
        const bytes = Buffer.from(texts.join("\n"));
        const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
        const pieces = edges.slice(1).map((edge, i) => bytes.subarray(edges[i], edge));
        const whole = Buffer.concat([...stream.push(bytes), ...stream.end()]).toString();
        const cut = Buffer.concat([
          ...pieces.flatMap((piece) => stream.push(piece)),
          ...stream.end(),
        ]).toString();
        expect(cut).toBe(whole);
      },
    ),
    { numRuns: times(500) },
  );
});
