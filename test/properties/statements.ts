import type { Choices } from "./choices.ts";
import { parsed } from "./oracles.ts";
import type { Case, Failure, Property } from "./property.ts";
import { redact } from "./subject.ts";

const SECRETS = ["Zq8Lw2Xk9Vb4", "h5Jp7Nc3Gd8W", "k9Rt6Yw2Mf4s"] as const;
const OTHERS = ["bravo", "delta", "oscar"] as const;

/** What a value may hold; a backslash means something else in each dialect. */
const parts = [
  " ",
  "a",
  "\n",
  "\r\n",
  "\n\n",
  "'",
  '"',
  ", ",
  ");",
  "(",
  "- ",
  "=",
  "7",
  "VALUES ('x'",
  "{",
  "]",
] as const;
const secretColumns = ["password", "api_token", "client_secret"] as const;
const otherColumns = ["id", "note", "city"] as const;

/** A value in which `word` stands, on the first of its lines or on another. */
function valueWith(choices: Choices, word: string): string {
  const run = (): string => choices.list(1, 4, () => choices.pick(parts)).join("");
  return `${run()}${word}${run()}`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** In text, in a string of JSON, and in one in that. */
const hosts: readonly ((statement: string) => string)[] = [
  (statement) => `${statement}\nnext line\n`,
  (statement) => JSON.stringify({ ms: 3, sql: statement, ok: true }),
  (statement) => JSON.stringify({ body: JSON.stringify({ sql: statement, n: 7 }) }),
];

export const statementStrings: Property = {
  name: "statement-strings",
  what: "values of a statement that go on over lines, in text and in strings of JSON: those under secret columns go, the others stay",
  make(choices): Case {
    const members = choices.list(2, 4, (i) =>
      choices.isOneOf(2)
        ? { column: secretColumns[i % 3]!, word: SECRETS[i % 3]!, isSecret: true }
        : { column: otherColumns[i % 3]!, word: OTHERS[i % 3]!, isSecret: false },
    );
    const values = members.map(({ word }) => quoted(valueWith(choices, word)));
    const isInsert = !choices.isOneOf(3);
    const statement = isInsert
      ? `INSERT INTO users (k, ${members.map(({ column }) => column).join(", ")}) VALUES (${["7", ...values].join(", ")});`
      : `UPDATE users SET ${["k = 7", ...members.map(({ column }, i) => `${column} = ${values[i]}`)].join(", ")} WHERE id = 7;`;
    const input = choices.pick(hosts)(statement);
    return {
      inputs: [input],
      check(): Failure | undefined {
        const out = redact(input);
        if (parsed(input) !== undefined && parsed(out) === undefined)
          return { promise: "JSON stays JSON", detail: out };
        if (members.some(({ isSecret, word }) => isSecret && out.includes(word)))
          return { promise: "what is under secret columns goes", detail: out };
        return members.some(({ isSecret, word }) => !isSecret && !out.includes(word))
          ? { promise: "the other values stay", detail: out }
          : undefined;
      },
    };
  },
};
