import { describe, expect, test } from "vitest";
import { notations } from "../../bench/eval/notations.ts";
import { createRedactor } from "../../src/index.ts";
import { chooseFragments } from "../../src/program/fragments/choose-fragments.ts";
import { compileShape } from "../../src/program/image/compile-shape.ts";
import { parsePattern } from "../../src/program/pattern/pattern.ts";
import type { ShapeRule } from "../../src/rules/rule.ts";
import { vendorRules } from "../../src/rules/vendors.ts";
import { hasGroup, headOf, sampleOfRule, secretOf } from "../samples/generate.ts";
import { alienOf, wordsAlike } from "../samples/near-misses.ts";
import { createRandom } from "../samples/random.ts";

const SAMPLES = 2;

const MARK = "[REDACTED]";

/** Publishable keys asked for, so that every rule is at work. */
const redactor = createRedactor({ rules: vendorRules.filter(({ optIn }) => optIn).map(({ id }) => id) });
const named = vendorRules.map((rule) => [rule.id, rule] as const);
/** Rules of which the whole match is the secret; what the others need around it is part of the sample. */
const whole = vendorRules.filter((rule) => !hasGroup(rule));
/** Rules that also find the token cut short; `anchors.test.ts` compares them with what the compiler says. */
const cutShort = whole.filter((rule) => rule.token);

const shapeNotations = notations.filter(({ kinds }) => kinds?.includes("shape") ?? true);

/** Which the lead of a token cannot be told from its surroundings, or is not worth its states. */
const ESCAPED_ELSEWHERE: Readonly<Record<string, string>> = {
  "asana/pat": "a slash and a colon between digits: nothing rare is left to look for once they are encoded",
  "telegram/bot-token-other": "the same",
  "telegram/bot-token-any": "the same",
  "zhipu/api-key": "only a dot and what is around it to look for; a colour code inside hides that",
  "azure/api-management-git-key": "two ampersands, in a git URL only",
  "azure/container-registry-key": "its first characters are of no fixed length once encoded",
  "generic/express-session": "a cookie, found by its header's name when it is encoded twice",
  "generic/saml-xml": "a parameter, found by its name in URLs",
  "generic/django-secret-key": "any punctuation",
  "adyen/api-key": "any punctuation",
  "generic/kerberos-hash": "any punctuation",
  "generic/totp-secret": "`otpauth:` in front reads as a name too",
  "azure/personal-refresh-token": "dollar signs and exclamation marks",
  "google/oauth-client-id": "begins with digits, which %22 is taken to be; publishable",
  "jwk/symmetric": "mixes quotes of both kinds, in which no string's end is certain",
  "x/bearer-token": "begins with a run of A, which hexadecimal digits before it prolong",
};
const isHash = (id: string): boolean => /^generic\/.*-hash$/.test(id);

function samplesOf(rule: ShapeRule, seed: number): readonly string[] {
  const random = createRandom(seed);
  return Array.from({ length: SAMPLES }, () => sampleOfRule(rule, random));
}

/** `text` with the secret replaced, where it stands as it is; otherwise undefined. */
function expected(text: string, sample: string, secret: string): string | undefined {
  const at = text.indexOf(sample);
  if (at < 0) return undefined;
  const from = at + sample.indexOf(secret);
  return text.slice(0, from) + MARK + text.slice(from + secret.length);
}

describe("what a rule generates is found as all of a text, at its end, and in front of a sentence's signs", () => {
  test.each(named)("%s", (id, rule) => {
    for (const sample of samplesOf(rule, 23)) {
      const missed = ["", ".", ",", ")", "\n"].filter((end) => {
        const texts = [sample + end, `so it is ${sample}${end}`];
        return texts.some((text) => redactor.redact(text).includes(secretOf(rule, sample)));
      });
      expect({ id, missed }).toEqual({ id, missed: [] });
    }
  });
});

describe("what a rule generates is found in every notation, once, and nothing else changes", () => {
  test.each(named)("%s", (id, rule) => {
    const hasPart = hasGroup(rule);
    for (const sample of samplesOf(rule, 11).slice(0, 1)) {
      const secret = secretOf(rule, sample);
      const missed = shapeNotations.filter(({ name, accepts, render }) => {
        if (accepts?.(sample) === false) return false;
        // What a colour cuts off is too short to be told from an id.
        if (rule.check === "issued" && name === "ANSI colour inside the value") return false;
        const text = render("note", sample);
        const got = redactor.redact(text);
        if (!hasPart && redactor.redact(got) !== got) return true;
        const want = expected(text, sample, secret);
        if (want !== undefined && !(id in ESCAPED_ELSEWHERE)) return got !== want;
        if (id in ESCAPED_ELSEWHERE || isHash(id) || hasPart) return false;
        return leftOf(sample, got).length > 0;
      });
      expect(missed.map(({ name }) => name)).toEqual([]);
    }
  });
});

