import type { ShapeRule } from "../rule.ts";
import { betterleaks, gitleaks, trufflehog } from "./peers.ts";
import { BASE64, PADDING, SLASH } from "./spelling.ts";

const LAUNCHDARKLY_DOC = "https://launchdarkly.com/docs/home/account/environment/keys";

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

/** Issuers with few rules, sorted. */
export const startingWithL: readonly ShapeRule[] = [
  {
    id: "langfuse/secret-key",
    name: "Langfuse secret key",
    pattern: "sk-lf-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
    source: trufflehog("langfuse"),
  },
  {
    id: "langfuse/public-key",
    name: "Langfuse public key",
    pattern: "pk-lf-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
    optIn: true,
    source: trufflehog("langfuse"),
  },
  {
    id: "langsmith/personal-token",
    name: "LangSmith personal token",
    pattern: "lsv2_pt_[0-9a-f]{32}_[0-9a-f]{10}",
    token: true,
    source: betterleaks,
  },
  {
    id: "langsmith/service-key",
    name: "LangSmith service key",
    pattern: "lsv2_sk_[0-9a-f]{32}_[0-9a-f]{10}",
    token: true,
    source: betterleaks,
  },
  {
    id: "langsmith/api-key-legacy",
    name: "LangSmith API key (legacy)",
    pattern: "\\bls__[0-9a-f]{32}\\b",
    source:
      "https://docs.smith.langchain.com/administration/how_to_guides/organization_management/create_account_api_key",
  },
  {
    id: "lark/webhook",
    name: "Lark or Feishu custom bot webhook URL",
    pattern: `open-apis${SLASH}bot${SLASH}v2${SLASH}hook${SLASH}([\\w-]{16,})`,
    source: "https://open.larksuite.com/document/client-docs/bot-v3/add-custom-bot",
  },
  {
    id: "lark/app-id",
    name: "Lark app id",
    pattern: "\\bcli_[A-Za-z0-9]{16}\\b",
    check: "entropy",
    checkDecides: true,
    optIn: true,
    source: betterleaks,
  },
  {
    id: "launchdarkly/sdk-key",
    name: "LaunchDarkly SDK key",
    pattern: "\\bsdk-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b",
    source: LAUNCHDARKLY_DOC,
  },
  {
    id: "launchdarkly/api-key",
    name: "LaunchDarkly API access token",
    pattern: "\\bapi-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b",
    source: LAUNCHDARKLY_DOC,
  },
  {
    id: "launchdarkly/mobile-key",
    name: "LaunchDarkly mobile key",
    pattern: "\\bmob-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b",
    optIn: true,
    source: LAUNCHDARKLY_DOC,
  },
  {
    id: "leanmcp/api-key",
    name: "LeanMCP API key",
    pattern: "leanmcp_[0-9a-f]{64}",
    token: true,
    source: "https://docs.leanmcp.com/ai-gateway/api-keys",
  },
  {
    id: "letta/api-key",
    name: "Letta API key",
    pattern: `sk-let-${BASE64}{24,}${PADDING}`,
    source: "https://docs.letta.com/api-reference/overview",
  },
  {
    id: "lichess/token",
    name: "Lichess token",
    pattern: "li[op]_[A-Za-z0-9]{20,22}\\b",
    check: "entropy",
    checkDecides: true,
    source: betterleaks,
  },
  {
    id: "linear/webhook-secret",
    name: "Linear webhook signing secret",
    pattern: "\\blin_wh_[A-Za-z0-9]{20,}",
    check: "entropy",
    checkDecides: true,
    source: "https://linear.app/developers/webhooks",
  },
  {
    id: "linear/api-key",
    name: "Linear API key",
    pattern: "lin_api_[A-Za-z0-9]{40}",
    token: true,
    source: gitleaks,
  },
  {
    id: "linear/oauth-token",
    name: "Linear OAuth token",
    pattern: "lin_oauth_[A-Za-z0-9]{40,64}",
    token: true,
    source: gitleaks,
  },
  {
    id: "linkedin/client-secret",
    name: "LinkedIn client secret",
    pattern: "WPL_AP1\\.[A-Za-z0-9]{16}\\.[A-Za-z0-9+/=]{6,}",
    token: true,
    source: gitleaks,
  },
  {
    id: "liveblocks/secret-key",
    name: "Liveblocks secret key",
    pattern: "\\bsk_(?:dev|prod)_[\\w-]{40,}",
    check: "entropy",
    checkDecides: true,
    source: "https://liveblocks.io/docs/api-reference/rest-api-endpoints",
  },
  {
    id: "llamacloud/api-key",
    name: "LlamaCloud API key",
    pattern: "llx-[\\w-]{48,}",
    source: "https://developers.llamaindex.ai/python/cloud/api_key/",
  },
  {
    id: "lob/api-key",
    name: "Lob API key",
    pattern: "\\b(?:live|test)_[0-9a-f]{35}\\b",
    source: gitleaks,
  },
  {
    id: "lob/publishable-key",
    name: "Lob publishable API key",
    pattern: "\\b(?:live|test)_pub_[0-9a-f]{31}\\b",
    optIn: true,
    source: gitleaks,
  },
  {
    id: "logfire/token",
    name: "Pydantic Logfire token",
    pattern: "pylf_v\\d_[a-z]{2,12}_[A-Za-z0-9]{40,}",
    token: true,
    source: "https://logfire.pydantic.dev/docs/how-to-guides/create-write-tokens/",
  },
  {
    id: "luma/api-key",
    name: "Luma AI API key",
    pattern: `\\bluma-${UUID}-${UUID}`,
    source: "https://docs.lumalabs.ai/docs/api",
  },
];
