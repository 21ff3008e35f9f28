import { describe, expect, test } from "vitest";
import { createRedactor } from "../../../src/redactor/redactor.ts";
import type { CheckName } from "../../../src/rules/rule.ts";
import { times } from "../../long.ts";
import { checkOracle } from "../../oracle/check-oracle.ts";
import { crc32Base62 } from "../../samples/crc32.ts";
import { between, createRandom, pick } from "../../samples/random.ts";

const random = createRandom(7);
const some = (alphabet: string, length: number): string =>
  Array.from({ length }, () => pick(alphabet, random)).join("");

const DIGITS = "0123456789";
const HEX = `${DIGITS}abcdef`;
const SMALL = "abcdefghijklmnopqrstuvwxyz";
const BASE62 = `${DIGITS}${SMALL}${SMALL.toUpperCase()}`;

/** Runs of letters and digits, of which there are more or fewer. */
function runs(): string {
  const most = between(1, 9, random);
  const parts = Array.from({ length: between(2, 12, random) }, () =>
    some(pick([SMALL, SMALL.toUpperCase(), DIGITS, HEX, "-_", "ab1"], random), between(1, most, random)),
  );
  return parts.join("");
}

/** Digits of which the last makes them pass, with what may stand between them. */
function card(): string {
  const digits = some(DIGITS, between(9, 19, random));
  const last = [...DIGITS].find((digit) => checkOracle.luhn(`000000000000${digits}${digit}`.slice(-21)))!;
  return [...digits, last].map((digit) => digit + pick(["", "", "", " ", "-", "/", ":"], random)).join("");
}

function withCrc(): string {
  const body = some(BASE62, between(0, 9, random));
  return body + crc32Base62(body);
}

const hash = (): string => some(HEX, pick([8, 31, 32, 33, 39, 40, 41, 63, 64, 65], random));
/** Of a few kinds of characters, as paths, hosts and passwords have them. */
function signs(): string {
  const kinds = [SMALL, DIGITS, ".", "/", "\\", "-", "_", ":", "K", "$", "~", "é"];
  const chosen = [SMALL, DIGITS, ...Array.from({ length: between(0, 3, random) }, () => pick(kinds, random))];
  return Array.from({ length: between(5, 24, random) }, () => some(pick(chosen, random), 1)).join("");
}

const date = (): string =>
  `${some(DIGITS, 4)}-${some(DIGITS, 2)}-${some(DIGITS, pick([1, 2, 3], random))}${pick(["T", "t", "x"], random)}${some(DIGITS, 2)}:30${pick(["Z", "zulu", ""], random)}`;

/** A UUID, or one with a character too many, too few or of another kind. */
function uuid(): string {
  const text = [8, 4, 4, 4, 12].map((length) => some(HEX, length)).join("-");
  const at = between(0, 36, random);
  const put = pick(["", "", "g", "-", "A", "G", ".", "0"], random);
  return text.slice(0, at) + put + text.slice(at + pick([0, 1], random));
}

