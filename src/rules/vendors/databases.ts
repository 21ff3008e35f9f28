import type { ShapeRule } from "../rule.ts";
import { betterleaks, gitleaks, kingfisher, titus } from "./peers.ts";
import { BASE64, BASE64_SIGN, COLON } from "./spelling.ts";

/**
 * The secret's sixty characters. One in twenty begins with two small letters and has a "+" or "/" in the next ten:
 * that one looks like a path, and is found by its name only.
 */
const CFLT_BODY = [
  `[A-Z0-9]${BASE64}{59}`,
  `[a-z][A-Z0-9]${BASE64}{58}`,
  `${BASE64_SIGN}${BASE64}{59}`,
  `[a-z]${BASE64_SIGN}${BASE64}{58}`,
  `[a-z]{2}[A-Za-z0-9]{10}${BASE64}{48}`,
].join("|");

export const databases: readonly ShapeRule[] = [
  {
    id: "supabase/access-token",
    name: "Supabase personal access token",
    pattern: "sbp_(?:v0_|oauth_)?[0-9a-f]{40}\\b",
    exact: true,
    source: betterleaks,
  },
  {
    id: "supabase/secret-key",
    name: "Supabase secret API key",
    pattern: "sb_secret_[\\w-]{22}_[\\w-]{8}",
    source: "https://supabase.com/docs/guides/api/api-keys",
  },
  {
    id: "supabase/publishable-key",
    name: "Supabase publishable API key",
    pattern: "sb_publishable_[\\w-]{22}_[\\w-]{8}",
    optIn: true,
    source: "https://supabase.com/docs/guides/api/api-keys",
  },
  {
    id: "planetscale/token",
    name: "PlanetScale service token",
    pattern: "pscale_tkn_[\\w=.-]{32,64}",
    source: gitleaks,
  },
  {
    id: "planetscale/oauth-token",
    name: "PlanetScale OAuth token",
    pattern: "pscale_oauth_[\\w=.-]{32,64}",
    source: gitleaks,
  },
  {
    id: "planetscale/password",
    name: "PlanetScale password",
    pattern: "pscale_pw_[\\w=.-]{32,64}",
    source: gitleaks,
  },
  {
    id: "neon/api-key",
    name: "Neon API key",
    pattern: "napi_[A-Za-z0-9]{64}",
    exact: true,
    source: betterleaks,
  },
  {
    id: "neon/password",
    name: "Neon database password",
    pattern: "\\bnpg_[A-Za-z0-9]{12,}\\b",
    check: "entropy",
    checkDecides: true,
    exact: true,
    source: "https://neon.com/docs/connect/connect-from-any-app",
  },
  {
    id: "databricks/pat",
    name: "Databricks personal access token",
    pattern: "dapi[0-9a-fA-F]{32}(?:-\\d)?",
    exact: true,
    source: gitleaks,
  },
  {
    id: "databricks/oauth-secret",
    name: "Databricks OAuth secret",
    pattern: "\\bdose[0-9a-f]{32}\\b",
    exact: true,
    source: "https://docs.databricks.com/aws/en/dev-tools/auth/oauth-m2m",
  },
  {
    id: "mongodb/atlas-service-account-secret",
    name: "MongoDB Atlas service account secret",
    pattern: "mdb_sa_sk_[\\w-]{40}",
    source: kingfisher("mongodb"),
  },
  {
    id: "mongodb/atlas-service-account-id",
    name: "MongoDB Atlas service account id",
    pattern: "mdb_sa_id_[0-9a-f]{24}",
    optIn: true,
    source: betterleaks,
  },
  {
    id: "datastax/token",
    name: "DataStax Astra application token",
    pattern: `AstraCS${COLON}[A-Za-z0-9]{24}${COLON}[0-9a-f]{8,}`,
    exact: true,
    source: betterleaks,
  },
  {
    id: "cockroach/api-key",
    name: "CockroachDB Cloud API key",
    pattern: "CCDB1_[A-Za-z0-9]{22}_[A-Za-z0-9]{40}",
    source: betterleaks,
  },
  {
    id: "elastic/cloud-api-key",
    name: "Elastic Cloud API key",
    pattern: "essu_[A-Za-z0-9+/]{60,}={0,2}",
    source: betterleaks,
  },
  {
    id: "confluent/api-secret",
    name: "Confluent Cloud API secret",
    pattern: `\\bcflt(?:${CFLT_BODY})`,
    check: "entropy",
    checkDecides: true,
    exact: true,
    source: titus("confluent"),
  },
  {
    id: "tinybird/auth-token",
    name: "Tinybird auth token",
    pattern: "\\bp\\.eyJ1Ijog[\\w-]{40,}\\.[\\w-]{20,}",
    exact: true,
    source: "https://www.tinybird.co/docs/forward/administration/tokens",
  },
  {
    id: "clickhouse/cloud-key",
    name: "ClickHouse Cloud API secret key",
    pattern: "\\b4b1d[A-Za-z0-9]{38}\\b",
    check: "entropy",
    checkDecides: true,
    exact: true,
    source: gitleaks,
  },
];
