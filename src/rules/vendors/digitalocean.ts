import type { ShapeRule } from "../rule.ts";

const DOC = "https://docs.digitalocean.com/reference/api/create-personal-access-token/";

export const digitalocean: readonly ShapeRule[] = [
  {
    id: "digitalocean/access-token",
    name: "DigitalOcean personal access token",
    pattern: "dop_v1_[0-9a-f]{64}",
    token: true,
    source: DOC,
  },
  {
    id: "digitalocean/oauth-token",
    name: "DigitalOcean OAuth token",
    pattern: "doo_v1_[0-9a-f]{64}",
    token: true,
    source: DOC,
  },
  {
    id: "digitalocean/refresh-token",
    name: "DigitalOcean refresh token",
    pattern: "dor_v1_[0-9a-f]{64}",
    token: true,
    source: DOC,
  },
  {
    id: "digitalocean/model-access-key",
    name: "DigitalOcean model access key",
    pattern: "\\bsk-do-v1-[\\w-]{20,}",
    source: "https://docs.digitalocean.com/products/inference/how-to/manage-model-access-keys/",
  },
  {
    id: "digitalocean/spaces-key-id",
    name: "DigitalOcean Spaces access key id",
    pattern: "\\bDO(?:00|801)[A-Z0-9]{15,16}\\b",
    optIn: true,
    source: "https://docs.digitalocean.com/products/spaces/how-to/manage-access/",
  },
];
