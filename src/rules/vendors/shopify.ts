import type { CatalogueShape } from "../catalogue-shape.ts";
import { credsweeper } from "./peers.ts";

const DOC = "https://shopify.dev/docs/apps/build/authentication-authorization";

export const shopify: readonly CatalogueShape[] = [
  {
    id: "shopify/access-token",
    name: "Shopify Admin API access token",
    pattern: "shpat_[0-9a-zA-Z]{32}",
    example: "«shpat_‹base62 32›»",
    nearMiss: "shpat.‹base62 32›",
    token: true,
    source: DOC,
  },
  {
    id: "shopify/custom-app-token",
    name: "Shopify custom app access token",
    pattern: "shpca_[0-9a-zA-Z]{32}",
    example: "«shpca_‹base62 32›»",
    nearMiss: "shpca_‹base62 4›",
    token: true,
    source: DOC,
  },
  {
    id: "shopify/private-app-password",
    name: "Shopify private app password",
    pattern: "shppa_[0-9a-zA-Z]{32}",
    example: "«shppa_‹base62 32›»",
    nearMiss: "shppa.‹base62 32›",
    token: true,
    source: DOC,
  },
  {
    id: "shopify/user-token",
    name: "Shopify access token of an app's installation",
    pattern: "shpua_[0-9a-fA-F]{32}",
    example: "«shpua_‹hex 32›»",
    nearMiss: "shpua.‹hex 32›",
    token: true,
    source: "https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens",
  },
  {
    id: "shopify/shared-secret",
    name: "Shopify app shared secret",
    pattern: "shpss_[0-9a-zA-Z]{32}",
    example: "«shpss_‹base62 32›»",
    nearMiss: "shpss_‹base62 4›",
    token: true,
    source: DOC,
  },
  {
    id: "shopify/theme-password",
    name: "Shopify theme access password",
    pattern: "shptka_[0-9a-zA-Z]{32}",
    example: "«shptka_‹base62 32›»",
    nearMiss: "shptka.‹base62 32›",
    token: true,
    source: credsweeper,
  },
  {
    id: "shopify/partner-token",
    name: "Shopify Partner API token",
    pattern: "prtapi_[0-9a-f]{32}",
    example: "«prtapi_‹hex 32›»",
    nearMiss: "prtapi.‹hex 32›",
    token: true,
    source: "https://shopify.dev/docs/api/partner",
  },
  {
    id: "shopify/automation-token",
    name: "Shopify CLI automation token",
    pattern: "\\batkn_[0-9a-f]{32,}",
    example: "«atkn_‹hex 68›»",
    nearMiss: "atkn_‹hex 4›",
    source: "https://shopify.dev/docs/apps/launch/deployment",
  },
];
