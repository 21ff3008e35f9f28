import type { ShapeRule } from "../rule.ts";
import { betterleaks, credsweeper, gitleaks, kingfisher, titus } from "./peers.ts";

const DOC = "https://shopify.dev/docs/apps/build/authentication-authorization";

export const commerce: readonly ShapeRule[] = [
  {
    id: "shopify/access-token",
    name: "Shopify Admin API access token",
    pattern: "shpat_[0-9a-zA-Z]{32}",
    source: DOC,
  },
  {
    id: "shopify/custom-app-token",
    name: "Shopify custom app access token",
    pattern: "shpca_[0-9a-zA-Z]{32}",
    source: DOC,
  },
  {
    id: "shopify/private-app-password",
    name: "Shopify private app password",
    pattern: "shppa_[0-9a-zA-Z]{32}",
    source: DOC,
  },
  {
    id: "shopify/user-token",
    name: "Shopify access token of an app's installation",
    pattern: "shpua_[0-9a-fA-F]{32}",
    source: "https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens",
  },
  {
    id: "shopify/shared-secret",
    name: "Shopify app shared secret",
    pattern: "shpss_[0-9a-zA-Z]{32}",
    source: DOC,
  },
  {
    id: "shopify/theme-password",
    name: "Shopify theme access password",
    pattern: "shptka_[0-9a-zA-Z]{32}",
    source: credsweeper,
  },
  {
    id: "easypost/api-key",
    name: "EasyPost API key",
    pattern: "\\bEZ[AT]K[A-Za-z0-9]{54}\\b",
    exact: true,
    source: gitleaks,
  },
  {
    id: "shippo/api-token",
    name: "Shippo API token",
    pattern: "shippo_(?:live|test)_[0-9a-f]{40}",
    source: gitleaks,
  },
  {
    id: "duffel/api-token",
    name: "Duffel API token",
    pattern: "duffel_(?:live|test)_[\\w=-]{43}",
    source: gitleaks,
  },
  {
    id: "flexport/api-key",
    name: "Flexport API key",
    pattern: "shltm_[\\w-]{40}",
    source: kingfisher("flexport"),
  },
  {
    id: "ebay/client-secret",
    name: "eBay client secret",
    pattern: "PRD-[0-9a-f]{8,12}(?:-[0-9a-f]{4}){3}-[0-9a-f]{4,12}",
    exact: true,
    source: betterleaks,
  },
  {
    id: "fleetbase/api-key",
    name: "Fleetbase API key",
    pattern: "flb_(?:live|test)_[A-Za-z0-9]{20,64}",
    source: titus("fleetbase"),
  },
  {
    id: "samsara/api-token",
    name: "Samsara API token",
    pattern: "samsara_api_[A-Za-z0-9]{26,32}",
    source: betterleaks,
  },
];
