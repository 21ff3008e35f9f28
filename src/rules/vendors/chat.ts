import type { ShapeRule } from "../rule.ts";
import { betterleaks, kingfisher } from "./peers.ts";

export const chat: readonly ShapeRule[] = [
  {
    id: "discord/bot-token",
    name: "Discord bot token",
    pattern: "\\b(?:M[DTjz]|N[DTjz]|O[DT])[AEIMQUYcgk][w-z0-5][A-Za-z0-9]{19,24}\\.[\\w-]{6}\\.[\\w-]{27,38}",
    exact: true,
    source: "https://discord.com/developers/docs/reference#authentication",
  },
  {
    id: "discord/mfa-token",
    name: "Discord user token (multi-factor)",
    pattern: "\\bmfa\\.[\\w-]{84}",
    exact: true,
    source: "https://discord.com/developers/docs/reference#authentication",
  },
  {
    id: "discord/webhook",
    name: "Discord webhook URL",
    pattern:
      "discord(?:app)?\\.com\\\\?/api\\\\?/(?:v\\d\\d?\\\\?/)?webhooks\\\\?/(\\d{15,20}\\\\?/[\\w-]{16,})",
    exact: true,
    source: "https://discord.com/developers/docs/resources/webhook",
  },
  {
    id: "telegram/bot-token",
    name: "Telegram bot token",
    pattern: "\\d{6,12}:AA[\\w-]{32,33}",
    exact: true,
    source: "https://core.telegram.org/bots/api#authorizing-your-bot",
  },
  {
    id: "telegram/bot-url",
    name: "Telegram bot token in an API URL",
    pattern: "api\\.telegram\\.org\\\\?/(?:file\\\\?/)?bot(\\d{6,12}:[\\w-]{8,})",
    exact: true,
    source: "https://core.telegram.org/bots/api#authorizing-your-bot",
  },
  {
    id: "teams/webhook",
    name: "Microsoft Teams incoming webhook URL",
    pattern:
      "(?:\\.webhook\\.office\\.com\\\\?/webhookb2|outlook\\.office\\.com\\\\?/webhook)\\\\?/([0-9a-f-]{36}@[0-9a-f-]{36}\\\\?/IncomingWebhook\\\\?/(?:[\\w-]|\\\\?/){32,})",
    exact: true,
    source:
      "https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook",
  },
  {
    id: "lark/webhook",
    name: "Lark or Feishu custom bot webhook URL",
    pattern: "/open-apis/bot/v2/hook/([\\w-]{16,})",
    exact: true,
    source: "https://open.larksuite.com/document/client-docs/bot-v3/add-custom-bot",
  },
  {
    id: "lark/app-id",
    name: "Lark app id",
    pattern: "\\bcli_[A-Za-z0-9]{16}\\b",
    check: "entropy",
    checkDecides: true,
    exact: true,
    optIn: true,
    source: betterleaks,
  },
  {
    id: "wecom/webhook",
    name: "WeCom group bot webhook URL",
    pattern: "/cgi-bin/webhook/send\\?key=([0-9a-f-]{36})",
    exact: true,
    source: "https://developer.work.weixin.qq.com/document/path/91770",
  },
  {
    id: "mattermost/webhook",
    name: "Mattermost incoming webhook URL",
    pattern: "/hooks/([a-z0-9]{26})\\b",
    check: "entropy",
    checkDecides: true,
    exact: true,
    source: "https://developers.mattermost.com/integrate/webhooks/incoming/",
  },
  {
    id: "twitch/irc-token",
    name: "Twitch chat token",
    pattern: "\\boauth:([0-9a-z]{30})\\b",
    exact: true,
    source: "https://dev.twitch.tv/docs/chat/irc/",
  },
  {
    id: "zapier/webhook",
    name: "Zapier catch-hook URL",
    pattern: "hooks\\.zapier\\.com\\\\?/hooks\\\\?/catch\\\\?/((?:[0-9a-z]|\\\\?/){10,})",
    exact: true,
    source: kingfisher("zapierwebhook"),
  },
  {
    id: "ifttt/webhook",
    name: "IFTTT webhook URL",
    pattern: "/with/key/([\\w-]{20,})",
    exact: true,
    source: "https://ifttt.com/maker_webhooks",
  },
  {
    id: "make/webhook",
    name: "Make webhook URL",
    pattern: "hook\\.[a-z]{2}\\d\\.make\\.com/([0-9a-z]{20,})",
    exact: true,
    source: "https://www.make.com/en/help/tools/webhooks",
  },
];
