import type { CatalogueShape } from "../catalogue-shape.ts";

/** Tokens of issuers that no rule is about, known by how they are put together; after all others. */
export const unknown: readonly CatalogueShape[] = [
  {
    id: "generic/issued-token",
    name: "Token that begins with its issuer's word",
    pattern: "\\b(?:[a-z]{2,10}|[A-Z]{2,10})\\d{0,2}[_-][\\w-]{23,}(?:\\.[\\w-]+){0,4}={0,2}",
    example: "«‹upper 6›-‹base64url 30›.‹base64url 25›.‹base64url 22›»",
    nearMiss: "‹upper 6›.‹base64url 30›.‹base64url 25›.‹base64url 22›",
    check: "issued",
    checkDecides: true,
    source: "https://github.blog/engineering/behind-githubs-new-authentication-token-formats/",
  },
];
