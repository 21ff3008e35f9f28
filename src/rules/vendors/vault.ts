import type { CatalogueShape } from "../catalogue-shape.ts";

const DOC = "https://developer.hashicorp.com/vault/docs/concepts/tokens";

export const vault: readonly CatalogueShape[] = [
  {
    id: "vault/service-token",
    name: "HashiCorp Vault service token",
    pattern: "hvs\\.[\\w-]{24,120}",
    example: "«hvs.‹base64url 24›»",
    nearMiss: "hvx.‹base64url 24›",
    token: true,
    source: DOC,
  },
  {
    id: "vault/batch-token",
    name: "HashiCorp Vault batch token",
    pattern: "hvb\\.[\\w-]{130,300}",
    example: "«hvb.‹base64url 130›»",
    nearMiss: "hvx.‹base64url 130›",
    token: true,
    source: DOC,
  },
  {
    id: "vault/recovery-token",
    name: "HashiCorp Vault recovery token",
    pattern: "hvr\\.[\\w-]{24,120}",
    example: "«hvr.‹base64url 24›»",
    nearMiss: "hvr.‹base64url 4›",
    token: true,
    source: DOC,
  },
  {
    id: "vault/secret-id",
    name: "Secret id of Vault's AppRole, of Consul and Nomad",
    source: "https://developer.hashicorp.com/vault/docs/auth/approle",
    pattern: String.raw`\bsecret[_ ]?id(?:\\{0,7}["'])?(?:[ \t]{0,16}[:=]{1,2}>?|[ \t]{2,24})[ \t]*(?:\\{0,7}["'])?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})`,
    example: "SecretID:         «0f8fad5b-d9cb-469f-a165-70867728950e»",
    nearMiss: "SecretIX:         0f8fad5b-d9cb-469f-a165-70867728950e",
    ignoreCase: true,
  },
];
