import type { ShapeRule } from "../rule.ts";
import { betterleaks, gitleaks, noseyparker, trufflehog } from "./peers.ts";
import { COLON, SLASH } from "./spelling.ts";

const DOC = "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/";

const DOC_2 = "https://posthog.com/docs/api";

export const observability: readonly ShapeRule[] = [
  { id: "newrelic/user-key", name: "New Relic user key", pattern: "NRAK-[A-Za-z0-9]{27}", source: DOC },
  {
    id: "datadog/access-token",
    name: "Datadog access token, or application key of 2026",
    pattern: "\\bdd(?:[ps]at|app?)_[A-Za-z0-9]{20,}",
    check: "entropy",
    checkDecides: true,
    exact: true,
    source: "https://docs.datadoghq.com/account_management/personal-access-tokens/",
  },
  {
    id: "newrelic/license-key",
    name: "New Relic licence key",
    pattern: "\\b[0-9a-zA-Z]{36}NRAL\\b",
    exact: true,
    source: DOC,
  },
  {
    id: "newrelic/insights-key",
    name: "New Relic Insights insert or query key",
    pattern: "NRI[IQ]-[\\w-]{32}",
    source: DOC,
  },
  {
    id: "newrelic/browser-key",
    name: "New Relic browser key",
    pattern: "NR(?:JS|BR)-[0-9a-f]{19}",
    optIn: true,
    source: DOC,
  },
  {
    id: "newrelic/admin-key",
    name: "New Relic admin key",
    pattern: "NR(?:AA|RA)-[0-9a-f]{27,42}",
    source: DOC,
  },
  {
    id: "newrelic/pixie-key",
    name: "New Relic Pixie API or deploy key",
    pattern: "px-(?:api|dep)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    exact: true,
    source: noseyparker("newrelic"),
  },
  {
    id: "grafana/service-account-token",
    name: "Grafana service account token",
    pattern: "glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}",
    source: "https://grafana.com/docs/grafana/latest/administration/service-accounts/",
  },
  {
    id: "grafana/cloud-token",
    name: "Grafana Cloud access policy token",
    pattern: "glc_[A-Za-z0-9+/]{32,400}={0,2}",
    source:
      "https://grafana.com/docs/grafana-cloud/account-management/authentication-and-permissions/access-policies/",
  },
  {
    id: "grafana/api-key",
    name: "Grafana API key (legacy)",
    pattern: "eyJrIjoi[A-Za-z0-9+/_-]{40,}={0,3}",
    source: gitleaks,
  },
  {
    id: "sentry/organization-token",
    name: "Sentry organization token",
    pattern: "sntrys_[A-Za-z0-9+/_=-]{80,}",
    source: "https://docs.sentry.io/account/auth-tokens/",
  },
  {
    id: "sentry/user-token",
    name: "Sentry user token",
    pattern: "sntryu_[0-9a-f]{64}",
    source: "https://docs.sentry.io/account/auth-tokens/",
  },
  {
    id: "sentry/dsn",
    name: "Sentry DSN (public key)",
    pattern: `https${COLON}${SLASH}{2}([0-9a-f]{32})@o\\d`,
    exact: true,
    optIn: true,
    source: "https://docs.sentry.io/concepts/key-terms/dsn-explainer/",
  },
  {
    id: "dynatrace/token",
    name: "Dynatrace token",
    pattern: "dt0[a-z]\\d\\d\\.[A-Za-z0-9]{24}\\.[A-Za-z0-9]{64}",
    exact: true,
    source: "https://docs.dynatrace.com/docs/dynatrace-api/basics/dynatrace-api-authentication",
  },
  {
    id: "honeycomb/api-key",
    name: "Honeycomb API key",
    pattern: "hc[a-z][ilm]k_[0-9a-z]{58}",
    exact: true,
    source: "https://docs.honeycomb.io/get-started/configure/environment/manage-api-keys/",
  },
  {
    id: "posthog/personal-key",
    name: "PostHog personal API key",
    pattern: "phx_[A-Za-z0-9]{40,}",
    exact: true,
    source: DOC_2,
  },
  {
    id: "posthog/project-key",
    name: "PostHog project API key",
    pattern: "phc_[A-Za-z0-9]{40,}",
    exact: true,
    optIn: true,
    source: DOC_2,
  },
  {
    id: "posthog/token",
    name: "PostHog OAuth or secure token",
    pattern: "ph[ars]_\\w{40,}",
    exact: true,
    source: DOC_2,
  },
  { id: "rootly/api-key", name: "Rootly API key", pattern: "rootly_[0-9a-f]{64}", source: betterleaks },
  {
    id: "pganalyze/read-key",
    name: "pganalyze read key",
    pattern: "pgar_[A-Za-z0-9]{27}\\b",
    exact: true,
    source: trufflehog("pganalyzereadkey"),
  },
  {
    id: "segment/api-token",
    name: "Segment public API token",
    pattern: "\\bsgp_[A-Za-z0-9]{64}\\b",
    exact: true,
    source: "https://segment.com/docs/api/public-api/",
  },
  {
    id: "pagerduty/integration-url",
    name: "PagerDuty integration URL",
    pattern: `events\\.pagerduty\\.com${SLASH}integration${SLASH}([0-9a-f]{32})`,
    exact: true,
    source: "https://support.pagerduty.com/main/docs/services-and-integrations",
  },
  {
    id: "dependencytrack/api-key",
    name: "Dependency-Track API key",
    pattern: "\\bodt_[A-Za-z0-9_]{32,64}\\b",
    check: "entropy",
    checkDecides: true,
    exact: true,
    source: noseyparker("dependency_track"),
  },
];
