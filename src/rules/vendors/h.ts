import type { ShapeRule } from "../rule.ts";
import { gitleaks } from "./peers.ts";

/** Issuers with few rules, sorted. */
export const startingWithH: readonly ShapeRule[] = [
  {
    id: "harness/access-token",
    name: "Harness access token",
    pattern: "\\b[ps]at\\.[\\w-]{22}\\.[0-9a-zA-Z]{24}\\.[A-Za-z0-9]{20}",
    source: "https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/",
  },
  {
    id: "helicone/api-key",
    name: "Helicone API key",
    pattern: "\\bsk-helicone-[a-z0-9-]{20,}",
    source: "https://docs.helicone.ai/helicone-headers/helicone-auth",
  },
  {
    id: "heroku/api-key",
    name: "Heroku API key",
    pattern: "HRKU-(?:AA)?[\\w-]{36,58}",
    token: true,
    source: gitleaks,
  },
  {
    id: "hex/api-token",
    name: "Hex API token",
    pattern: "\\bhxtp_[A-Za-z0-9]{40,}",
    check: "entropy",
    checkDecides: true,
    source: "https://learn.hex.tech/docs/api-integrations/api/overview",
  },
  {
    id: "heygen/api-key",
    name: "HeyGen API key",
    pattern: "sk_V2_[\\w-]{40,}",
    token: true,
    source: "https://docs.heygen.com/docs/authentication",
  },
  {
    id: "honeycomb/api-key",
    name: "Honeycomb API key",
    pattern: "hc[a-z][ilm]k_[0-9a-z]{58}",
    source: "https://docs.honeycomb.io/get-started/configure/environment/manage-api-keys/",
  },
  {
    id: "hubspot/private-app-token",
    name: "HubSpot private app token",
    pattern: "pat-(?:na|eu|ap)\\d-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    source: "https://developers.hubspot.com/docs/guides/apps/private-apps/overview",
  },
  {
    id: "huggingface/user-token",
    name: "Hugging Face user access token",
    pattern: "hf_[A-Za-z0-9]{34}\\b",
    source: "https://huggingface.co/docs/hub/security-tokens",
  },
  {
    id: "huggingface/organization-token",
    name: "Hugging Face organization token",
    pattern: "api_org_[A-Za-z]{34}\\b",
    source: gitleaks,
  },
  {
    id: "hyperbrowser/api-key",
    name: "Hyperbrowser API key",
    pattern: "\\bhb_[0-9a-f]{28}\\b",
    source: "https://docs.hyperbrowser.ai/get-started/quickstart",
  },
];
