import { RedactorConfigError } from "../../../src/config-error.ts";
import { createRedactor, type Redactor } from "../../../src/redactor/redactor.ts";
import { sampleOf } from "../../samples/generate.ts";
import { createRandom } from "../../samples/random.ts";
import { bytesOf, fail, type Target, textOf } from "../target.ts";

/** Of CPU time, forty times the slowest that is known. */
const COMPILE_MOST_MS = 20_000;
const MESSAGE_MOST = 600;

function compiled(pattern: string, ignoreCase: boolean): Redactor | undefined {
  const started = process.cpuUsage();
  try {
    return createRedactor({ rules: ["!*", { id: "user/rule", pattern, ...(ignoreCase && { ignoreCase }) }] });
  } catch (error) {
    if (!(error instanceof RedactorConfigError))
      return fail("refused with a RedactorConfigError", String(error));
    if (error.message.length > MESSAGE_MOST || /[\x00-\x1f]/.test(error.message))
      fail("a message that can be read", error.message);
    return undefined;
  } finally {
    const { user, system } = process.cpuUsage(started);
    const ms = (user + system) / 1000;
    if (ms > COMPILE_MOST_MS) fail("compiled in bounded time", { pattern, ms });
  }
}

const plain = createRedactor();

/**
 * A text that JavaScript's RegExp agrees to be a match; undefined where there is none, it cannot say, or
 * the text says nothing, as `null` and `***` do not: these stay under any rule.
 */
function sampleFor(pattern: string, ignoreCase: boolean, random: () => number): string | undefined {
  try {
    const sample = sampleOf(pattern, random, ignoreCase);
    const secret = new RegExp(pattern, ignoreCase ? "i" : "").exec(sample)?.[1] ?? sample;
    const isSecret = new Set(secret).size > 4 && plain.scan(`password="${secret}"`).length === 1;
    return isSecret && sample.length < 4000 ? sample : undefined;
  } catch {
    return undefined;
  }
}

/** A user's pattern, from any text: refused with a clear message, or compiled soon; and then it finds what it says. */
export const pattern: Target = {
  mostBytes: 120,
  guides: ["javascript"],
  words: [
    ..."()[]{}|*+?^$.\\-,:=!<>abAB019_ \n",
    ..."\\b \\B \\d \\w \\s \\D \\W \\S \\n \\t \\x61 \\u0062 \\cA \\p{L} \\0 \\1 \\k<a>".split(" "),
    ..."(?: (?i) (?i: (?-i: (?= (?! (?<= (?<! (?<a> {2} {0} {1,} {0,2} {3,2} {1000} {99999999}".split(" "),
    ..."[^ [a-z] [^a-z] [] [^] [\\w-] [\\]] *? +? ?? key- ghp_ [0-9a-f]{32} é € 😀 \\ud83d\\ude00".split(" "),
  ].map((word) => Buffer.from(word).toString("latin1")),
  seeds: [
    "\\bkey-([0-9a-f]{32})\\b",
    "(?i)acme_[A-Za-z0-9]{32}",
    "(?:ab|ba)*c",
    "x.*y",
    "^a[^b]+$",
    "(?:a|b)*abb{5}",
    "é+€?",
    "a(?=b)",
    "(a)\\1",
  ].map((word) => Buffer.from(word).toString("latin1")),
  check(input) {
    const source = Buffer.from(input).toString();
    const ignoreCase = input.length % 2 === 1;
    const redactor = compiled(source, ignoreCase);
    if (redactor === undefined) return;
    redactor.redact(input);
    const sample = sampleFor(source, ignoreCase, createRandom(input.length));
    if (sample !== undefined && redactor.scan(bytesOf(sample)).length === 0)
      fail("a match is found", { source, sample });
    if (redactor.stats().withheld > 0) fail("no line is withheld", textOf(input));
  },
};
