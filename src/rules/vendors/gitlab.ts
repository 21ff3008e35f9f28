import type { ShapeRule } from "../rule.ts";
import { gitleaks } from "./peers.ts";

const DOC = "https://docs.gitlab.com/security/tokens/";

export const gitlab: readonly ShapeRule[] = [
  {
    id: "gitlab/pat",
    name: "GitLab personal, project or group access token",
    pattern: "glpat-[\\w-]{20}",
    token: true,
    source: DOC,
  },
  {
    id: "gitlab/pat-routable",
    name: "GitLab access token, routable form",
    pattern: "glpat-[\\w-]{20,}\\.(?:[0-9a-z]{2}\\.)?[0-9A-Za-z]{9}",
    source: DOC,
  },
  {
    id: "gitlab/deploy-token",
    name: "GitLab deploy token",
    pattern: "gldt-[\\w-]{20}",
    token: true,
    source: DOC,
  },
  {
    id: "gitlab/runner-token",
    name: "GitLab runner authentication token",
    pattern: "glrt-[\\w-]{20}",
    token: true,
    source: DOC,
  },
  {
    id: "gitlab/runner-token-routable",
    name: "GitLab runner authentication token, routable form",
    pattern: "glrt-[\\w-]{20,}\\.(?:[0-9a-z]{2}\\.)?[0-9A-Za-z]{9}",
    source: DOC,
  },
  {
    id: "gitlab/runner-token-registered",
    name: "GitLab runner authentication token, made by registration",
    pattern: "glrtr-[\\w-]{20}",
    token: true,
    source: DOC,
  },
  {
    id: "gitlab/runner-registration-token",
    name: "GitLab runner registration token (legacy)",
    pattern: "GR1348941[\\w-]{20}",
    token: true,
    source: DOC,
  },
  {
    id: "gitlab/ci-job-token",
    name: "GitLab CI job token",
    pattern: "glcbt-[A-Za-z0-9]{1,5}_[\\w-]{20}",
    token: true,
    source: DOC,
  },
  {
    id: "gitlab/ci-job-token-jwt",
    name: "GitLab CI job token, JWT form",
    pattern: "glcbt-eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+",
    source: DOC,
  },
  {
    id: "gitlab/trigger-token",
    name: "GitLab pipeline trigger token",
    pattern: "glptt-[0-9a-f]{40}",
    token: true,
    source: DOC,
  },
  {
    id: "gitlab/feed-token",
    name: "GitLab feed token",
    pattern: "glft-[\\w-]{20}",
    token: true,
    source: DOC,
  },
  {
    id: "gitlab/incoming-mail-token",
    name: "GitLab incoming mail token",
    pattern: "glimt-[\\w-]{25}",
    token: true,
    source: DOC,
  },
  {
    id: "gitlab/agent-token",
    name: "GitLab agent for Kubernetes token",
    pattern: "glagent-[\\w-]{50}",
    token: true,
    source: DOC,
  },
  {
    id: "gitlab/oauth-secret",
    name: "GitLab OAuth application secret",
    pattern: "gloas-[\\w-]{64}",
    token: true,
    source: DOC,
  },
  {
    id: "gitlab/scim-token",
    name: "GitLab SCIM token",
    pattern: "glsoat-[\\w-]{20}",
    token: true,
    source: DOC,
  },
  {
    id: "gitlab/feature-flag-token",
    name: "GitLab feature flags client token",
    pattern: "glffct-[\\w-]{20}",
    token: true,
    source: DOC,
  },
  {
    id: "gitlab/workspace-token",
    name: "GitLab workspace token",
    pattern: "glwt-[\\w-]{20}",
    token: true,
    source: DOC,
  },
  {
    id: "gitlab/session-cookie",
    name: "GitLab session cookie",
    pattern: "_gitlab_session=([0-9a-z]{32,})",
    source: gitleaks,
  },
];
