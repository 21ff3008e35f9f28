import type { CatalogueShape } from "../catalogue-shape.ts";
import { BASE64, PADDING } from "./spelling.ts";

const DOC = "https://www.rfc-editor.org/rfc/rfc7515";

/** How a JSON object begins in base64: `{"`, `{ `, `{\r`, `{\n` and an indent or a member of a header. */
const HEADER = "e(?:yJ|yA|w0|wo(?:gI|J|i(?:[YZ]|dH|a2)))";

export const jsonWebTokens: readonly CatalogueShape[] = [
  {
    id: "jwt/jws",
    name: "JSON Web Token, also cut short",
    pattern:
      "(?:eyJhbGci|eyJ0eXAi|eyJraWQi|eyJlbmMi|eyJjdHki|eyJ4NXQ|eyJ4NWMi|eyJ4NXUi|eyJqa3Ui|eyJqd2si|eyJ6aXAi|eyJ2ZXIi|eyJjcml0|eyJlcGsi|eyJiNjQi|ewogICJhbGci|ewogICAgImFsZyI|ewogImFsZyI|eyAiYWxnI|ewogICJ0eXAi|eyAidHlwI)[\\w-]*(?:\\.[\\w-]+(?:\\.[\\w-]+)?|\\.\\.[\\w-]+)?",
    example: "«eyJhbGci‹base64url 12›»",
    nearMiss: "eyJhbGcx‹base64url 12›",
    check: "jwt",
    source: DOC,
  },
  {
    id: "jwt/jws-other-header",
    name: "JSON Web Token whose header begins with an uncommon member",
    pattern: `${HEADER}[\\w-]{8,}\\.e(?:yJ|yA|wo|w0|30)[\\w-]*\\.[\\w-]+`,
    example: "«eyJ‹base64url 20›.eyJ‹base64url 12›.‹base64url 13›»",
    nearMiss: "eyJ‹base64url 4›.eyJ‹base64url 12›.‹base64url 13›",
    check: "jwt",
    source: DOC,
  },
  {
    id: "jwt/jwe",
    name: "Encrypted JSON Web Token",
    pattern: `${HEADER}[\\w-]{8,}\\.[\\w-]*\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+`,
    example: "«eyJ‹base64url 20›.‹base64url 12›.‹base64url 13›.‹base64url 13›.‹base64url 13›»",
    nearMiss: "eyX‹base64url 20›.‹base64url 12›.‹base64url 13›.‹base64url 13›.‹base64url 13›",
    source: "https://www.rfc-editor.org/rfc/rfc7516",
  },
  {
    id: "jwk/private",
    name: "Private members of a JSON Web Key",
    // In JSON and as Node shows objects.
    pattern: String.raw`[ "'](?:kty["']?\s*:\s*["'](?:RSA|EC|OKP)|crv["']?\s*:\s*["'](?:Ed|P-|X|secp)\w+)["'](?:,\s*["']?[a-ce-oq-z]\w*["']?\s*:\s*["'][\w+:./-]*["'])*,\s*["']?[dp]["']?\s*:\s*["']([\w-]{22,})`,
    example: '{\n  "kty": "EC",\n  "x": "a",\n  "crv": "P-256",\n  "d": "«‹base62 32›»"\n}',
    nearMiss: '{\n  "kty": "EC",\n  "x": "a",\n  "crv": "P-256",\n  "x": "‹base62 32›"\n}',
    source: "https://www.rfc-editor.org/rfc/rfc7518#section-6.2.2",
  },
  {
    id: "jwk/private-member",
    name: "Private member of a JSON Web Key, by its name alone",
    pattern: String.raw`[ "'](?:dp|dq|qi)["']?\s*:\s*["']([\w-]{22,})`,
    example: '{"dp":"«‹base62 32›»"}',
    nearMiss: '{"dx":"‹base62 32›"}',
    source: "https://www.rfc-editor.org/rfc/rfc7518#section-6.3.2",
  },
  {
    id: "jwk/prime",
    name: "Prime factor of an RSA JSON Web Key",
    // Of an RSA key of 1,024 bits and more it has 86 characters and more; shorter ones may be a query.
    pattern: '"[pq]": ?"([A-Za-z0-9_-]{48,})',
    example: '"p":"«‹base64url 84›»',
    nearMiss: '"x":"‹base64url 84›',
    source: "https://www.rfc-editor.org/rfc/rfc7518#section-6.3.2",
  },
  {
    id: "jwk/symmetric",
    name: "Key in a symmetric JSON Web Key",
    pattern: String.raw`[ "']kty["']?\s*:\s*["']oct["'](?:,\s*["']?[a-jl-z]\w*["']?\s*:\s*["'][\w+:./-]*["'])*,\s*["']?k["']?\s*:\s*["']([\w-]{16,})`,
    example: "{ kty: 'oct', k: '«‹base62 32›»' }",
    nearMiss: "{ kty: 'oct', x: '‹base62 32›' }",
    source: "https://www.rfc-editor.org/rfc/rfc7518#section-6.4",
  },
  {
    id: "jwt/base64",
    name: "JSON Web Token in base64",
    pattern: `ZXlK[A-Za-z0-9+/_-]{3}(?:${BASE64}|[_-]){37,}${PADDING}`,
    example: "«ZXlK‹base62 3›‹base64 37›»",
    nearMiss: "ZXlK‹base62 3›‹base64 36›",
    source: DOC,
  },
];
