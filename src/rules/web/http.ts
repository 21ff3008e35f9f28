import type { CatalogueShape } from "../catalogue-shape.ts";

/** Authorization schemes that give themselves away without the header's name, and their parameters. */
export const httpRules: readonly CatalogueShape[] = [
  {
    id: "http/bearer",
    name: "Bearer token in running text",
    pattern: "bearer[ +]{1,4}([A-Za-z0-9._~+/-]{12,}=*)",
    example: "Bearer «k3Jq9vR2xW7b»",
    nearMiss: "Bearex k3Jq9vR2xW7b",
    ignoreCase: true,
    check: "entropy",
    checkDecides: true,
    source: "https://www.rfc-editor.org/rfc/rfc6750#section-2.1",
  },
  {
    id: "http/basic",
    name: "Basic credentials in running text",
    pattern: "basic[ +]{1,4}([A-Za-z0-9+/]{12,}={0,2})",
    example: "Basic «YW5uOmh1bnRlcjIyeA==»",
    nearMiss: "Basix YW5uOmh1bnRlcjIyeA==",
    ignoreCase: true,
    check: "entropy",
    checkDecides: true,
    source: "https://www.rfc-editor.org/rfc/rfc7617#section-2",
  },
  {
    // HAProxy's capture of a header, with others beside it: short credentials, too.
    id: "http/captured-bearer",
    name: "Bearer token among captured headers",
    pattern: "[{|]Bearer ([\\w.~+/-]*\\d[\\w.~+/-]*=*)[|}]",
    example: "|Bearer «k3Jq9vR2xW7b»|",
    nearMiss: "|Bearex k3Jq9vR2xW7b|",
    source: "https://docs.haproxy.org/3.0/configuration.html#8.8",
  },
  {
    // A string that is nothing but the header's value: short credentials too, but no word ("Bearer Authentication").
    id: "http/quoted-credentials",
    name: "Value of an Authorization header in quotes",
    pattern: "^(?:bearer|basic) {1,3}([a-z._~+/-]*\\d[a-z0-9._~+/-]{3,}=*)$",
    example: "Bearer «h7unter22x»",
    nearMiss: "Bearex h7unter22x",
    ignoreCase: true,
    source: "https://www.rfc-editor.org/rfc/rfc9110#section-11.6.2",
  },
  {
    // Node's `http.request({ auth: "ann:…" })`, as errors of HTTP clients show it.
    id: "http/auth-option",
    name: "Password in NAME:PASSWORD under auth",
    pattern:
      "\\bauth\\\\{0,7}[\"']?[ \\t]{0,3}[:=]>?[ \\t]{0,3}\\\\{0,7}[\"'][\\w.@+-]+:([^\\s\"'\\\\/:][^\\s\"'\\\\]*)[\"'\\\\]",
    example: "auth: 'ann:«hunter22x»'",
    nearMiss: "autx: 'ann:hunter22x'",
    source: "https://nodejs.org/api/http.html#httprequestoptions-callback",
  },
  {
    id: "http/digest-response",
    name: "Response of Digest authentication",
    pattern: 'response=\\\\{0,7}"?([0-9a-f]{32,})',
    example: "response=«‹hex 32›»",
    nearMiss: "response=‹hex 30›x‹hex 1›",
    ignoreCase: true,
    source: "https://www.rfc-editor.org/rfc/rfc7616#section-3.4",
  },
  {
    id: "http/signature",
    name: "Signature of a signed request (SigV4 and its relatives, Cavage, RFC 9421)",
    pattern: '\\bsignature=\\\\{0,7}"?([\\w+/%-]{24,}={0,2})',
    example: 'signature="«‹base64 28›»"',
    nearMiss: 'signaturx="‹base64 28›"',
    ignoreCase: true,
    check: "entropy",
    checkDecides: true,
    source: "https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-auth-using-authorization-header.html",
  },
  {
    id: "http/mac",
    name: "MAC of Hawk and MAC authentication",
    pattern: '\\bmac=\\\\{0,7}"([A-Za-z0-9+/]{20,}={0,2})',
    example: 'mac="«‹base64 20›»',
    nearMiss: 'mac="‹base64 19›',
    ignoreCase: true,
    source: "https://github.com/mozilla/hawk/blob/main/API.md",
  },
];
