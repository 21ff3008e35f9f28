import type { ShapeRule } from "../rule.ts";
import { betterleaks, gitleaks, kingfisher, noseyparker, trufflehog } from "./peers.ts";
import { COLON, EQUALS, PADDING } from "./spelling.ts";

/** Issuers with few rules, sorted. */
export const startingWithT: readonly ShapeRule[] = [
  {
    id: "tableau/pat",
    name: "Tableau personal access token",
    pattern: `[A-Za-z0-9+/%\\\\]{22}${EQUALS}{2}${COLON}[A-Za-z0-9]{32}\\b`,
    source: betterleaks,
  },
  {
    id: "tailscale/key",
    name: "Tailscale auth, API, OAuth, SCIM or webhook key",
    pattern: "tskey-(?:[a-z]+-)?[A-Za-z0-9]{6,20}-[A-Za-z0-9]{20,32}",
    token: true,
    source: "https://tailscale.com/kb/1277/key-prefixes",
  },
  {
    id: "tavily/api-key",
    name: "Tavily API key",
    pattern: "tvly-(?:dev-)?[\\w-]{32}",
    token: true,
    source: noseyparker("tavily"),
  },
  {
    id: "teamcity/token",
    name: "TeamCity access token",
    pattern: "eyJ0eXAiOiAiVENWMiJ9\\.[\\w.-]{40,}",
    token: true,
    source: noseyparker("teamcity"),
  },
  {
    id: "teams/webhook",
    name: "Microsoft Teams incoming webhook URL",
    pattern:
      "(?:\\.webhook\\.office\\.com\\\\?/webhookb2|outlook\\.office\\.com\\\\?/webhook)\\\\?/([0-9a-f-]+(?:@|%(?:25){0,3}40)[0-9a-f-]+\\\\?/IncomingWebhook\\\\?/(?:[\\w-]|\\\\?/){16,})",
    source:
      "https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook",
  },
  {
    id: "teamwork-crm/api-key",
    name: "Teamwork CRM API key",
    pattern: `tkn\\.v1_[0-9A-Za-z]{71}${EQUALS}`,
    source: kingfisher("teamworkcrm"),
  },
  {
    id: "telnyx/api-key",
    name: "Telnyx API key",
    pattern: "\\bKEY[0-9A-F]{32}_[A-Za-z0-9]{22}\\b",
    source: betterleaks,
  },
  {
    id: "tencent/secret-id",
    name: "Tencent Cloud SecretId",
    pattern: "\\bAKID[A-Za-z0-9]{32}\\b",
    source: "https://cloud.tencent.com/document/product/598/40488",
  },
  {
    id: "terraform/api-token",
    name: "HCP Terraform API token",
    pattern: `[A-Za-z0-9]{14}\\.atlasv1\\.[\\w-]{8,}${PADDING}`,
    source: gitleaks,
  },
  {
    id: "thingsboard/device-token",
    name: "ThingsBoard device token in an API URL",
    pattern: "\\bapi/v1/([A-Za-z0-9]{20})/[tar]",
    source: "https://thingsboard.io/docs/reference/http-api/",
  },
  {
    id: "thog/key",
    name: "TruffleHog Enterprise key",
    pattern: "\\bthog-key-[0-9a-f]{16}\\b",
    source: trufflehog("trufflehogenterprise"),
  },
  {
    id: "thog/secret",
    name: "TruffleHog Enterprise secret",
    pattern: "thog-secret-[0-9a-f]{32}",
    token: true,
    source: trufflehog("trufflehogenterprise"),
  },
  {
    id: "thog/agent-token",
    name: "TruffleHog Enterprise token of a scanner",
    pattern: "\\bthog-agent-[0-9a-f]{32}",
    source: "https://docs.trufflesecurity.com/scan-with-enterprise",
  },
  {
    id: "thunderstore/api-token",
    name: "Thunderstore API token",
    pattern: "\\btss_[\\w-]{30,80}",
    check: "entropy",
    checkDecides: true,
    source: betterleaks,
  },
  {
    id: "tiktok/oauth-token",
    name: "TikTok access, refresh or client token",
    pattern: "\\b(?:act|rft|clt)\\.[A-Za-z0-9]{24,}(?:!|%21)\\d{4}\\.[a-z]\\d",
    source: "https://developers.tiktok.com/doc/oauth-user-access-token-management",
  },
  {
    id: "tinybird/auth-token",
    name: "Tinybird auth token",
    pattern: "\\bp\\.eyJ1Ijog[\\w-]{40,}\\.[\\w-]{20,}",
    source: "https://www.tinybird.co/docs/forward/administration/tokens",
  },
  {
    id: "together/api-key",
    name: "Together AI API key",
    pattern: "tgp_v1_[\\w-]{43}",
    token: true,
    source: betterleaks,
  },
  {
    id: "trello/api-token",
    name: "Trello API token",
    pattern: "\\bATTA[0-9a-f]{64}[0-9A-F]{8}",
    source: "https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/",
  },
  {
    id: "trigger-dev/secret-key",
    name: "Trigger.dev secret key",
    pattern: "\\btr_(?:dev|prod|stg|preview|pat)_[A-Za-z0-9]{20,}",
    check: "entropy",
    checkDecides: true,
    source: "https://trigger.dev/docs/apikeys",
  },
  {
    id: "truenas/api-key",
    name: "TrueNAS API key",
    pattern:
      'login_with_api_key\\\\{0,7}",\\s*\\\\{0,7}"params\\\\{0,7}"\\s*:\\s*\\[\\s*\\\\{0,7}"(\\d{1,3}-[A-Za-z0-9]{32,})',
    source: "https://www.truenas.com/docs/scale/toptoolbar/managingapikeys/",
  },
  {
    id: "turbopuffer/api-key",
    name: "turbopuffer API key",
    pattern: "\\btpuf_[A-Za-z0-9]{20,}",
    check: "entropy",
    checkDecides: true,
    source: "https://turbopuffer.com/docs/auth",
  },
  {
    id: "twilio/api-key-sid",
    name: "Twilio API key SID",
    pattern: "\\bSK[0-9a-fA-F]{32}\\b",
    source: "https://www.twilio.com/docs/glossary/what-is-a-sid",
  },
  {
    id: "twilio/account-sid",
    name: "Twilio account SID",
    pattern: "\\bAC[0-9a-fA-F]{32}\\b",
    optIn: true,
    source: "https://www.twilio.com/docs/glossary/what-is-a-sid",
  },
  {
    id: "twitch/irc-token",
    name: "Twitch chat token",
    pattern: `\\boauth${COLON}([0-9a-z]{30})\\b`,
    source: "https://dev.twitch.tv/docs/chat/irc/",
  },
  {
    id: "typeform/token",
    name: "Typeform personal token",
    pattern: `tfp_(?:[\\w.-]|${EQUALS}){40,}`,
    source: "https://www.typeform.com/developers/get-started/personal-access-token/",
  },
];
