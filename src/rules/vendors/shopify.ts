import type { ShapeRule } from "../rule.ts";
import { credsweeper } from "./peers.ts";

const DOC = "https://shopify.dev/docs/apps/build/authentication-authorization";

export const shopify: readonly ShapeRule[] = [
  {
    id: "shopify/access-token",
    name: "Shopify Admin API access token",
    pattern: "shpat_[0-9a-zA-Z]{32}",
    token: true,
    source: DOC,
  },
  {
    id: "shopify/custom-app-token",
    name: "Shopify custom app access token",
    pattern: "shpca_[0-9a-zA-Z]{32}",
    token: true,
    source: DOC,
  },
  {
    id: "shopify/private-app-password",
    name: "Shopify private app password",
    pattern: "shppa_[0-9a-zA-Z]{32}",
    token: true,
    source: DOC,
  },
  {
    id: "shopify/user-token",
    name: "Shopify access token of an app's installation",
    pattern: "shpua_[0-9a-fA-F]{32}",
    token: true,
    source: "https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens",
  },
  {
    id: "shopify/shared-secret",
    name: "Shopify app shared secret",
    pattern: "shpss_[0-9a-zA-Z]{32}",
    token: true,
    source: DOC,
  },
  {
    id: "shopify/theme-password",
    name: "Shopify theme access password",
    pattern: "shptka_[0-9a-zA-Z]{32}",
    token: true,
    source: credsweeper,
  },
  {
    id: "shopify/partner-token",
    name: "Shopify Partner API token",
    pattern: "prtapi_[0-9a-f]{32}",
    token: true,
    source: "https://shopify.dev/docs/api/partner",
  },
  {
    id: "shopify/automation-token",
    name: "Shopify CLI automation token",
    pattern: "\\batkn_[0-9a-f]{64,}",
    source: "https://shopify.dev/docs/apps/launch/deployment",
  },
];
