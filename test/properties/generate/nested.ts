import type { Choices } from "../choices.ts";
import type { Json } from "./documents.ts";
import { innocentName, plainValue, sample, sensitiveName } from "./words.ts";

/** Values as programs hold them: nothing in them is typed to confuse, but all that JSON can nest stands under every name. */

/** Names whose values are read by parts. */
// biome-ignore format: a list
const parted: readonly string[] = ["cookie", "Cookie", "set-cookie", "Set-Cookie", "cookies", "authorization", "Authorization", "proxy-authorization", "auth", "www-authenticate", "credentials", "rawHeaders", "headers"];

const numbers: readonly number[] = [4815, 0, 7, 313170, -1, 0.5, 1e21, 481516234242, 115];

// biome-ignore format: a list
const headers: readonly string[] = [
  "sid=Zq8Lw2Xk9Vb4; theme=dark22", "a=b", "=", "sid=Zq8Lw2Xk9Vb4; Path=/; HttpOnly", "a=b; c=", "Bearer abcdefgh22", "Bearer", "Basic YW5uOmh1bnRlcjIy",
  'Digest username="ann", response="5d672d79c15b1312"', "AWS4-HMAC-SHA256 Credential=a/b, Signature=5d672d79c15b131", "token hunter22x", "abcdefgh",
];

const words: readonly string[] = [
  "hunter22x",
  "",
  "x",
  "ann",
  "two words 22",
  'say "x" 22',
  "a\\b22",
  "é22x",
  "line\nline 22",
  "\t",
];

/** Longer than what any relation leads over, and than a string that is looked at as a whole. */
const longTexts: readonly string[] = ["Aa7/".repeat(200), "two words, ".repeat(100), "é".repeat(5000)];

function text(choices: Choices): string {
  switch (choices.below(8)) {
    case 0:
    case 1:
      return choices.pick(words);
    case 2:
    case 3:
      return choices.pick(headers);
    case 4:
      return plainValue(choices);
    case 5:
      return sample(choices);
    case 6:
      return choices.isOneOf(8) ? choices.pick(longTexts) : sensitiveName(choices);
    default:
      return `--${sensitiveName(choices)}`;
  }
}

function name(choices: Choices): string {
  const kind = choices.below(8);
  if (kind < 3) return choices.pick(parted);
  return kind < 6 ? sensitiveName(choices) : innocentName(choices);
}

function leaf(choices: Choices): Json {
  const kind = choices.below(8);
  if (kind < 6) return text(choices);
  return kind === 6 ? choices.pick(numbers) : choices.pick([true, false, null]);
}

const pairNames = [
  ["name", "value"],
  ["Name", "Value"],
  ["key", "value"],
  ["field", "value"],
] as const;

/** Any value of so many levels at most. */
export function nested(choices: Choices, depth: number): Json {
  const kind = depth === 0 ? 0 : choices.below(10);
  const inner = (): Json => nested(choices, depth - 1);
  if (kind < 4) return leaf(choices);
  if (kind < 6) return choices.list(2, 4, inner);
  if (kind === 6) return choices.list(1, 2, () => [name(choices), inner()]);
  if (kind === 7) {
    const [one, other] = choices.pick(pairNames);
    return choices.list(1, 2, () => ({ [one]: name(choices), [other]: inner() }));
  }
  if (kind === 8) return { [name(choices)]: choices.list(1, 3, () => leaf(choices)) };
  return Object.fromEntries(choices.list(2, 4, () => [name(choices), inner()]));
}

/** An object or array. */
export function nestedContainer(choices: Choices): Json {
  const members = [0, ...choices.list(1, 3, () => 0)].map(() => [
    name(choices),
    nested(choices, choices.below(4)),
  ]);
  return choices.isOneOf(4) ? members : Object.fromEntries(members);
}
