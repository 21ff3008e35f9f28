import type { CatalogueShape } from "../catalogue-shape.ts";

const DOC = "https://docs.digitalocean.com/reference/api/create-personal-access-token/";

export const digitalocean: readonly CatalogueShape[] = [
  {
    id: "digitalocean/access-token",
    name: "DigitalOcean personal access token",
    pattern: "dop_v1_[0-9a-f]{64}",
    example: "«dop_v1_‹hex 64›»",
    nearMiss: "dop_v1.‹hex 64›",
    token: true,
    source: DOC,
  },
  {
    id: "digitalocean/oauth-token",
    name: "DigitalOcean OAuth token",
    pattern: "doo_v1_[0-9a-f]{64}",
    example: "«doo_v1_‹hex 64›»",
    nearMiss: "doo_v1_‹hex 4›",
    token: true,
    source: DOC,
  },
  {
    id: "digitalocean/refresh-token",
    name: "DigitalOcean refresh token",
    pattern: "dor_v1_[0-9a-f]{64}",
    example: "«dor_v1_‹hex 64›»",
    nearMiss: "dor_v1.‹hex 64›",
    token: true,
    source: DOC,
  },
  {
    id: "digitalocean/model-access-key",
    name: "DigitalOcean model access key",
    pattern: "\\bsk-do-v1-[\\w-]{20,}",
    example: "«sk-do-v1-‹base64url 24›»",
    nearMiss: "sk-do-v1-‹base64url 12›!‹base64url 11›",
    source: "https://docs.digitalocean.com/products/inference/how-to/manage-model-access-keys/",
  },
  {
    id: "digitalocean/spaces-key-id",
    name: "DigitalOcean Spaces access key id",
    pattern: "\\bDO(?:00|801)[A-Z0-9]{15,16}\\b",
    example: "«DO00‹BASE36 15›»",
    nearMiss: "DO00‹BASE36 14›",
    optIn: true,
    source: "https://docs.digitalocean.com/products/spaces/how-to/manage-access/",
  },
];
