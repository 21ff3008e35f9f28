import type { ShapeRule } from "../rule.ts";
import { gitleaks, trufflehog } from "./peers.ts";
import { BASE64, PADDING } from "./spelling.ts";

const DOC = "https://developer.hashicorp.com/vault/docs/concepts/tokens";

export const secretStores: readonly ShapeRule[] = [
  {
    id: "proton-pass/access-token",
    name: "Proton Pass personal access token",
    pattern: "pst_[\\w-]{16,}::[\\w+/-]{16,}={0,2}",
    exact: true,
    source: "https://protonpass.github.io/pass-cli/commands/personal-access-token",
  },
  {
    id: "vault/service-token",
    name: "HashiCorp Vault service token",
    pattern: "hvs\\.[\\w-]{24,120}",
    source: DOC,
  },
  {
    id: "vault/batch-token",
    name: "HashiCorp Vault batch token",
    pattern: "hvb\\.[\\w-]{130,300}",
    source: DOC,
  },
  {
    id: "vault/recovery-token",
    name: "HashiCorp Vault recovery token",
    pattern: "hvr\\.[\\w-]{24,120}",
    source: DOC,
  },
  {
    id: "terraform/api-token",
    name: "HCP Terraform API token",
    pattern: `[A-Za-z0-9]{14}\\.atlasv1\\.[\\w-]{8,}${PADDING}`,
    exact: true,
    source: gitleaks,
  },
  {
    id: "doppler/token",
    name: "Doppler token",
    pattern: "dp\\.(?:pt|st|ct|sa|scim|audit)\\.(?:[a-z0-9_-]{2,35}\\.)?[A-Za-z0-9]{40,44}",
    source: "https://docs.doppler.com/reference/auth-token-formats",
  },
  {
    id: "onepassword/service-account-token",
    name: "1Password service account token",
    pattern: "ops_eyJ[A-Za-z0-9+/_-]{250,}={0,2}",
    source: "https://developer.1password.com/docs/service-accounts/",
  },
  {
    id: "onepassword/secret-key",
    name: "1Password account secret key",
    pattern: "A3-[A-Z0-9]{6}-(?:[A-Z0-9]{6}-[A-Z0-9]{5}|[A-Z0-9]{11})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}\\b",
    exact: true,
    source: gitleaks,
  },
  {
    id: "infisical/service-token",
    name: "Infisical service token",
    // The first part is the token's id, a UUID where Infisical keeps it in PostgreSQL.
    pattern:
      "\\bst\\.(?:[0-9a-f]{24}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.[0-9a-f]{32}\\.[0-9a-f]{32}",
    exact: true,
    source: "https://infisical.com/docs/documentation/platform/token",
  },
  {
    id: "age/secret-key",
    name: "age identity",
    pattern: "AGE-SECRET-KEY-(?:PQ-)?1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}",
    source: "https://github.com/C2SP/C2SP/blob/main/age.md",
  },
  {
    id: "age/recipient",
    name: "age recipient (public)",
    pattern: "\\bage1[qpzry9x8gf2tvdw0s3jn54khce6mua7l]{58}\\b",
    exact: true,
    optIn: true,
    source: "https://github.com/C2SP/C2SP/blob/main/age.md",
  },
  {
    id: "thog/key",
    name: "TruffleHog Enterprise key",
    pattern: "\\bthog-key-[0-9a-f]{16}\\b",
    exact: true,
    source: trufflehog("trufflehogenterprise"),
  },
  {
    id: "thog/secret",
    name: "TruffleHog Enterprise secret",
    pattern: "thog-secret-[0-9a-f]{32}",
    source: trufflehog("trufflehogenterprise"),
  },
  {
    id: "thog/agent-token",
    name: "TruffleHog Enterprise token of a scanner",
    pattern: "\\bthog-agent-[0-9a-f]{32}",
    exact: true,
    source: "https://docs.trufflesecurity.com/scan-with-enterprise",
  },
  {
    id: "authress/access-key",
    name: "Authress service client access key",
    pattern: `\\b(?:sc|ext|scauth|authress)_[A-Za-z0-9]{5,}\\.[A-Za-z0-9]{4,}\\.acc[_-][A-Za-z0-9-]{8,}\\.(?:${BASE64}|[_-]){16,}${PADDING}`,
    exact: true,
    source: gitleaks,
  },
];
