import type { CatalogueShape } from "../catalogue-shape.ts";
import { betterleaks, gitleaks, titus } from "./peers.ts";
import { BASE64, EQUALS, PADDING, SLASH } from "./spelling.ts";

/** Issuers with few rules, sorted. */
export const startingWithI: readonly CatalogueShape[] = [
  {
    id: "ifttt/webhook",
    name: "IFTTT webhook URL",
    pattern: `\\bwith${SLASH}key${SLASH}([\\w-]{20,})`,
    example: "with/key/«‹base64url 24›»",
    nearMiss: "with/kex/‹base64url 24›",
    source: "https://ifttt.com/maker_webhooks",
  },
  {
    id: "imagekit/private-key",
    name: "ImageKit private API key",
    pattern: `\\bprivate_${BASE64}{20,}${EQUALS}`,
    example: "«private_‹base64 27›=»",
    nearMiss: "private_‹base64 18›_‹base64 10›=",
    source: titus("imagekit"),
  },
  {
    id: "infisical/service-token",
    name: "Infisical service token",
    // The first part is the token's id, a UUID where Infisical keeps it in PostgreSQL.
    pattern:
      "\\bst\\.(?:[0-9a-f]{24}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.[0-9a-f]{32}\\.[0-9a-f]{32}",
    example: "«st.‹hex 24›.‹hex 32›.‹hex 32›»",
    nearMiss: "st.‹hex 24›.‹hex 32›.‹hex 31›",
    source: "https://infisical.com/docs/documentation/platform/token",
  },
  {
    id: "infracost/api-key",
    name: "Infracost API key",
    pattern: "\\bico-[A-Za-z0-9]{32}\\b",
    example: "«ico-‹base62 32›»",
    nearMiss: "ico.‹base62 32›",
    source: gitleaks,
  },
  {
    id: "infura/project-url",
    name: "Infura API key in a URL",
    pattern: `\\.infura\\.io${SLASH}(?:ws${SLASH})?v3${SLASH}([0-9a-f]{32})\\b`,
    example: ".infura.io/v3/«‹hex 32›»",
    nearMiss: ".infura.io/v3/‹hex 16›g‹hex 15›",
    source: "https://docs.metamask.io/services/get-started/endpoints/",
  },
  {
    id: "inngest/signing-key",
    name: "Inngest signing key",
    pattern: "signkey-(?:prod|test|branch|staging)-[0-9a-f]{32,}",
    example: "«signkey-prod-‹hex 36›»",
    nearMiss: "signkey-prod-‹hex 4›",
    source: "https://www.inngest.com/docs/platform/signing-keys",
  },
  {
    id: "intercom/access-token",
    name: "Intercom access token",
    pattern: `\\bdG9rO${BASE64}{24,}${PADDING}`,
    example: "«dG9rO‹base64 32›»",
    nearMiss: "dG9rX‹base64 32›",
    source: gitleaks,
  },
  {
    id: "intra42/client-secret",
    name: "42 School client secret",
    pattern: "s-s4t2(?:ud|af)-[0-9a-f]{64}",
    example: "«s-s4t2ud-‹hex 64›»",
    nearMiss: "s-s4t2ud.‹hex 64›",
    token: true,
    source: gitleaks,
  },
  {
    id: "intra42/client-id",
    name: "42 School client id",
    pattern: "u-s4t2(?:ud|af)-[0-9a-f]{64}",
    example: "«u-s4t2ud-‹hex 64›»",
    nearMiss: "u-s4t2ud-‹hex 4›",
    token: true,
    optIn: true,
    source: gitleaks,
  },
  {
    id: "ionic/pat",
    name: "Ionic personal access token",
    pattern: "\\bion_[A-Za-z0-9]{42}\\b",
    example: "«ion_‹base62 42›»",
    nearMiss: "ion.‹base62 42›",
    source: betterleaks,
  },
];
