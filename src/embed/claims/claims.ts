// What a credential says of itself that explains a refusal: `src/redaction/claims/`. Texts are managed strings here, as
// there are many short ones; who calls collects them.
import { Bytes } from "../bytes";
import { addPseudonym, Key } from "../secret/keys";
import { decodeBase64 } from "./base64";
import { Claims, claimText } from "./claim-text";
import { JsonReader } from "./json-reader";
import { samlClaims } from "./saml";

/**
 * What a JSON Web Token or a SAML assertion claims; empty for what is neither, or claims nothing.
 *
 * @param key Of the pseudonym of `jti`, null: there is none
 * @param now Milliseconds since 1970, negative: not known
 */
export function claimsOf(secret: string, key: Key | null, now: i64): string {
  const claims = new Claims();
  const dot = secret.indexOf(".");
  if (dot >= 0) {
    const end = secret.indexOf(".", dot + 1);
    const header = partOf(secret.substring(0, dot));
    const payload = partOf(end < 0 ? secret.substring(dot + 1) : secret.substring(dot + 1, end));
    if (header !== null && payload !== null) {
      claims.alg = header.alg;
      claims.iss = payload.iss;
      claims.audiences = payload.audiences;
      claims.exp = payload.exp;
      if (payload.hasJti && key !== null) claims.jti = pseudonymOf(payload.jti, key);
      return claimText(claims, now);
    }
  }
  return samlClaims(secret, claims) ? claimText(claims, now) : "";
}

/** A part of a token as the object that it is; null for anything else. */
function partOf(part: string): JsonReader | null {
  const text = decodeBase64(part, true);
  if (text === null) return null;
  const reader = new JsonReader(text);
  return reader.readDocument() ? reader : null;
}

function pseudonymOf(jti: string, key: Key): string {
  const bytes = new Bytes();
  addPseudonym(key, changetype<usize>(jti), jti.length, bytes);
  const text = String.UTF8.decodeUnsafe(bytes.address, bytes.length);
  bytes.free();
  return text;
}
