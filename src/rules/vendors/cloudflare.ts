import type { CatalogueShape } from "../catalogue-shape.ts";
import { gitleaks, trufflehog } from "./peers.ts";
import { BASE64, PADDING } from "./spelling.ts";

export const cloudflare: readonly CatalogueShape[] = [
  {
    id: "cloudflare/api-token",
    name: "Cloudflare account or user API token",
    pattern: "cf[au]t_[A-Za-z0-9]{44,}",
    example: "«cfut_‹base62 48›»",
    nearMiss: "cfut_‹base62 24›_‹base62 23›",
    source: trufflehog("cloudflareapitoken/v2"),
  },
  {
    id: "cloudflare/global-key",
    name: "Cloudflare global API key",
    pattern: "cfk_[A-Za-z0-9]{44,}",
    example: "«cfk_‹base62 48›»",
    nearMiss: "cfk_‹base62 4›",
    source: trufflehog("cloudflareapitoken/v2"),
  },
  {
    id: "cloudflare/origin-ca-key",
    name: "Cloudflare Origin CA key",
    pattern: "v1\\.0-[0-9a-f]{24}-[0-9a-f]{32,}",
    example: "«v1.0-‹hex 24›-‹hex 146›»",
    nearMiss: "v1.0.‹hex 24›-‹hex 146›",
    source: gitleaks,
  },
  {
    id: "cloudflare/tunnel-token",
    name: "Cloudflare Tunnel token",
    pattern: `eyJhIjoi[A-Za-z0-9]{44}LCJ0Ijoi${BASE64}{12,}${PADDING}`,
    example: "«eyJhIjoi‹base62 44›LCJ0Ijoi‹base64 20›»",
    nearMiss: "eyJhIjoi‹base62 22›_‹base62 21›LCJ0Ijoi‹base64 20›",
    source: "https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/",
  },
];
