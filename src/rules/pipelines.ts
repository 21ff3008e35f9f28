import type { ShapeRule } from "./rule.ts";

/** Credentials in what pipelines and installers print by themselves. */
// biome-ignore format: a table
export const pipelineRules: readonly ShapeRule[] = [
  {
    id: "github/add-mask",
    name: "Value that a workflow command hides",
    source: "https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#masking-a-value-in-a-log",
    pattern: String.raw`::add-mask::([^\s*\\"'$][^\r\n\\"']*)`,
  },
  {
    id: "github/set-secret",
    name: "Credential that a workflow command sets",
    source: "https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-output-parameter",
    pattern: String.raw`::set-(?:output|env) name=[\w-]*(?:token|password|passwd|secret|api_?key)::([^\s*\\"'$][^\r\n\\"']*)`,
    ignoreCase: true,
  },
  {
    id: "azure/set-secret",
    name: "Secret variable that a logging command of Azure Pipelines sets",
    source: "https://learn.microsoft.com/azure/devops/pipelines/process/set-secret-variables",
    pattern: String.raw`##vso\[task\.setvariable variable=[\w.-]+;(?:isoutput=true;)?issecret=true(?:;isoutput=true|;isreadonly=true)?;?\]([^\s*\\"'$][^\r\n\\"']*)`,
    ignoreCase: true,
  },
  {
    id: "elastic/first-password",
    name: "Password of a built-in user of Elasticsearch",
    source: "https://www.elastic.co/docs/deploy-manage/security/self-auto-setup",
    pattern: String.raw`\bPassword for the \[?\w+\]? user (?:\([^)\n]+\):|successfully reset\.\s+New value:)\s+([\w*+=-]{16,})`,
  },
  {
    id: "elastic/encoded-key",
    name: "API key of Elasticsearch, encoded beside itself",
    source: "https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-security-create-api-key",
    pattern: String.raw`"api_key\\{0,7}" ?: ?\\{0,7}"[^"\n]*" ?,\s*\\{0,7}"encoded\\{0,7}" ?: ?\\{0,7}"([\w+/=-]{16,})`,
  },
  {
    id: "kubernetes/websocket-bearer",
    name: "Bearer token in a WebSocket's subprotocol",
    source: "https://kubernetes.io/docs/reference/access-authn-authz/authentication/",
    pattern: String.raw`\bbase64url\.bearer\.authorization\.k8s\.io\.([\w-]{8,})`,
  },
  {
    id: "stripe/webhook-signature",
    name: "Signature of a webhook of Stripe",
    source: "https://docs.stripe.com/webhooks#verify-manually",
    pattern: String.raw`\bstripe[_-]signature["':=> \[\\,]{1,12}t=\d{10},v1=([0-9a-f]{64})`,
    ignoreCase: true,
  },
];
