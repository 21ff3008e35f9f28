import type { ShapeRule } from "../rule.ts";
import { betterleaks, credsweeper, noseyparker, trufflehog } from "./peers.ts";
import { BASE64, COLON, DOLLAR, EQUALS, SLASH } from "./spelling.ts";

/** Issuers with few rules, sorted. */
export const startingWithB: readonly ShapeRule[] = [
  {
    id: "baidu/api-key",
    name: "Baidu Qianfan API key",
    pattern: `bce-v3${SLASH}ALTAK-[A-Za-z0-9]{16,24}${SLASH}[0-9a-f]{40}`,
    source: "https://cloud.baidu.com/doc/qianfan-api/s/3m9b5lqft",
  },
  {
    id: "bannerbear/api-key",
    name: "Bannerbear API key",
    pattern: "bb_(?:ma|pr)_[0-9a-f]{30}",
    source: trufflehog("bannerbear/v2"),
  },
  {
    id: "baremetrics/api-key",
    name: "Baremetrics API key",
    pattern: "\\b[sl]k_[A-Za-z0-9]{18,25}\\b",
    check: "entropy",
    checkDecides: true,
    source: "https://developers.baremetrics.com/reference/authentication",
  },
  {
    id: "beamer/api-key",
    name: "Beamer API key",
    pattern: "\\bb_[\\w-]{42,44}={0,2}",
    check: "entropy",
    checkDecides: true,
    source: "https://www.getbeamer.com/api",
  },
  {
    id: "besttime/api-key",
    name: "BestTime private API key",
    pattern: "\\bpri_[0-9a-f]{32}\\b",
    source: trufflehog("besttime"),
  },
  {
    id: "bitbucket/access-token",
    name: "Bitbucket repository, project or workspace access token",
    pattern: "ATCTT3[\\w-]{177,190}=[0-9A-F]{8}",
    token: true,
    source: trufflehog("atlassian/v2"),
  },
  {
    id: "bitbucket/app-password",
    name: "Bitbucket app password",
    pattern: "ATBB[A-Za-z0-9]{24}[0-9A-F]{8}",
    source: noseyparker("bitbucket"),
  },
  {
    id: "bitbucket/data-center-token",
    name: "Bitbucket Data Center HTTP access token",
    pattern: "BBDC-[MNO][A-Za-z0-9+/_-]{39,49}",
    token: true,
    source: trufflehog("atlassiandatacenter/bitbucketdatacenter"),
  },
  {
    id: "bitwarden/access-token",
    name: "Bitwarden Secrets Manager access token",
    pattern: `\\b0\\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.[A-Za-z0-9]{30}${COLON}${BASE64}{22}${EQUALS}{2}`,
    source: "https://bitwarden.com/help/access-tokens/",
  },
  {
    id: "braintree/access-token",
    name: "Braintree access token",
    pattern: `access_token${DOLLAR}(?:production|sandbox)${DOLLAR}[0-9a-z]{16}${DOLLAR}[0-9a-f]{8,}`,
    source: credsweeper,
  },
  {
    id: "braintrust/service-token",
    name: "Braintrust service token",
    pattern: "\\bbt-st-[A-Za-z0-9]{40,}",
    check: "entropy",
    checkDecides: true,
    source: "https://www.braintrust.dev/docs/admin/organizations",
  },
  {
    id: "brave/search-api-key",
    name: "Brave Search API key",
    pattern: "\\bBSA[\\w-]{28}",
    check: "entropy",
    checkDecides: true,
    source: betterleaks,
  },
  {
    id: "brevo/api-key",
    name: "Brevo API key",
    pattern: "xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}",
    token: true,
    source: "https://developers.brevo.com/docs/getting-started",
  },
  {
    id: "brevo/smtp-key",
    name: "Brevo SMTP key",
    pattern: "xsmtpsib-[0-9a-f]{64}-[A-Za-z0-9]{16}",
    token: true,
    source: "https://developers.brevo.com/docs/getting-started",
  },
  {
    id: "browser-use/api-key",
    name: "Browser Use Cloud API key",
    pattern: "\\bbu_[\\w-]{43}",
    check: "entropy",
    checkDecides: true,
    source: "https://docs.cloud.browser-use.com/get-started/quickstart",
  },
  {
    id: "browserbase/api-key",
    name: "Browserbase API key",
    pattern: "\\bbb_live_[\\w-]{20,}",
    check: "entropy",
    checkDecides: true,
    source:
      "https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/browserbase.yml",
  },
  {
    id: "builder-io/private-key",
    name: "Builder.io private key",
    pattern: "\\bbpk-[0-9a-f]{32}\\b",
    source: "https://www.builder.io/c/docs/using-your-api-key",
  },
  {
    id: "buildkite/token",
    name: "Buildkite token",
    pattern: "bk(?:ua|aa|aj|ar|ct|pt|pat|ps)_[A-Za-z0-9_-]{40,}",
    source: "https://buildkite.com/docs/platform/security/tokens",
  },
];
