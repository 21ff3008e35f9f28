import { claimText, decodeBase64 } from "./claim-text.ts";
import { samlClaims } from "./saml-claims.ts";

/**
 * What a credential says of itself that explains a refusal: how it is signed, who issued it, for whom, and until when.
 * Never its signature, its subject or anything else. Nothing of it was verified.
 *
 * @param secret A JSON Web Token (RFC 7519) or a SAML assertion
 * @param pseudonym Gives the pseudonym of `jti`, where there is a key for one
 * @param now Milliseconds since 1970
 * @returns Undefined for what is neither, or encrypted
 */
export function claimsOf(
  secret: string,
  pseudonym: ((secret: string) => string) | undefined,
  now: number,
): string | undefined {
  const [header, payload] = secret.split(".", 2).map(partOf);
  if (header === undefined || payload === undefined) {
    const claims = samlClaims(secret);
    return claims && claimText(claims, now);
  }
  const { iss, aud, exp, jti } = payload;
  const named = typeof jti === "string" && pseudonym ? pseudonym(jti) : undefined;
  return claimText({ alg: header.alg, iss, aud: Array.isArray(aud) ? aud : [aud], exp, jti: named }, now);
}

function partOf(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const claims: unknown = JSON.parse(decodeBase64(part.replaceAll("-", "+").replaceAll("_", "/")));
    return typeof claims === "object" && claims !== null && !Array.isArray(claims)
      ? (claims as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
