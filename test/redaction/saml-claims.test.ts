import { describe, expect, test } from "vitest";
import { claimsOf } from "../../src/redaction/claims/claims.ts";
import { createRedactor } from "../../src/redactor/redactor.ts";

const NOW = Date.UTC(2026, 10, 22, 12, 3);
const SAID = "iss=https://idp.example/meta aud=api+shop exp=2026-11-22T12:00:00Z expired=3m";

function assertion({ issuer = "https://idp.example/meta", expiry = "2026-11-22T12:00:00Z" } = {}): string {
  return [
    '<saml:Assertion ID="_a1" Version="2.0">',
    `<saml:Issuer>${issuer}</saml:Issuer>`,
    "<saml:Subject><saml:NameID>ann@x.example</saml:NameID>",
    '<saml:SubjectConfirmationData NotOnOrAfter="2030-01-01T00:00:00Z"/></saml:Subject>',
    `<saml:Conditions NotBefore="2026-11-22T11:00:00Z" NotOnOrAfter="${expiry}"><saml:AudienceRestriction>`,
    "<saml:Audience>api</saml:Audience><saml:Audience>shop</saml:Audience>",
    "</saml:AudienceRestriction></saml:Conditions></saml:Assertion>",
  ].join("\n");
}

describe("the claims of a SAML assertion", () => {
  test("are issuer, audiences and expiry; never the subject", () => {
    expect(claimsOf(assertion(), undefined, NOW)).toBe(SAID);
    expect(claimsOf(assertion().replaceAll("saml:", ""), undefined, NOW)).toBe(SAID);
    expect(claimsOf(Buffer.from(assertion()).toString("base64"), undefined, NOW)).toBe(SAID);
  });

  test("are left out where they are none", () => {
    expect(claimsOf(assertion({ expiry: "soon" }), undefined, NOW)).not.toContain("exp");
    expect(claimsOf(assertion({ expiry: "2026-11-22" }), undefined, NOW)).not.toContain("exp");
    expect(
      claimsOf("<saml:EncryptedAssertion><xenc:CipherValue>Zq8</xenc:CipherValue>", undefined, NOW),
    ).toBe(undefined);
    expect(claimsOf("<Issuers>a</Issuers>", undefined, NOW)).toBe(undefined);
    expect(claimsOf("Zq8Lw2Xk", undefined, NOW)).toBe(undefined);
  });

  test("are hostile", () => {
    const claims = claimsOf(assertion({ issuer: '"] password=hunter2\n' }), undefined, NOW);
    expect(claims).toMatch(/^iss=\.passw\.{3} /);
  });

  test("stand in the mark, in XML, in JSON and in a form", () => {
    const { redact } = createRedactor({ censor: "claims" });
    const form = encodeURIComponent(Buffer.from(assertion()).toString("base64"));
    for (const [text, rule] of [
      [assertion(), "saml/assertion"],
      [JSON.stringify({ body: assertion() }), "saml/assertion"],
      [`POST /acs SAMLResponse=${form}&RelayState=1`, "saml/message"],
    ] as const) {
      const redacted = redact(text);
      expect(redacted).toContain(
        `[REDACTED:${rule} iss=https://idp.example/meta aud=api+shop exp=2026-11-22T12`,
      );
      expect(redacted).not.toContain("ann@x.example");
      expect(redact(redacted)).toBe(redacted);
    }
  });
});
