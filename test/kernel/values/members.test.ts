import { describe, expect, test } from "vitest";
import { createRedactor } from "../../../src/redactor/redactor.ts";
import { createByteRedactor } from "../../../src/redactor/stream-redactor.ts";
import { nameWords } from "../../../src/rules/words/name-words.ts";
import { marked } from "../cases/marked.ts";

const redactor = createRedactor();
const { redact } = redactor;
const stream = createByteRedactor();

// biome-ignore format: one text a line
const objects: readonly string[] = [
  '{"credentials":{"user":"ann","key":"«hunter22x»"},"n":1}',
  '{"credentials":{"n":"«4815162342»","port":5432,"ok":true,"none":null},"n":1}'.replace('"«', "«").replace('»"', "»"),
  '{"credentials":{"jti":"0000000000ecaf1bf","scopes":["read:users","write"],"list":["«candle2940»"]}}',
  '{"accessKey":{"status":"Active","userName":"ann","createDate":"Jul 10, 2026"}}',
  '{"accessKey":{"status":"Active","userNamed":"«ann of marzipan»","createData":"«Jul 10, 2026»"}}',
  // A member that is not a secret is text like any other.
  '{"credentials":{"id":"password=«hunter22x»","user":"ann","k":"«candle2940»"},"msg":"token=«hunter22x»"}',
  '{"credentials":{"user":{"name":"ann","word":"«hunter22x»"},"k":"«candle2940»"}}',
  // Its own name decides.
  '{"credentials":{"token_id":"t-1","api_key_v2_id":"7","password":"«hunter22x»"}}',
  '{"password":{"type":"string","value":"«hunter22x»"}}',
  '{"credentials":{"path":"vault/x","value":"«hunter22x»"}}',
  // The schema of a credential.
  '{"properties":{"password":{"type":"string","minLength":8,"default":"string","description":"at least eight"}},"n":1}',
  '{"properties":{"password":{"type":["string","null"],"default":"«hunter22x»","title":"what it is called"}},"n":1}',
  '{"properties":{"password":{"type":"string","title":"«what it is called»","k":"«hunter22x»"}},"n":1}',
  '{"properties":{"password":{"type":"fruit","title":"«what it is called»"}},"n":1}',
  '{"password":{"$ref":"#/components/password"},"n":1}',
  "password: { type: String, required: true, minlength: [8, 'too short'] }",
  // Nested, and in arrays.
  '{"credentials":[["«hunter22x»"],{"a":{"b":["«candle2940»",{"c":"«silver-fox»"}]}}],"msg":"candle2940"}',
  '{"password":["«hunter22x»",{"a":"«candle2940»"},"«silver-fox»"],"msg":"candle2940"}',
  // Other notations.
  "{ credentials: { user: 'ann', key: '«hunter22x»', n: «4815162342» }, id: 'candle2940' }",
  "{'credentials': {'user': 'ann', 'key': '«hunter22x»'}, 'id': 'candle2940'}",
  '{:credentials=>{:user=>"ann", :key=>"«hunter22x»"}, :id=>"candle2940"}',
  "credentials={user=ann, key=«hunter22x»} candle2940",
  'credentials: { user: "ann", fn: Secret("«hunter22x»") } candle2940',
  // Printed over lines.
  '{\n  "credentials": {\n    "user": "ann",\n    "key": "«hunter22x»",\n    "list": [\n      "«candle2940»"\n    ]\n  },\n  "n": "candle2940"\n}\n',
  // A line that was cut takes nothing of the next one along.
  '{"credentials":{"key":"«hunter22x»",\n{"msg":"candle2940"}\n',
  // Strings with brackets in them.
  '{"credentials":{"key":"«}]hunter22x»"},"msg":"candle2940"}',
];

describe.each(
  objects.flatMap((text) => [
    ["as it is", text] as const,
    ["in a string", JSON.stringify({ a: text })] as const,
  ]),
)("%s: %s", (_, text) => {
  const [input, clean] = marked(text);

  test("loses what is secret", () => {
    expect(withoutQuotes(redact(input))).toBe(withoutQuotes(clean));
    expect(redact(redact(input))).toBe(redact(input));
  });

  test("cut at any byte", () => {
    const bytes = Buffer.from(input);
    for (let cut = 0; cut <= bytes.length; cut++) {
      const out = [
        ...stream.push(bytes.subarray(0, cut)),
        ...stream.push(bytes.subarray(cut)),
        ...stream.end(),
      ];
      expect(Buffer.concat(out).toString()).toBe(redact(input));
    }
  });
});

/** A number in JSON gives way to a string. */
function withoutQuotes(text: string): string {
  return text.replace(/(?<=:)\\*"(\[REDACTED\])\\*"/g, "$1");
}

describe.each(nameWords.filter(({ says }) => says === "stays"))("stays: $example, not $not", (row) => {
  const isFound = (name: string) => redact(`{"credentials":{"${name}":"marzipan"}}`).includes("[REDACTED]");

  test("at a name's end, and whole", () => {
    expect(isFound(row.example)).toBe(false);
    expect(isFound(row.not)).toBe(true);
    for (const word of row.words.split(" ")) {
      for (const name of [word, `some_${word}`]) expect(isFound(name), name).toBe(false);
      expect(isFound(`${word}qq`), word).toBe(true);
    }
  });
});

describe.each(nameWords.filter(({ says }) => says === "describes" || says === "shows"))(
  "$says: $example",
  (row) => {
    const isFound = (name: string) =>
      redact(`{"password":{"type":"string","${name}":"marzipan of otters"}}`).includes("[REDACTED]");

    test("in a schema, and whole", () => {
      for (const word of row.words.split(" ")) {
        if (word !== "type" && word !== "ref") expect(isFound(word), word).toBe(row.says === "shows");
        expect(isFound(`${word}qq`), word).toBe(true);
        if (row.says === "shows") continue;
        expect(
          redact(`{"password":{"type":"string","a":{"${word}":"x"},"title":"marzipan of otters"}}`),
        ).toContain("[REDACTED]");
      }
    });
  },
);
