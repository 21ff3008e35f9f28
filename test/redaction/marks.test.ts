import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Censor } from "../../src/redaction/censors.ts";
import { createRedactor } from "../../src/redactor/redactor.ts";

const part = (claims: unknown): string => Buffer.from(JSON.stringify(claims)).toString("base64url");
const jwt = [
  part({ alg: "RS256", typ: "JWT" }),
  part({ iss: "https://idp.example/3f2504e0/v2.0", aud: ["api", "web"], exp: 1, sub: "ann", jti: "x1" }),
  "x7Qz".repeat(20),
].join(".");

const notations: readonly (readonly [string, (secret: string) => string])[] = [
  ["a header", (secret) => `Authorization: Bearer ${secret}`],
  ["JSON", (secret) => `{"msg":"Authorization: Bearer ${secret}","token":"${secret}","b":1}`],
  ["JSON in JSON", (secret) => JSON.stringify({ a: JSON.stringify({ authorization: `Bearer ${secret}` }) })],
  ["a URL", (secret) => `GET /?access_token=${secret}&a=1 HTTP/1.1`],
  ["an encoded URL", (secret) => `next=${encodeURIComponent(`/?access_token=${secret}&a=1`)}`],
  ["cookies", (secret) => `Cookie: sid=${secret}; b=abc`],
  ["a command", (secret) => `curl -H 'Authorization: Bearer ${secret}' -u ann:${secret} x.example`],
  ["a URL's user", (secret) => `ftp://ann:${secret}@host.example/`],
  ["YAML", (secret) => `password: ${secret}\nport: 1`],
];
const censors: readonly Censor[] = [
  "hash",
  "claims",
  "remove",
  { keepLast: 4 },
  { "jwt/*": "hash", "*": "claims" },
];

beforeEach(() => {
  vi.stubEnv("SCRUBJAY_HMAC_KEY", "0123456789abcdef-of-a-test");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe.each(censors)("what %j writes", (censor) => {
  test.each(notations)("is written once in %s, and nothing of the secret is left", (_, write) => {
    const redactor = createRedactor({ censor });
    const once = redactor.redact(write(jwt));
    expect(once).not.toContain(jwt.slice(0, 12));
    expect(once).not.toContain(jwt.slice(-12));
    expect(redactor.redact(once)).toBe(once);
    if (write(jwt).startsWith("{")) expect(() => JSON.parse(once)).not.toThrow();
  });
});

test("a secret has one pseudonym in every notation and way of use", () => {
  const redactor = createRedactor({ censor: "hash" });
  const secret = "Zq8Lw/2Xk+9Vb4=";
  const texts = [
    `token=${encodeURIComponent(secret)}`,
    JSON.stringify({ token: secret }),
    `{"token":"${secret.replace("/", "\\/").replace("=", "\\u003d")}"}`,
    redactor.stringify({ password: secret }),
    String((redactor.redact({ a: { apiKey: secret } }) as { a: { apiKey: string } }).a.apiKey),
    Buffer.from(redactor.redact(Buffer.from(`password: "${secret}"`))).toString(),
  ];
  const pseudonyms = texts.map((text) => /#([0-9a-f]{12})\]/.exec(redactor.redact(text) as string)?.[1]);
  expect(new Set(pseudonyms).size).toBe(1);
  expect(pseudonyms[0]).toBeDefined();
});

describe("hostile claims", () => {
  // biome-ignore format: a table
  const words = [
    "password", "token", "api_key", "Authorization", "Bearer", "Cookie", "ghp", "sk", "live", "AKIA", "xoxb", "secret",
    "Zq8Lw2Xk9Vb4Tn6Rm3Pd", "hunter2", "x", "eyJhbGci", "https://", "ann:", "idp.example", "a1B2".repeat(9), "-----BEGIN",
  ];
  // biome-ignore format: a table
  const signs = ["=", ":", " ", "_", "-", ".", "/", "//", "@", "?", "#", "%3D", '"', "'", "\\", "\n", "+", ",", "[", "&", "é"];
  let seed = 7;
  const pick = (list: readonly string[]): string => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return list[Math.floor((seed / 2_147_483_648) * list.length)]!;
  };
  const hostile = (): string =>
    Array.from({ length: 4 }, () => pick(words) + pick(signs)).join("") + pick(words);

  test("hold nothing that a second run finds", () => {
    const redactor = createRedactor({ censor: "claims" });
    for (let i = 0; i < 3000; i++) {
      const claims = { iss: hostile(), aud: [hostile(), pick(words)], exp: 1 };
      const token = [part({ alg: i % 2 ? "RS256" : hostile() }), part(claims), "x7Qz".repeat(20)].join(".");
      const once = redactor.redact(`t=${token} Authorization: Bearer ${token}\n{"token":"${token}"}`);
      expect(redactor.redact(once), JSON.stringify(claims)).toBe(once);
    }
  });
});
