import { notations } from "../../bench/eval/notations.ts";
import { catalogue } from "../../src/rules/catalogue.ts";
import { sampleOf, sampleOfRule } from "../samples/generate.ts";
import { createRandom } from "../samples/random.ts";
import { randomSecret } from "../samples/random-secret.ts";

const random = createRandom(20_260_101);
const secret = (length: number): string => randomSecret(length, random);

const keys = ["authorization", "dbPassword", "cookie"];
const values = [
  () => `Bearer ${secret(24)}`,
  () => secret(12),
  () => `a=${secret(5)}; b="${secret(9)}"; Path=/`,
  () => String.raw`it's "q" \ ${secret(6)}`,
  () => "<token>",
  () => `st${secret(8)}`,
];

/** One line a notation and key, the values in turn. */
export const notationLines: readonly (readonly [name: string, line: string])[] = notations.flatMap(
  (notation, i) =>
    keys.map((key, k) => {
      const value = values[(i + k) % values.length]!();
      const carried = notation.accepts?.(value) === false ? secret(16) : value;
      return [`${notation.name}, ${key}`, notation.render(key, carried)] as const;
    }),
);

/** The samples of a rule are its own: another rule in the catalogue does not change them. */
const randomOf = (id: string): (() => number) =>
  createRandom([...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 20_260_101));

/** One line for each rule with a shape, and each block. */
export const ruleLines: readonly (readonly [rule: string, line: string])[] = catalogue.flatMap(
  (rule): readonly (readonly [string, string])[] => {
    if (rule.optIn || "key" in rule) return [];
    if ("begin" in rule) {
      const body = Array.from({ length: 3 }, () => secret(64)).join("\n");
      return [[rule.id, `key: ${sampleOf(rule.begin, random)}\n${body}\n${rule.end} it-----\nnext`]];
    }
    return [[rule.id, `say "${sampleOfRule(rule, randomOf(rule.id))}", then`]];
  },
);

/** Found by what broke before: a chunk's end in the middle of what decides. */
export const awkwardLines: readonly (readonly [what: string, line: string])[] = (
  [
    ["a wrapper that is none", `password=st${secret(9)} token=So${secret(6)} secret=b${secret(6)}`],
    ["a wrapper", `token=Some("${secret(9)}") ["token"]=> string(20) "${secret(20)}"`],
    ["a percent sign", `token=%3C${secret(9)}&password=%${secret(5)}`],
    ["a cookie without a name", `cookie => "token": "${secret(12)}"\nset-cookie:"${secret(20)}_mmk", id`],
    ["an array", `"password":["${secret(9)}", :ok=>true, "${secret(9)}", null]`],
    ["an object", `{"secret":{"a":"}","b":["]",'${secret(9)}']},"ok":true}`],
    ["a block in a string", `"-----BEGIN RSA PRIVATE KEY-----\\n${secret(40)}\\" and \\\\" \\n"`],
    ["escapes without end", `password="${"\\".repeat(200)}" token=${"\\".repeat(130)}x "${secret(4)}"`],
    ["entities", `<a b="token=&quot;${secret(9)}&quot;&amp;password=${secret(9)}&amp;c=1">`],
    ["colours", `\x1b[31mpassword\x1b[0m=\x1b[32m${secret(9)}\x1b[0m`],
    ["invalid UTF-8", `token=\xff${secret(9)}\xc3 password=${secret(9)}\x00\xfe`],
    ["a number behind a name", `password-2=${secret(9)} token_1: ${secret(9)}`],
    ["a prompt", "Password: "],
  ] as const
).map(([what, line]) => [what, line] as const);

export const allLines: readonly (readonly [name: string, line: string])[] = [
  ...notationLines,
  ...ruleLines,
  ...awkwardLines,
].map(([name, line]) => [name, Buffer.from(line).toString("latin1")] as const);
