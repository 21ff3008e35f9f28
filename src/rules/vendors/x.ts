import type { CatalogueShape } from "../catalogue-shape.ts";
import { kingfisher } from "./peers.ts";

/** Issuers with few rules, sorted. */
export const startingWithX: readonly CatalogueShape[] = [
  {
    id: "x/bearer-token",
    name: "X (Twitter) app-only bearer token",
    pattern: "\\bA{21,22}[A-Za-z0-9%]{60,}",
    example: "«AAAAAAAAAAAAAAAAAAAAA‹base62 64›»",
    nearMiss: "AAAAAAAAAAAAAAAAAAAAX‹base62 64›",
    check: "entropy",
    checkDecides: true,
    source: "https://docs.x.com/resources/fundamentals/authentication/oauth-2-0/application-only",
  },
  {
    id: "xai/api-key",
    name: "xAI API key",
    pattern: "xai-[\\w-]{40,}",
    example: "«xai-‹base64url 74›»",
    nearMiss: "xai-‹base64url 37›!‹base64url 36›",
    source: kingfisher("xai"),
  },
  {
    id: "xata/api-key",
    name: "Xata API key",
    pattern: "\\bxau_[A-Za-z0-9]{30,}",
    example: "«xau_‹base62 34›»",
    nearMiss: "xau_‹base62 4›",
    check: "entropy",
    checkDecides: true,
    source: "https://xata.io/docs",
  },
  {
    id: "xendit/secret-key",
    name: "Xendit secret key",
    pattern: "xnd_(?:production|development)_[A-Za-z0-9]{40,}",
    example: "«xnd_production_‹base62 44›»",
    nearMiss: "xnd_production.‹base62 44›",
    token: true,
    source: "https://docs.xendit.co/docs/api-keys",
  },
  {
    id: "xendit/public-key",
    name: "Xendit public key",
    pattern: "xnd_public_(?:production|development)_[A-Za-z0-9_]{20,}",
    example: "«xnd_public_production_‹base62 24›»",
    nearMiss: "xnd_public_production.‹base62 24›",
    token: true,
    optIn: true,
    source: "https://docs.xendit.co/docs/api-keys",
  },
];