/** An account number whose check digits are right, in groups or not. */
function account(): string {
  const country = some("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 2);
  const rest = some("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", between(11, 30, random));
  const digits = [...`${rest}${country}00`].map((char) => Number.parseInt(char, 36)).join("");
  const check = String(98n - (BigInt(digits) % 97n)).padStart(2, "0");
  const plain = `${country}${check}${rest}`;
  return pick([plain, plain.replace(/.{4}(?=.)/g, "$& ")], random);
}

/** Words and random characters, about as many as a token has. */
function token(): string {
  const words = [
    "acme",
    "live",
    "test",
    "sk",
    "pub",
    "A7",
    "Zq",
    "sha256",
    "key2",
    "lively",
    "1746",
    "abcdefghijklm",
  ];
  const front = Array.from(
    { length: between(1, 4, random) },
    () => pick(words, random) + pick(["_", "-", ".", "__"], random),
  );
  const body = pick([BASE62, HEX, `${BASE62}-_`, "abcdefghijkl01", `${BASE62}.`], random);
  return (
    front.join("") +
    some(body, pick([19, 20, 21, 28, 29, 30, 31, 32, 40, 43], random)) +
    pick(["", "", "=", "=="], random)
  );
}

/** Texts near the border of what a check takes. */
const near: Readonly<Record<CheckName, readonly (() => string)[]>> = {
  "crc32-base62": [withCrc, () => withCrc().slice(1), () => some(BASE62, 7), () => "000000"],
  luhn: [card, () => card().replace(/\d/, (digit) => String((+digit + 1) % 10)), () => `${card()}0`],
  "mod-97": [
    account,
    () => account().replace(/\d/, (digit) => String((+digit + 1) % 10)),
    () => `${account()}0`,
  ],
  entropy: [
    runs,
    () => some(HEX, between(9, 16, random)),
    () =>
      runs()
        .repeat(20)
        .slice(0, between(120, 136, random)),
  ],
  jwt: [
    () => Array.from({ length: between(1, 7, random) }, () => some(BASE62, 3)).join("."),
    () => "a/b-c/d",
  ],
  random: [
    runs,
    () =>
      runs()
        .repeat(20)
        .slice(0, between(120, 136, random)),
    () => `${runs()}${pick(["-", "_", ".", "z"], random)}${hash()}`,
    hash,
    () => some(HEX, between(12, 20, random)) + pick(["", "g", "-", "+"], random),
  ],
  "not-uuid": [uuid, () => uuid().replaceAll("-", "0"), runs],
  issued: [
    token,
    () => token().toLowerCase(),
    () => token().toUpperCase(),
    () => token().slice(0, -4),
    uuid,
    runs,
  ],
  mixed: [
    signs,
    date,
    runs,
    () => some(BASE62, between(5, 9, random)),
    () => `/${some(BASE62, 9)}`,
    () => `~${some(BASE62, 9)}`,
  ],
};

/** What stands around a value is none of it, whatever it is. */
const AROUND = [
  ["chk=<", ">"],
  ["chk=7", "7<"],
  ["chk=a", "T<"],
  ["chk=-", ".<"],
] as const;

/** A rule of a user's own, and the check decides; nothing else is looked for but keys of PEM. */
function passesWith(check: CheckName, [head, tail]: readonly [string, string] = AROUND[0]) {
  const pattern = `${head}([^<>]+)${tail.replace(".", "\\.")}`;
  const redactor = createRedactor({
    rules: ["pem/private-key", { id: `test/${check}`, pattern, check, checkDecides: true }],
  });
  return (text: string) => redactor.redact(head + text + tail) === `${head}[REDACTED]${tail}`;
}

describe("a check says what its oracle says", () => {
  test.each(Object.keys(checkOracle) as CheckName[])("%s", (check) => {
    // Inside of a longer word there is no token.
    const around = check === "issued" ? AROUND.slice(0, 3) : AROUND;
    const passes = around.map((each) => passesWith(check, each));
    const counts = { true: 0, false: 0 };
    for (const make of near[check]) {
      for (let i = 0; i < times(1500); i++) {
        const text = make();
        if (text === "") continue;
        // The kernel counts bytes.
        const expected = checkOracle[check](Buffer.from(text).toString("latin1"));
        counts[`${expected}`]++;
        expect({ text, passes: passes.map((passes) => passes(text)) }).toEqual({
          text,
          passes: passes.map(() => expected),
        });
      }
    }
    // Either of them is no rare case.
    expect(Math.min(counts.true, counts.false)).toBeGreaterThan(times(1500) / 20);
  });
});

/** `count` letters in which two small ones stand after each capital. */
const words = (count: number): string => "AbcDefGhiJklMnoPqrStuVwx".repeat(99).slice(0, count);
const sum = crc32Base62("abc");

// biome-ignore format: a table
test.each<[check: CheckName, yes: string, no: string]>([
  ["entropy", "a1b2c3d4a1b2c3d4", "a1b2c3d3a1b2c3d3"], // three bits, and a little less
  ["entropy", "abc1defg2hi3", "abc1defg2h3"], // twelve characters
  ["luhn", "000000000000", "00000000000"],
  ["entropy", `${words(127)}1`, `${words(128)}1`], // what stands after 128 is not looked at
  ["entropy", `${"abcdefgh1234567".repeat(8)}abcdefgh`, `${"abcdefgh1234567".repeat(7)}${"abcdefgh".repeat(3)}`], // 16 changes in 128, and 14
  ["entropy", `${"abcdefg1".repeat(8)}${"a1".repeat(40)}`, `${"abcd12".repeat(11)}${"efghij3".repeat(20)}`], // how often each is there in 64
  ["mixed", "ab1/cd2/ef3/gh4/ij5x", "ab1/cd2/ef3/gh4/ij5"], // what is shorter and has slashes is a path
  ["random", "abcd1efg2hijk3lm", "abcd1efg2hijk3l"], // sixteen
  ["crc32-base62", `abc${sum}`, `abc${sum[0] === "0" ? "1" : "0"}${sum.slice(1)}`], // each of the six counts
])("the border of %s", (check, yes, no) => {
  const passes = passesWith(check);
  expect([passes(yes), passes(no)]).toEqual([true, false]);
});

test("without a say, a check tells how sure a match is", () => {
  const told: unknown[] = [];
  const { redact } = createRedactor({
    rules: ["pem/private-key", { id: "test/luhn", pattern: "card:(\\d+)", check: "luhn" }],
    onMatch: ({ checked }) => told.push(checked),
  });
  expect(redact("card:4111111111111111 card:4111111111111112")).toBe("card:[REDACTED] card:[REDACTED]");
  expect(told).toEqual([true, false]);
});

test("a check of entropy or a sum leaves out the literal in front of the token", () => {
  const rules = (["entropy", "crc32-base62"] as const).map((check) => ({
    id: `test/${check}`,
    pattern: `${check.slice(0, 3)}_[0-9A-Za-z]+`,
    check,
    checkDecides: true as const,
  }));
  const { redact } = createRedactor({ rules: ["pem/private-key", ...rules] });
  expect(redact(`ent_aaaaaaaa1b2 crc_abc${crc32Base62("abc")}`)).toBe("ent_aaaaaaaa1b2 [REDACTED]");
});
