import type { BlockRule } from "../rule.ts";

/** "<" and "</" raw, in HTML, and in JSON that escapes them. */
const open = String.raw`(?:<|(?:&|\\u0026)lt;|\\u003[cC])`;
const close = String.raw`${open}(?:\\{1,7})?/`;

/** What closes an attribute. */
const quote = String.raw`(?:\\{0,7}["']{1,2}|&quot;)`;

/** SAML assertions as XML: whoever has one is the user until it expires. Test reports have assertions too. */
export const samlRules: readonly BlockRule[] = [
  {
    id: "saml/assertion",
    name: "SAML assertion",
    source: "https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf",
    begin: `${open}(?:saml2?p?:(?:Encrypted)?Assertion(?:[\\s>]|(?:&|\\\\u0026)gt;)|(?:[\\w-]{1,16}:)?(?:Encrypted)?Assertion\\s[^<>]*urn:oasis:names:tc:SAML[^"'<>&\\\\]*${quote})`,
    end: `${close}(?:[\\w-]{1,16}:)?(?:Encrypted)?Assertion`,
    body: "text",
  },
];
