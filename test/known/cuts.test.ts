import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRedactor } from "../../src/index.ts";
import { createByteRedactor } from "../../src/redactor/stream-redactor.ts";
import { times } from "../long.ts";
import { FORMS } from "./forms.ts";

const SECRETS = [
  'zq7<Lv/m4&k"x\\9w T',
  // Of these, one begins with another, and one ends with what another begins with.
  "aB3dE5fG7h",
  "aB3dE5fG7hIj9kLm",
  "fG7hIj9kLmNN22",
  "päss wörd 12 Ünï",
  "9031472658103",
  "q%41r\\u0042s&lt;9",
  `line one 1\nline two 2\nline three 3${"Q7".repeat(100)}`,
];

/** What stands between them: names, what begins an escape or a secret, line ends. */
const BETWEEN = [
  ...[
    "password=",
    '"token":"',
    '"',
    " ",
    "\n",
    '{"a":1}',
    "\r\n",
    "\\n",
    "\\",
    "%",
    "%4",
    "&",
    "&#6",
    "\\u00",
  ],
  ...[
    "abc",
    "Authorization: Bearer ",
    "x",
    ":",
    "  ",
    "zq7<",
    "aB3dE5",
    "ä",
    "=",
    "secret: ",
    "\\u0061",
    "\\ud83d",
  ],
  ...["Cookie: a=b; c=", "\t", "-", "9031"],
];

const written = fc
  .tuple(fc.constantFrom(...FORMS), fc.constantFrom(...SECRETS))
  .map(([{ write }, secret]) => write(secret));
const cutShort = fc.tuple(written, fc.nat(40)).map(([text, length]) => text.slice(0, length));
const texts = fc
  .array(fc.oneof(written, cutShort, fc.constantFrom(...BETWEEN), fc.constantFrom(...BETWEEN)), {
    minLength: 2,
    maxLength: 14,
  })
  .map((parts) => Buffer.from(parts.join("")).toString());

describe("secrets and credentials in any order", () => {
  beforeAll(() => {
    process.env.SCRUBJAY_HMAC_KEY = "0123456789abcdef-of-a-test";
  });
  afterAll(() => {
    delete process.env.SCRUBJAY_HMAC_KEY;
  });

  test.each(["label", "hash", "mask"] as const)(
    "are replaced the same however a stream is cut: %s",
    (censor) => {
      const redactor = createRedactor({ secrets: SECRETS, censor });
      const { secrets } = redactor;
      const property = fc.property(
        texts,
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        (text, sizes) => {
          const whole = redactor.redact(text);
          expect(Buffer.from(redactor.redact(Buffer.from(text))).toString()).toBe(whole);
          const stream = createByteRedactor({ secrets, censor });
          const bytes = Buffer.from(text);
          const out: Uint8Array[] = [];
          for (let at = 0, i = 0; at < bytes.length; i++) {
            const size = sizes[i % sizes.length]!;
            out.push(...stream.push(bytes.subarray(at, at + size)));
            at += size;
          }
          expect(Buffer.concat([...out, ...stream.end()]).toString()).toBe(whole);
        },
      );
      fc.assert(property, { numRuns: times(300) });
    },
  );
});

describe("texts that an attacker writes", () => {
  const size = 20_000;
  test.each([
    ["escapes that each end another one", `${"%3".repeat(size)}1`],
    ["backslashes", "\\".repeat(size)],
    ["backslashes and line ends", "a\\\n".repeat(size)],
    ["escaped escapes", "%25".repeat(size)],
    ["ampersands", "&amp;".repeat(size)],
    ["open entities", "&#".repeat(size)],
    ["what a secret begins with", "aB3dE5fG7".repeat(size)],
    ["secrets without end", "aB3dE5fG7hIj9kLm".repeat(size)],
    ["wrapped starts", "aB3dE5fG7\n".repeat(size)],
  ])("are scanned whole: %s", (_, text) => {
    const redactor = createRedactor({ secrets: SECRETS });
    redactor.redact(`${text} x`);
    redactor.redact(Buffer.from(text));
    expect(redactor.stats().withheld).toBe(0);
    expect(redactor.redact(`${text} aB3dE5fG7h!`)).toMatch(/\[REDACTED\]!$/);
  });
});
