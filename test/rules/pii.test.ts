import { describe, expect, test } from "vitest";
import { createRedactor, RedactorConfigError } from "../../src/index.ts";
import { catalogue } from "../../src/rules/catalogue.ts";
import { createRandom, pick } from "../samples/random.ts";

const redactor = createRedactor({ rules: ["pii/*"] });
const random = createRandom(20_261_129);
const GONE = "[REDACTED]";

const digits = (count: number): string =>
  Array.from({ length: count }, () => pick("0123456789", random)).join("");

/** A number that begins so and has `length` digits, the last one by ISO/IEC 7812-1. */
function withLuhn(head: string, length: number): string {
  const body = head + digits(length - head.length - 1);
  const sum = [...body].reverse().reduce((total, digit, i) => {
    const value = i % 2 === 0 ? 2 * Number(digit) : Number(digit);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

const grouped = (number: string, sign: string): string =>
  number.length === 16
    ? number.replace(/(\d{4})(?=\d)/g, `$1${sign}`)
    : number.replace(/^(\d{4})(\d{6})/, `$1${sign}$2${sign}`);

/** First digits as issuers publish them for testing, and lengths. */
const cards = (
  [
    ["4", 16],
    ["4", 13],
    ["51", 16],
    ["55", 16],
    ["2223", 16],
    ["2720", 16],
    ["34", 15],
    ["37", 15],
    ["6011", 16],
    ["65", 16],
    ["645", 16],
    ["36", 14],
    ["305", 14],
    ["38", 14],
    ["3528", 16],
    ["3589", 16],
    ["62", 16],
    ["62", 19],
    ["6759", 16],
    ["2200", 16],
  ] as const
).flatMap(([head, length]) => {
  const number = withLuhn(head, length);
  return length === 14 || length === 15 || length === 16
    ? [number, grouped(number, " "), grouped(number, "-")]
    : [number];
});

/** An account number with its check digits by ISO 13616. */
function iban(country: string, rest: string): string {
  const number = [...`${rest}${country}00`].map((char) => Number.parseInt(char, 36)).join("");
  return country + String(98n - (BigInt(number) % 97n)).padStart(2, "0") + rest;
}

const ibans = [
  iban("DE", digits(18)),
  iban("GB", `WEST${digits(14)}`),
  iban("NO", digits(11)),
  iban("FR", `${digits(10)}0500013M026${digits(2)}`),
  iban("MT", `MALT${digits(5)}0012345MTLCAST001S`),
].flatMap((plain) => [plain, plain.replace(/(.{4})(?=.)/g, "$1 ")]);

const found: Readonly<Record<string, readonly string[]>> = {
  "pii/card-number": cards,
  "pii/iban": ibans,
  "pii/email": [
    "ann@shop.example",
    "ann.b+tag@sub.shop.co.uk",
    "ann%40shop.example",
    "o'neil@shop.ie",
    "jürgen@müller.de",
    "a@b.museum",
    "ann@shop.service.io",
  ],
  "pii/us-ssn": ["123-45-6789", "665-01-0001", "899-99-9999"],
  "pii/phone-e164": [
    "+14155552671",
    "+1 (415) 555-2671",
    "+1-415-555-2671",
    "+442079460958",
    "+44 20 7946 0958",
    "+49 (0)30 901820",
    "+49-30-901820",
    "+33 1 23 45 67 89",
    "+919876543210",
    "%2B14155552671",
    "+3726543210",
  ],
  "pii/ip-address": [
    "10.0.0.1",
    "255.255.255.255",
    "2001:db8::1",
    "fe80::1ff:fe23:4567:890a",
    "::1",
    "::ffff:10.0.0.1",
    "2001:DB8:85a3::8a2e:370:7334",
    "2001:0db8:85a3:0000:0000:8a2e:0370:7334",
    "64:ff9b::192.0.2.33",
  ],
};

/** What looks like one and is none. */
const left: Readonly<Record<string, readonly string[]>> = {
  "pii/card-number": [
    "4111111111111112",
    "order-4111111111111111",
    "a4111111111111111",
    "41111111111111111",
    "7992739871300008",
    "8142647390225355649",
    "1667893200000000",
  ],
  "pii/iban": ["DE00370400440532013000", "XX89370400440532013000", "DE893704004405320130001"],
  "pii/email": [
    "user@1000.service",
    "getty@tty1.timer",
    "logo@2x.png",
    "lodash@4.17.21",
    "git@v1",
    "@app.route",
    "ann@localhost",
    "a@b",
  ],
  "pii/us-ssn": [
    "000-12-3456",
    "666-12-3456",
    "900-12-3456",
    "123-00-4567",
    "123-45-0000",
    "123-45-67890",
    "1123-45-6789",
    "555-1234",
  ],
  "pii/phone-e164": [
    "+0530",
    "+12345",
    "1e+14155552671",
    "a+14155552671",
    "+1234567",
    "+01234567890",
    "14155552671",
  ],
  "pii/ip-address": [
    "1.2.3",
    "256.1.1.1",
    "v4.1.1.1",
    "1.3.6.1.4.1.311",
    "std::abc",
    "dead::beef",
    "12:34:56",
    "00:11:22:33:44:55:66:77",
    "0.1.2.3.4.5",
  ].slice(0, 8),
};

const around: readonly (readonly [before: string, after: string])[] = [
  ["", ""],
  ["seen ", " today"],
  ['{"a":"', '","n":1}'],
  ["a=", "&b=2"],
  ["(", ")"],
  ["'", "',"],
  ["<", ">"],
  ['{"m":"{\\"a\\":\\"', '\\"}"}'],
  ["a: ", "."],
  ["\\n", "\\n"],
];

describe("personal data that is asked for", () => {
  test.each(Object.entries(found))("%s is found wherever it stands", (_id, samples) => {
    const missed = samples.flatMap((sample) =>
      around
        .filter(([before, after]) => redactor.redact(before + sample + after) !== before + GONE + after)
        .map(([before, after]) => before + sample + after),
    );
    expect(missed).toEqual([]);
  });

  test.each(Object.entries(found))(
    "%s is told by its own rule, and is its leaf in an object",
    (id, samples) => {
      for (const sample of samples) {
        const told: string[] = [];
        const own = createOwn(id, (rule) => told.push(rule));
        expect(own.redact({ a: { b: [sample, "x"] } })).toEqual({ a: { b: [GONE, "x"] } });
        expect(told).toEqual([id]);
      }
    },
  );

  test.each(Object.entries(left))("%s: what looks like it stays", (_id, samples) => {
    const changed = samples.filter(
      (sample) => redactor.redact(`seen ${sample} today`) !== `seen ${sample} today`,
    );
    expect(changed).toEqual([]);
  });

  test("a number is read to its own end, whatever stands behind it", () => {
    const card = grouped(withLuhn("4", 16), " ");
    expect(redactor.redact(`${card} 200 OK`)).toBe(`${GONE} 200 OK`);
    expect(redactor.redact(`${iban("DE", digits(18)).replace(/(.{4})(?=.)/g, "$1 ")} EUR 100`)).toBe(
      `${GONE} EUR 100`,
    );
    expect(redactor.redact(`{"card":${withLuhn("4", 16)}}`)).toBe(`{"card":"${GONE}"}`);
  });

  test("names of a social security number", () => {
    expect(redactor.redact("user_ssn=123456789 lessn=1 social_security_number: 123456789")).toBe(
      `user_ssn=${GONE} lessn=1 social_security_number: ${GONE}`,
    );
  });
});

const owns = new Map<string, ReturnType<typeof createRedactor>>();
let tell: (rule: string) => void = () => {};
function createOwn(id: string, told: (rule: string) => void): ReturnType<typeof createRedactor> {
  tell = told;
  const known = owns.get(id) ?? createRedactor({ rules: [id], onMatch: ({ rule }) => tell(rule) });
  owns.set(id, known);
  return known;
}

describe("asking for it", () => {
  const text = "ann@shop.example password=hunter22x";

  test("is needed", () => {
    expect(createRedactor().redact(text)).toBe(`ann@shop.example password=${GONE}`);
    expect(catalogue.filter(({ id, optIn }) => id.startsWith("pii/") && optIn !== true)).toEqual([]);
  });

  test("adds it and turns nothing off; beside a rule that is on, it is those two", () => {
    expect(createRedactor({ rules: ["pii/email"] }).redact(text)).toBe(`${GONE} password=${GONE}`);
    expect(createRedactor({ rules: ["pii/email", "github/*"] }).redact(text)).toBe(
      `${GONE} password=hunter22x`,
    );
    expect(createRedactor({ rules: ["pii/*", "!pii/email"] }).redact(text)).toBe(
      `ann@shop.example password=${GONE}`,
    );
  });

  test("of one that is not there is refused", () => {
    expect(() => createRedactor({ rules: ["pii/shoe-size"] })).toThrow(RedactorConfigError);
  });
});
