import type { CatalogueShape } from "../catalogue-shape.ts";
import { noseyparker } from "./peers.ts";

const DOC = "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/";

export const newrelic: readonly CatalogueShape[] = [
  {
    id: "newrelic/user-key",
    name: "New Relic user key",
    pattern: "NRAK-[A-Za-z0-9]{27}",
    example: "«NRAK-‹base62 27›»",
    nearMiss: "NRAK.‹base62 27›",
    token: true,
    source: DOC,
  },
  {
    id: "newrelic/license-key",
    name: "New Relic licence key",
    pattern: "\\b[0-9a-zA-Z]{36}NRAL\\b",
    example: "«‹base62 36›NRAL»",
    nearMiss: "‹base62 18›_‹base62 17›NRAL",
    source: DOC,
  },
  {
    id: "newrelic/insights-key",
    name: "New Relic Insights insert or query key",
    pattern: "NRI[IQ]-[\\w-]{32}",
    example: "«NRIQ-‹base64url 32›»",
    nearMiss: "NRIQ-‹base64url 4›",
    token: true,
    source: DOC,
  },
  {
    id: "newrelic/browser-key",
    name: "New Relic browser key",
    pattern: "NR(?:JS|BR)-[0-9a-f]{19}",
    example: "«NRJS-‹hex 19›»",
    nearMiss: "NRJS.‹hex 19›",
    token: true,
    optIn: true,
    source: DOC,
  },
  {
    id: "newrelic/admin-key",
    name: "New Relic admin key",
    pattern: "NR(?:AA|RA)-[0-9a-f]{27,42}",
    example: "«NRAA-‹hex 27›»",
    nearMiss: "NRAA.‹hex 27›",
    token: true,
    source: DOC,
  },
  {
    id: "newrelic/pixie-key",
    name: "New Relic Pixie API or deploy key",
    pattern: "px-(?:api|dep)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    example: "«px-api-‹hex 8›-‹hex 4›-‹hex 4›-‹hex 4›-‹hex 12›»",
    nearMiss: "px-api-‹hex 8›-‹hex 4›-‹hex 4›-‹hex 4›-‹hex 11›",
    source: noseyparker("newrelic"),
  },
];
