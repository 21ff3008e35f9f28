import type { ShapeRule } from "../rule.ts";
import { gitleaks, noseyparker } from "./peers.ts";
import { PADDING } from "./spelling.ts";

/** Issuers with few rules, sorted. */
export const startingWithG: readonly ShapeRule[] = [
  {
    id: "gocardless/access-token",
    name: "GoCardless access token",
    pattern: `\\blive_[\\w-]{38,40}${PADDING}`,
    check: "entropy",
    checkDecides: true,
    source: gitleaks,
  },
  {
    id: "grafana/service-account-token",
    name: "Grafana service account token",
    pattern: "glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}",
    token: true,
    source: "https://grafana.com/docs/grafana/latest/administration/service-accounts/",
  },
  {
    id: "grafana/cloud-token",
    name: "Grafana Cloud access policy token",
    pattern: "glc_[A-Za-z0-9+/]{32,400}={0,2}",
    token: true,
    source:
      "https://grafana.com/docs/grafana-cloud/account-management/authentication-and-permissions/access-policies/",
  },
  {
    id: "grafana/api-key",
    name: "Grafana API key (legacy)",
    pattern: "eyJrIjoi[A-Za-z0-9+/_-]{40,}={0,3}",
    token: true,
    source: gitleaks,
  },
  {
    id: "groq/api-key",
    name: "Groq API key",
    pattern: "gsk_[A-Za-z0-9]{52}",
    token: true,
    source: noseyparker("groq"),
  },
];
