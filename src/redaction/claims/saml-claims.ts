import { type Claims, decodeBase64 } from "./claim-text.ts";

/** Texts of elements and attributes are looked at so far. */
const ISSUER = /<(?:[\w-]{1,16}:)?Issuer(?:\s*[A-Za-z]+=[^<>]{0,256})?>([^<>]{1,256})</u;
const AUDIENCE = /<(?:[\w-]{1,16}:)?Audience>([^<>]{1,256})</gu;
const EXPIRY = /<(?:[\w-]{1,16}:)?Conditions[^<>]{0,256}NotOnOrAfter=["']([^"'<>]{1,40})["']/u;

/** A date of XML Schema in the only time zone that SAML allows. */
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

/**
 * The issuer, the audiences and the expiry of a SAML assertion (section 2 of
 * https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf).
 *
 * @param secret XML without its escapes and blanks, or its base64
 * @returns Undefined where it says none of them; that of a redirect is compressed
 */
export function samlClaims(secret: string): Claims | undefined {
  const xml = secret.includes("<") ? secret : xmlIn(secret);
  if (xml === undefined) return undefined;
  const iss = ISSUER.exec(xml)?.[1];
  const aud = Array.from(xml.matchAll(AUDIENCE), ([, audience]) => audience);
  const exp = secondsOf(EXPIRY.exec(xml)?.[1]);
  return iss === undefined && aud.length === 0 && exp === undefined ? undefined : { iss, aud, exp };
}

function xmlIn(base64: string): string | undefined {
  try {
    return decodeBase64(base64);
  } catch {
    return undefined;
  }
}

function secondsOf(date: string | undefined): number | undefined {
  return date !== undefined && DATE.test(date) ? Date.parse(date) / 1000 : undefined;
}
