import { describe, expect, test, vi } from "vitest";
import { createReplacer } from "../../src/redaction/censors.ts";
import { claimsOf } from "../../src/redaction/claims/claims.ts";

const part = (claims: unknown): string => Buffer.from(JSON.stringify(claims)).toString("base64url");
const token = (payload: unknown, header: unknown = { alg: "RS256" }): string =>
  `${part(header)}.${part(payload)}.${"x7Qz".repeat(10)}`;

const EXP = Date.UTC(2026, 10, 22, 12) / 1000;
const at = (seconds: number): number => (EXP + seconds) * 1000;

describe("the claims of a token", () => {
  test("are issuer, audience and expiry, with the algorithm", () => {
    const payload = {
      iss: "https://idp.example/t-1",
      aud: "api",
      exp: EXP,
      sub: "ann",
      email: "ann@x.example",
    };
    expect(claimsOf(token(payload), undefined, at(-60))).toBe(
      "alg=RS256 iss=https://idp.example/t-1 aud=api exp=2026-11-22T12:00:00Z",
    );
  });

  test.each([
    [-1, undefined],
    [0, "0s"],
    [59, "59s"],
    [60, "1m"],
    [3599, "59m"],
    [3600, "1h"],
    [86_399, "23h"],
    [86_400, "1d"],
    [1e9, "11574d"],
  ])("%d seconds after it has expired: %s", (seconds, expired) => {
    const claims = claimsOf(token({ exp: EXP }), undefined, at(seconds));
    expect(/expired=(\w+)/.exec(claims!)?.[1]).toBe(expired);
  });

  test("that are missing or of another type are left out", () => {
    expect(claimsOf(token({ iss: 7, aud: { a: 1 }, exp: "soon" }, { alg: null }), undefined, 0)).toBe("");
    for (const exp of [1e300, 1e12, Number.NaN])
      expect(claimsOf(token({ exp }), undefined, 0)).toBe("alg=RS256");
  });

  test("have no more than three audiences", () => {
    expect(claimsOf(token({ aud: ["a", 1, "b", "c"] }), undefined, 0)).toBe("alg=RS256 aud=a+b");
  });

  test("are hostile: signs, tokens and long texts do not come through", () => {
    const claims = claimsOf(
      token({
        iss: 'x"] password=hunter2 \n\\',
        aud: ["ghp_".padEnd(40, "a1B2"), "://a:b@c", "v".repeat(500)],
      }),
      undefined,
      0,
    )!;
    expect(claims).toBe("alg=RS256 iss=x.pass... aud=ghp.a1B2...+.c...+vvvvvvvv...");
  });

  test.each([
    ["https://ann:hunter2@idp.example/t?token=hunter2#x", "https://idp.example/t"],
    ["https://idp.example/a@b", "https://idp.example/..."],
    [token({ a: 1 }), "eyJ..."],
    ["https://idp.example/3f2504e04f8911d3/v2", "https://idp.example/3f2504e0.../v2"],
    ["a plain name", "a.plain...."],
    ["https://shop-eu.example:8443/realms/main", "https://shop-eu.example/..."],
    ["shop-eu.example/realms/main", "shop-eu.example/realms/main"],
    [`x/${token({ a: 1 })}`, "x.eyJ..."],
  ])("an issuer keeps no credential: %j", (iss, expected) => {
    expect(claimsOf(token({ iss }), undefined, 0)).toBe(`alg=RS256 iss=${expected}`);
  });

  test.each([
    "",
    "abc",
    "a.b.c",
    `${part([1])}.${part({})}.x`,
    `${part({ alg: "x" })}.${part(7)}.x`,
    "..",
    "\u1234.x",
  ])("%j has none", (text) => {
    expect(claimsOf(text, undefined, 0)).toBeUndefined();
  });
});

test("the censor labels what is no token, and gives jti's pseudonym where there is a key", () => {
  const jwt = token({ jti: "one" });
  const written = () => createReplacer("claims", ["jwt/jws"]).replacement(0, 0, jwt);
  vi.stubEnv("SCRUBJAY_HMAC_KEY", "");
  expect(written()).toBe("[REDACTED:jwt/jws alg=RS256]");
  vi.stubEnv("SCRUBJAY_HMAC_KEY", "0123456789abcdef-of-a-test");
  expect(written()).toMatch(/^\[REDACTED:jwt\/jws alg=RS256 jti#[0-9a-f]{12}\]$/);
  expect(createReplacer("claims", ["jwt/jws"]).replacement(0, 0, "hunter2")).toBe("[REDACTED:jwt/jws]");
  vi.unstubAllEnvs();
});
