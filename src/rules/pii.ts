// Personal data: nobody's credentials, so left alone unless it is asked for, by `rules: ["pii/*"]` or one by one.
import { ibanLengths } from "./iban-lengths.ts";
import type { Rule, ShapeRule } from "./rule.ts";

/** In front of what is no part of a longer number, of a version or of a word; an escaped line end is no backslash. */
const apart = String.raw`(?:^|[\n\r\t]+|[^\w.+%\\-]|%[0-9A-F]{2})`;

/** A shape of personal data: it is what it says and no more. */
function shape(id: string, rule: Omit<ShapeRule, "id" | "optIn" | "token" | "anyValue">): ShapeRule {
  return { id: `pii/${id}`, ...rule, optIn: true, anyValue: true };
}

/**
 * An issuer's first four digits, and how many there are. Few cards have nineteen, many ids do: one in ten of these passes
 * the check, so only issuers that give out no others, or nearly, have it.
 */
const issuers: readonly (readonly [first: string, lengths: readonly number[]])[] = [
  // Visa
  ["4\\d{3}", [13, 16]],
  // Mastercard
  ["(?:5[1-5]\\d\\d|222[1-9]|22[3-9]\\d|2[3-6]\\d\\d|27[01]\\d|2720)", [16]],
  // American Express
  ["3[47]\\d\\d", [15]],
  // Discover, RuPay
  ["(?:60\\d\\d|64[4-9]\\d|65\\d\\d|508[5-9]|82\\d\\d)", [16]],
  // Diners Club
  ["(?:30[0-5]\\d|3095|36\\d\\d|3[89]\\d\\d)", [14, 16]],
  // JCB
  ["(?:352[89]|35[3-8]\\d)", [16]],
  // UnionPay
  ["62\\d\\d", [16, 17, 18, 19]],
  ["81\\d\\d", [16]],
  // Maestro
  ["(?:5018|5020|5038|5893|6304|6759|676[1-3])", [13, 14, 15, 16, 18, 19]],
  // Mir
  ["220[0-4]", [16]],
];

/** How cards show their number, by its length. */
const groups: Readonly<Record<number, string>> = {
  14: "[ -]\\d{6}[ -]\\d{4}",
  15: "[ -]\\d{6}[ -]\\d{5}",
  16: "(?:[ -]\\d{4}){3}",
  19: "(?:[ -]\\d{4}){3}[ -]\\d{3}",
};

const card = {
  name: "Number of a payment card",
  source: "https://en.wikipedia.org/wiki/Payment_card_number",
  check: "luhn",
  checkDecides: true,
} as const;

/** By one pattern, what stands after a number would be taken in where it makes a longer one that is not one. */
const groupedCards = Object.entries(groups).map(([length, rest]) => {
  const first = issuers.filter(([, lengths]) => lengths.includes(Number(length))).map(([digits]) => digits);
  return shape("card-number", { ...card, pattern: `${apart}((?:${first.join("|")})${rest})\\b` });
});

const plainCards = issuers.map(
  ([first, lengths]) => `${first}(?:${lengths.map((length) => `\\d{${length - 4}}`).join("|")})`,
);

/** Of one country all have one length, so that no longer match hides a shorter one. */
const ibans = Object.entries(ibanLengths).map(([length, countries]) => {
  const rest = Number(length) - 4;
  const last = rest % 4 === 0 ? "" : ` [A-Z0-9]{${rest % 4}}`;
  const spaced = `(?: [A-Z0-9]{4}){${Math.floor(rest / 4)}}${last}`;
  return `(?:${countries.split(" ").join("|")})\\d{2}(?:[A-Z0-9]{${rest}}|${spaced})`;
});

/**
 * Country codes by their length, and the digits after them; fifteen in all at most.
 *
 * @see https://www.itu.int/rec/T-REC-E.164
 */
const plainPhones = [
  "1[2-9]\\d{9}",
  "7[3-9]\\d{9}",
  "(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])\\d{7,13}",
  "(?:21[1-368]|2[2-6]\\d|29[01789]|35\\d|37\\d|38\\d|42[013]|50\\d|59\\d|67\\d|68\\d|69[0-2]|80[08]|85\\d|87[08]|88\\d|96\\d|97\\d|99[2-68])\\d{6,12}",
];
const spacedPhones = [
  "1[ .-]?\\(?[2-9]\\d\\d\\)?[ .-]?\\d{3}[ .-]?\\d{4}",
  "[2-9]\\d{0,2}[ .-]?(?:\\(0\\)[ .-]?)?\\(?\\d{1,4}\\)?(?:[ .-]\\d{2,4}){2,5}",
  "[2-9]\\d{0,2}[ .-](?:\\(0\\)[ .-]?)?\\d{2,5}[ .-]\\d{5,8}",
  "[2-9]\\d[ .-]?\\(0\\)[ .-]?\\d{2,4}[ .-]?\\d{4,8}",
];

