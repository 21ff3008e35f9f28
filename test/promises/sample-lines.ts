import { notations } from "../../bench/eval/notations.js";
import { catalogue } from "../../src/rules/catalogue.ts";
import { sampleOf, sampleOfRule } from "../samples/generate.ts";
import { createRandom, pick } from "../samples/random.ts";

const random = createRandom(20_260_101);
const letters = "abcdefghijkLMNOPQRSTUVwxyz0123456789";

/** Made when the tests run: nothing that looks like a live token stands in the repository. */
export function randomSecret(length: number): string {
  return Array.from({ length }, () => pick(letters, random)).join("");
}

const keys = ["authorization", "dbPassword", "cookie"];
const values = [
  () => `Bearer ${randomSecret(24)}`,
  () => randomSecret(12),
  () => `a=${randomSecret(5)}; b="${randomSecret(9)}"; Path=/`,
  () => String.raw`it's "q" \ ${randomSecret(6)}`,
  () => "<token>",
  () => `st${randomSecret(8)}`,
];

/** One line a notation and key, the values in turn. */
export const notationLines: readonly (readonly [name: string, line: string])[] = notations.flatMap(
  (notation, i) =>
    keys.map((key, k) => {
      const value = values[(i + k) % values.length]!();
      const carried = notation.accepts?.(value) === false ? randomSecret(16) : value;
      return [`${notation.name}, ${key}`, notation.render(key, carried)] as const;
    }),
);

/** One line for each rule with a shape, and each block. */
export const ruleLines: readonly (readonly [rule: string, line: string])[] = catalogue.flatMap(
  (rule): readonly (readonly [string, string])[] => {
    if (rule.optIn || "key" in rule) return [];
    if ("begin" in rule) {
      const body = Array.from({ length: 3 }, () => randomSecret(64)).join("\n");
      return [[rule.id, `key: ${sampleOf(rule.begin, random)}\n${body}\n${rule.end} it-----\nnext`]];
    }
    return [[rule.id, `say "${sampleOfRule(rule, random)}", then`]];
  },
);

/** Found by what broke before: a chunk's end in the middle of what decides. */
export const awkwardLines: readonly (readonly [what: string, line: string])[] = (
  [
    [
      "a wrapper that is none",
      `password=st${randomSecret(9)} token=So${randomSecret(6)} secret=b${randomSecret(6)}`,
    ],
    ["a wrapper", `token=Some("${randomSecret(9)}") ["token"]=> string(20) "${randomSecret(20)}"`],
    ["a percent sign", `token=%3C${randomSecret(9)}&password=%${randomSecret(5)}`],
    [
      "a cookie without a name",
      `cookie => "token": "${randomSecret(12)}"\nset-cookie:"${randomSecret(20)}_mmk", id`,
    ],
    ["an array", `"password":["${randomSecret(9)}", :ok=>true, "${randomSecret(9)}", null]`],
    ["an object", `{"secret":{"a":"}","b":["]",'${randomSecret(9)}']},"ok":true}`],
    ["a block in a string", `"-----BEGIN RSA PRIVATE KEY-----\\n${randomSecret(40)}\\" and \\\\" \\n"`],
    ["escapes without end", `password="${"\\".repeat(200)}" token=${"\\".repeat(130)}x "${randomSecret(4)}"`],
    ["entities", `<a b="token=&quot;${randomSecret(9)}&quot;&amp;password=${randomSecret(9)}&amp;c=1">`],
    ["colours", `\x1b[31mpassword\x1b[0m=\x1b[32m${randomSecret(9)}\x1b[0m`],
    ["invalid UTF-8", `token=\xff${randomSecret(9)}\xc3 password=${randomSecret(9)}\x00\xfe`],
    ["a number behind a name", `password-2=${randomSecret(9)} token_1: ${randomSecret(9)}`],
    ["a prompt", "Password: "],
  ] as const
).map(([what, line]) => [what, line] as const);

export const allLines: readonly (readonly [name: string, line: string])[] = [
  ...notationLines,
  ...ruleLines,
  ...awkwardLines,
].map(([name, line]) => [name, Buffer.from(line).toString("latin1")] as const);
