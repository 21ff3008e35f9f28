import type { ShapeRule } from "../rule.ts";
import { betterleaks, gitleaks, titus } from "./peers.ts";
import { BASE64, EQUALS, PADDING, SLASH } from "./spelling.ts";

/** Issuers with few rules, sorted. */
export const startingWithI: readonly ShapeRule[] = [
  {
    id: "ifttt/webhook",
    name: "IFTTT webhook URL",
    pattern: `\\bwith${SLASH}key${SLASH}([\\w-]{20,})`,
    source: "https://ifttt.com/maker_webhooks",
  },
  {
    id: "imagekit/private-key",
    name: "ImageKit private API key",
    pattern: `\\bprivate_${BASE64}{27}${EQUALS}`,
    source: titus("imagekit"),
  },
  {
    id: "infisical/service-token",
    name: "Infisical service token",
    // The first part is the token's id, a UUID where Infisical keeps it in PostgreSQL.
    pattern:
      "\\bst\\.(?:[0-9a-f]{24}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.[0-9a-f]{32}\\.[0-9a-f]{32}",
    source: "https://infisical.com/docs/documentation/platform/token",
  },
  {
    id: "infracost/api-key",
    name: "Infracost API key",
    pattern: "\\bico-[A-Za-z0-9]{32}\\b",
    source: gitleaks,
  },
  {
    id: "infura/project-url",
    name: "Infura API key in a URL",
    pattern: `\\.infura\\.io${SLASH}(?:ws${SLASH})?v3${SLASH}([0-9a-f]{32})\\b`,
    source: "https://docs.metamask.io/services/get-started/endpoints/",
  },
  {
    id: "inngest/signing-key",
    name: "Inngest signing key",
    pattern: "signkey-(?:prod|test|branch|staging)-[0-9a-f]{32,}",
    source: "https://www.inngest.com/docs/platform/signing-keys",
  },
  {
    id: "intercom/access-token",
    name: "Intercom access token",
    pattern: `\\bdG9rO${BASE64}{32,}${PADDING}`,
    source: gitleaks,
  },
  {
    id: "intra42/client-secret",
    name: "42 School client secret",
    pattern: "s-s4t2(?:ud|af)-[0-9a-f]{64}",
    token: true,
    source: gitleaks,
  },
  {
    id: "intra42/client-id",
    name: "42 School client id",
    pattern: "u-s4t2(?:ud|af)-[0-9a-f]{64}",
    token: true,
    optIn: true,
    source: gitleaks,
  },
  {
    id: "ionic/pat",
    name: "Ionic personal access token",
    pattern: "\\bion_[A-Za-z0-9]{42}\\b",
    source: betterleaks,
  },
];
