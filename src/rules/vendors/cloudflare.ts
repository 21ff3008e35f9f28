import type { ShapeRule } from "../rule.ts";
import { gitleaks, trufflehog } from "./peers.ts";
import { BASE64, PADDING } from "./spelling.ts";

export const cloudflare: readonly ShapeRule[] = [
  {
    id: "cloudflare/api-token",
    name: "Cloudflare account or user API token",
    pattern: "cf[au]t_[A-Za-z0-9]{44,}",
    source: trufflehog("cloudflareapitoken/v2"),
  },
  {
    id: "cloudflare/global-key",
    name: "Cloudflare global API key",
    pattern: "cfk_[A-Za-z0-9]{44,}",
    source: trufflehog("cloudflareapitoken/v2"),
  },
  {
    id: "cloudflare/origin-ca-key",
    name: "Cloudflare Origin CA key",
    pattern: "v1\\.0-[0-9a-f]{24}-[0-9a-f]{146}",
    source: gitleaks,
  },
  {
    id: "cloudflare/tunnel-token",
    name: "Cloudflare Tunnel token",
    pattern: `eyJhIjoi[A-Za-z0-9]{44}LCJ0Ijoi${BASE64}{20,}${PADDING}`,
    source: "https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/",
  },
];