const octet = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const ipv4 = `${octet}(?:\\.${octet}){3}`;
const group = "[0-9a-f]{1,4}";
/** What IANA has given out: shorter, and without a digit, `dead::beef` is a name of C++ or Rust. */
const given = "(?:[23][0-9a-f]{3}|f[cdef][0-9a-f]{2}|64|100)";
const ipv6 = [
  `${group}(?::${group}){7}`,
  `${given}(?::${group}){0,6}::(?:${group}(?::${group}){0,5}|${ipv4})?`,
  `::(?:ffff:(?:0:)?)?${ipv4}`,
  "::1",
];

const addressee = "[A-Za-z0-9_\\x80-\\xf4][\\w.+'\\x80-\\xf4-]*";
const domain = "(?:[A-Za-z0-9\\x80-\\xf4][\\w\\x80-\\xf4-]*\\.)+(?:[A-Za-z]{2,24}|xn--[a-z0-9-]{2,59})";

export const piiRules: readonly Rule[] = [
  shape("card-number", { ...card, pattern: `${apart}(${plainCards.join("|")})\\b` }),
  ...groupedCards,
  shape("iban", {
    name: "International bank account number",
    source: "https://www.swift.com/standards/data-standards/iban-international-bank-account-number",
    pattern: `\\b(?:${ibans.join("|")})\\b`,
    check: "mod-97",
    checkDecides: true,
  }),
  shape("email", {
    name: "Email address",
    source: "https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2",
    pattern: `(?:^|[\\n\\r\\t]+|[^\\w.+'\\\\\\x80-\\xf4-])(${addressee}(?:@|%40)${domain})\\b`,
    // Units of systemd, and images for screens of more dots.
    not: "[^@]*@(?:[^@.]*\\.(?:(?:auto)?mount|device|path|scope|service|slice|socket|swap|target|timer)|[1-4]x\\.(?:avif|gif|jpe?g|png|svg|webp))",
  }),
  shape("us-ssn", {
    name: "Social security number of the United States",
    source: "https://www.ssa.gov/employer/randomization.html",
    // No area 000, 666 or from 900 on, no group 00, no serial number 0000.
    pattern: `${apart}((?:00[1-9]|0[1-9]\\d|[1-578]\\d\\d|6[0-57-9]\\d|66[0-57-9])-(?:0[1-9]|[1-9]\\d)-(?:000[1-9]|00[1-9]\\d|0[1-9]\\d\\d|[1-9]\\d{3}))\\b`,
  }),
  {
    id: "pii/us-ssn",
    name: "Social security number of the United States after its name",
    key: ["_ssn", "social security number", "social security no"],
    optIn: true,
  },
  shape("phone-e164", {
    name: "Telephone number",
    source: "https://www.itu.int/rec/T-REC-E.164",
    pattern: `(?:^|[\\n\\r\\t]+|[^\\w.+%\\\\-])((?:\\+|%2[Bb])(?:${[...plainPhones, ...spacedPhones].join("|")}))\\b`,
  }),
  shape("ip-address", {
    name: "IPv4 address",
    source: "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.2",
    pattern: `(?:${apart}|\\d-)(${ipv4})\\b`,
    // `1.3.6.1.4.1` names things in SNMP and LDAP.
    not: "(?:[^\\d]|\\d-)*1\\.3\\.6\\.1",
  }),
  shape("ip-address", {
    name: "IPv6 address",
    source: "https://www.rfc-editor.org/rfc/rfc4291#section-2.2",
    pattern: `(?:^|[\\n\\r\\t]+|[^\\w.:\\\\])(${ipv6.join("|")})\\b`,
    ignoreCase: true,
    // Fingerprints and addresses of hardware.
    not: "(?:\\s|[^\\w.:])*[0-9a-f]{2}(?::[0-9a-f]{2}){7}",
  }),
];
