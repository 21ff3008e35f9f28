import type { CatalogueShape } from "../catalogue-shape.ts";
import { gitleaks, noseyparker } from "./peers.ts";
import { PADDING } from "./spelling.ts";

/** Issuers with few rules, sorted. */
export const startingWithG: readonly CatalogueShape[] = [
  {
    id: "gocardless/access-token",
    name: "GoCardless access token",
    pattern: `\\blive_[\\w-]{38,40}${PADDING}`,
    example: "«live_‹base64url 38›»",
    nearMiss: "live_‹base64url 37›",
    check: "entropy",
    checkDecides: true,
    source: gitleaks,
  },
  {
    id: "grafana/service-account-token",
    name: "Grafana service account token",
    pattern: "glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}",
    example: "«glsa_‹base62 32›_‹hex 8›»",
    nearMiss: "glsa.‹base62 32›_‹hex 8›",
    token: true,
    source: "https://grafana.com/docs/grafana/latest/administration/service-accounts/",
  },
  {
    id: "grafana/cloud-token",
    name: "Grafana Cloud access policy token",
    pattern: "glc_[A-Za-z0-9+/]{32,400}={0,2}",
    example: "«glc_‹base64 32›»",
    nearMiss: "glc.‹base64 32›",
    token: true,
    source:
      "https://grafana.com/docs/grafana-cloud/account-management/authentication-and-permissions/access-policies/",
  },
  {
    id: "grafana/api-key",
    name: "Grafana API key (legacy)",
    pattern: "eyJrIjoi[A-Za-z0-9+/_-]{40,}={0,3}",
    example: "«eyJrIjoi‹base62 44›»",
    nearMiss: "eyJrIjoi‹base62 4›",
    token: true,
    source: gitleaks,
  },
  {
    id: "groq/api-key",
    name: "Groq API key",
    pattern: "gsk_[A-Za-z0-9]{52}",
    example: "«gsk_‹base62 52›»",
    nearMiss: "gsk.‹base62 52›",
    token: true,
    source: noseyparker("groq"),
  },
];
