import type { CatalogueShape } from "../catalogue-shape.ts";

const DOC =
  "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats";

export const github: readonly CatalogueShape[] = [
  {
    id: "github/pat",
    name: "GitHub personal access token (classic)",
    pattern: "ghp_[A-Za-z0-9]{36}",
    example: "«ghp_‹base62 30›‹crc32 30›»",
    nearMiss: "ghp_‹base62 4›",
    token: true,
    check: "crc32-base62",
    source: DOC,
  },
  {
    id: "github/oauth",
    name: "GitHub OAuth access token",
    pattern: "gho_[A-Za-z0-9]{36}",
    example: "«gho_‹base62 30›‹crc32 30›»",
    nearMiss: "gho.‹base62 30›‹crc32 30›",
    token: true,
    check: "crc32-base62",
    source: DOC,
  },
  {
    id: "github/user-to-server",
    name: "GitHub App user access token",
    pattern: "ghu_[A-Za-z0-9]{36}",
    example: "«ghu_‹base62 30›‹crc32 30›»",
    nearMiss: "ghu.‹base62 30›‹crc32 30›",
    token: true,
    check: "crc32-base62",
    source: DOC,
  },
  {
    id: "github/server-to-server",
    name: "GitHub App installation token",
    pattern: "ghs_[A-Za-z0-9]{36}",
    example: "«ghs_‹base62 30›‹crc32 30›»",
    nearMiss: "ghs_‹base62 4›",
    token: true,
    check: "crc32-base62",
    source: DOC,
  },
  {
    id: "github/server-to-server-jwt",
    name: "GitHub App installation token, stateless form",
    pattern: "ghs_\\d+_eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+",
    example: "«ghs_‹digits 4›_eyJ‹base64url 13›.‹base64url 13›.‹base64url 13›»",
    nearMiss: "ghs.‹digits 4›_eyJ‹base64url 13›.‹base64url 13›.‹base64url 13›",
    source: DOC,
  },
  {
    id: "github/refresh",
    name: "GitHub App refresh token",
    pattern: "ghr_[A-Za-z0-9]{36}(?:[A-Za-z0-9]{40})?",
    example: "«ghr_‹base62 30›‹crc32 30›»",
    nearMiss: "ghr.‹base62 30›‹crc32 30›",
    token: true,
    check: "crc32-base62",
    source: DOC,
  },
  {
    id: "github/fine-grained-pat",
    name: "GitHub fine-grained personal access token",
    pattern: "github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}",
    example: "«github_pat_‹base62 22›_‹base62 59›»",
    nearMiss: "github_pat.‹base62 22›_‹base62 59›",
    token: true,
    source: DOC,
  },
];

/** What GitHub Actions prints around a credential of any shape: see `printedRules`. */
export const githubPrints: readonly CatalogueShape[] = [
  {
    id: "github/add-mask",
    name: "Value that a workflow command hides",
    source:
      "https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#masking-a-value-in-a-log",
    pattern: String.raw`::add-mask::([^\s*\\"'$][^\r\n\\"']*)`,
    example: "::add-mask::«‹base62 13›»",
    nearMiss: "::add-masx::‹base62 13›",
  },
  {
    id: "github/set-secret",
    name: "Credential that a workflow command sets",
    source:
      "https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-output-parameter",
    pattern: String.raw`::set-(?:output|env) name=[\w-]*(?:token|password|passwd|secret|api_?key)::([^\s*\\"'$][^\r\n\\"']*)`,
    example: "::set-output name=‹base64url 4›passwd::«‹base62 19›»",
    nearMiss: "::set-output name=‹base64url 2›!‹base64url 1›passwd::‹base62 19›",
    ignoreCase: true,
  },
];
