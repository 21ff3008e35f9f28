import type { ShapeRule } from "../rule.ts";

const DOC =
  "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats";

export const github: readonly ShapeRule[] = [
  {
    id: "github/pat",
    name: "GitHub personal access token (classic)",
    pattern: "ghp_[A-Za-z0-9]{36}",
    token: true,
    check: "crc32-base62",
    source: DOC,
  },
  {
    id: "github/oauth",
    name: "GitHub OAuth access token",
    pattern: "gho_[A-Za-z0-9]{36}",
    token: true,
    check: "crc32-base62",
    source: DOC,
  },
  {
    id: "github/user-to-server",
    name: "GitHub App user access token",
    pattern: "ghu_[A-Za-z0-9]{36}",
    token: true,
    check: "crc32-base62",
    source: DOC,
  },
  {
    id: "github/server-to-server",
    name: "GitHub App installation token",
    pattern: "ghs_[A-Za-z0-9]{36}",
    token: true,
    check: "crc32-base62",
    source: DOC,
  },
  {
    id: "github/server-to-server-jwt",
    name: "GitHub App installation token, stateless form",
    pattern: "ghs_\\d+_eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+",
    source: DOC,
  },
  {
    id: "github/refresh",
    name: "GitHub App refresh token",
    pattern: "ghr_[A-Za-z0-9]{36}(?:[A-Za-z0-9]{40})?",
    token: true,
    check: "crc32-base62",
    source: DOC,
  },
  {
    id: "github/fine-grained-pat",
    name: "GitHub fine-grained personal access token",
    pattern: "github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}",
    token: true,
    source: DOC,
  },
];

/** What GitHub Actions prints around a credential of any shape: see `printedRules`. */
export const githubPrints: readonly ShapeRule[] = [
  {
    id: "github/add-mask",
    name: "Value that a workflow command hides",
    source:
      "https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#masking-a-value-in-a-log",
    pattern: String.raw`::add-mask::([^\s*\\"'$][^\r\n\\"']*)`,
  },
  {
    id: "github/set-secret",
    name: "Credential that a workflow command sets",
    source:
      "https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-output-parameter",
    pattern: String.raw`::set-(?:output|env) name=[\w-]*(?:token|password|passwd|secret|api_?key)::([^\s*\\"'$][^\r\n\\"']*)`,
    ignoreCase: true,
  },
];