/** Runs of the sample that are still to be read. */
function leftOf(sample: string, text: string): readonly string[] {
  return (sample.match(/[A-Za-z0-9_-]{10,}/g) ?? []).filter((run) => text.includes(run));
}

/** Whether the prefilter sees the rule's fragments inside a word, too, and the rule does not ask for a word's start. */
function isSeenAnywhere(rule: ShapeRule): boolean {
  const { whole } = parsePattern(rule.pattern, { ignoreCase: rule.ignoreCase === true });
  const fragments = chooseFragments(whole, { anywhere: true });
  return !rule.pattern.startsWith("\\b") && fragments?.every(({ window }) => window === undefined) === true;
}

describe("glued to what stands before it", () => {
  /** After which a word starts, whatever the rule. */
  const escapes = [
    String.raw`"line\n`,
    String.raw`\u0022`,
    "?next=%3D",
    "next%253D",
    "\x1b[31m",
    "x=",
    "//",
    "a.b:",
  ];
  /** Letters that go on into the token: only a rule that does not ask for a word's start. */
  const words = ["user_", "xX"];

  test.each(whole.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
    const [sample] = samplesOf(rule, 13);
    const fits = id in ESCAPED_ELSEWHERE || !isSeenAnywhere(rule) ? escapes : [...escapes, ...words];
    for (const before of fits) {
      if (id in ESCAPED_ELSEWHERE && /%|u00|\[/.test(before)) continue;
      const text = `${before}${sample}" then`;
      const got = redactor.redact(text);
      // A rule that begins with any character takes in what is glued to it.
      if (headOf(rule).length < 3) expect(leftOf(sample!, got), before).toEqual([]);
      else expect(got, before).toBe(`${before}${MARK}" then`);
    }
  });
});

/** Of heads that end in a letter or a digit, or with a dot in the alphabet, only a longer piece is found. */
const needsMore = (rule: ShapeRule, sample: string): boolean =>
  !/[_-]$/.test(sample.slice(0, headLength(rule))) ||
  /[.]/.test(rule.pattern.replaceAll("\\.", "")) ||
  rule.pattern.includes("\\.");

describe("cut short, and with another checksum", () => {
  test.each(cutShort.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
    const head = headLength(rule);
    for (const sample of samplesOf(rule, 14)) {
      const body = sample.slice(head);
      const most = sample.slice(0, head + Math.ceil(body.length * 0.6));
      const texts: [string, string][] = [[`got ${sample}${sample.slice(-3)} from`, "got [REDACTED] from"]];
      if (!needsMore(rule, sample)) {
        texts.push([`got ${sample.slice(0, head + 4)}... from`, "got [REDACTED]... from"]);
        texts.push([`got ${sample.slice(0, head + 4)}… from`, "got [REDACTED]… from"]);
      }
      // Without punctuation at its head's end a token is seen by its length.
      if (isMixed(most.slice(head)) && (most.length >= 16 || !needsMore(rule, sample)))
        texts.push([`got ${most} from`, "got [REDACTED] from"]);
      if (/[A-Za-z0-9]{6}$/.test(sample))
        texts.push([
          `got ${sample.slice(0, -6)}${sample.slice(-6).replace(/./g, sample.at(-7)!)} from`,
          "got [REDACTED] from",
        ]);
      for (const [text, want] of texts) expect(redactor.redact(text)).toBe(want);
    }
  });
});

/** Digits and letters, or both cases, and eight of them: what a cut token shows to be one. */
function isMixed(body: string): boolean {
  const kinds = [/\d/, /[a-z]/, /[A-Z]/].filter((kind) => kind.test(body)).length;
  return body.length >= 8 && kinds >= 2;
}

function headLength(rule: ShapeRule): number {
  return compileShape(rule, false).headLength;
}

describe("near misses are left alone", () => {
  test.each(named)("%s", (id, rule) => {
    const random = createRandom(15);
    const misses = [...wordsAlike(rule), ...alienOf(rule, random)];
    for (const miss of misses) {
      // With a body of any characters, or words in front, it is none.
      const hits = redactor.scan(`saw ${miss} here`).filter((match) => match.rule === id);
      expect(hits, miss).toEqual([]);
    }
  });

  const decided = vendorRules.filter(({ checkDecides }) => checkDecides);
  test.each(decided.map((rule) => [rule.id, rule] as const))("%s, with a failed check", (id, rule) => {
    const random = createRandom(16);
    const sample = sampleOfRule(rule, random);
    // As long, but of one letter: no generator gives it.
    const head = headOf(rule);
    const dull = head + sample.slice(head.length).replace(/[0-9A-Za-z]/g, "a");
    expect(redactor.scan(`saw ${dull} here`).filter((match) => match.rule === id)).toEqual([]);
  });
});
