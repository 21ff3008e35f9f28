import type { CatalogueShape } from "../catalogue-shape.ts";
import { betterleaks, gitleaks, kingfisher } from "./peers.ts";
import { PLUS } from "./spelling.ts";

/** Issuers with few rules, sorted. */
export const startingWithE: readonly CatalogueShape[] = [
  {
    id: "e2b/api-key",
    name: "E2B API key",
    pattern: "e2b_[0-9a-f]{40}\\b",
    example: "«e2b_‹hex 40›»",
    nearMiss: "e2b_‹hex 39›",
    source: "https://e2b.dev/docs/getting-started/api-key",
  },
  {
    id: "easypost/api-key",
    name: "EasyPost API key",
    pattern: "\\bEZ[AT]K[A-Za-z0-9]{54}\\b",
    example: "«EZTK‹base62 54›»",
    nearMiss: "EZTX‹base62 54›",
    source: gitleaks,
  },
  {
    id: "ebay/client-secret",
    name: "eBay client secret",
    pattern: "PRD-[0-9a-f]{8,12}(?:-[0-9a-f]{4}){3}-[0-9a-f]{4,12}",
    example: "«PRD-‹hex 12›-‹hex 4›-‹hex 4›-‹hex 4›-‹hex 12›»",
    nearMiss: "PRD-‹hex 6›g‹hex 5›-‹hex 4›-‹hex 4›-‹hex 4›-‹hex 12›",
    source: betterleaks,
  },
  {
    id: "elastic/cloud-api-key",
    name: "Elastic Cloud API key",
    pattern: "essu_[A-Za-z0-9+/]{60,}={0,2}",
    example: "«essu_‹base64 64›»",
    nearMiss: "essu_‹base64 4›",
    token: true,
    source: betterleaks,
  },
  {
    id: "elevenlabs/api-key",
    name: "ElevenLabs API key",
    pattern: "\\bsk_[0-9a-f]{48}\\b",
    example: "«sk_‹hex 48›»",
    nearMiss: "sk.‹hex 48›",
    source: kingfisher("elevenlabs"),
  },
  {
    id: "endorlabs/api-key",
    name: "Endor Labs API key or secret",
    pattern: `endr${PLUS}[A-Za-z0-9-]{16}`,
    example: "«endr+‹base62 16›»",
    nearMiss: "endr+‹base62 8›_‹base62 7›",
    source: betterleaks,
  },
  {
    id: "exoscale/api-key",
    name: "Exoscale API key",
    pattern: "\\bEXO[0-9a-zA-Z]{24,30}\\b",
    example: "«EXO‹base62 24›»",
    nearMiss: "EXO‹base62 23›",
    check: "entropy",
    checkDecides: true,
    source: betterleaks,
  },
];

/** What Elasticsearch prints around a credential of any shape: see `printedRules`. */
export const printedWithE: readonly CatalogueShape[] = [
  {
    id: "elastic/first-password",
    name: "Password of a built-in user of Elasticsearch",
    source: "https://www.elastic.co/docs/deploy-manage/security/self-auto-setup",
    pattern: String.raw`\bPassword for the \[?\w+\]? user (?:\([^)\n]+\):|successfully reset\.\s+New value:)\s+([\w*+=-]{16,})`,
    example: "Password for the ann user (ann): «‹base62 32›»",
    nearMiss: "Password for the ann usex (ann): ‹base62 32›",
  },
  {
    id: "elastic/encoded-key",
    name: "API key of Elasticsearch, encoded beside itself",
    source: "https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-security-create-api-key",
    pattern: String.raw`"api_key\\{0,7}" ?: ?\\{0,7}"[^"\n]*" ?,\s*\\{0,7}"encoded\\{0,7}" ?: ?\\{0,7}"([\w+/=-]{16,})`,
    example: '"api_key":"","encoded":"«‹base62 32›»',
    nearMiss: '"api_key":"","encodex":"‹base62 32›',
  },
];
