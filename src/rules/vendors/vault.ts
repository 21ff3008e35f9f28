import type { ShapeRule } from "../rule.ts";

const DOC = "https://developer.hashicorp.com/vault/docs/concepts/tokens";

export const vault: readonly ShapeRule[] = [
  {
    id: "vault/service-token",
    name: "HashiCorp Vault service token",
    pattern: "hvs\\.[\\w-]{24,120}",
    token: true,
    source: DOC,
  },
  {
    id: "vault/batch-token",
    name: "HashiCorp Vault batch token",
    pattern: "hvb\\.[\\w-]{130,300}",
    token: true,
    source: DOC,
  },
  {
    id: "vault/recovery-token",
    name: "HashiCorp Vault recovery token",
    pattern: "hvr\\.[\\w-]{24,120}",
    token: true,
    source: DOC,
  },
  {
    id: "vault/secret-id",
    name: "Secret id of Vault's AppRole, of Consul and Nomad",
    source: "https://developer.hashicorp.com/vault/docs/auth/approle",
    pattern: String.raw`\bsecret[_ ]?id(?:\\{0,7}["'])?(?:[ \t]{0,16}[:=]{1,2}>?|[ \t]{2,24})[ \t]*(?:\\{0,7}["'])?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})`,
    ignoreCase: true,
  },
];
