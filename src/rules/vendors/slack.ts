import type { ShapeRule } from "../rule.ts";
import { betterleaks, gitleaks } from "./peers.ts";
import { BASE64, SLASH } from "./spelling.ts";

const DOC = "https://docs.slack.dev/authentication/tokens/";

export const slack: readonly ShapeRule[] = [
  {
    id: "slack/bot-token",
    name: "Slack bot token",
    pattern: "xoxb-\\d{10,13}-\\d{10,13}-[A-Za-z0-9]{24}",
    token: true,
    source: DOC,
  },
  {
    id: "slack/user-token",
    name: "Slack user token",
    pattern: "xoxp-\\d{10,13}-\\d{10,13}-\\d{10,13}-[A-Za-z0-9]{28,34}",
    token: true,
    source: DOC,
  },
  {
    id: "slack/app-token",
    name: "Slack app-level token",
    pattern: "xapp-\\d-A[A-Z0-9]{8,12}-\\d{10,13}-[0-9a-f]{64}",
    token: true,
    source: DOC,
  },
  {
    id: "slack/config-token",
    name: "Slack app configuration token",
    pattern: "xoxe\\.xox[bp]-\\d-[A-Za-z0-9]{160,170}",
    token: true,
    source: DOC,
  },
  {
    id: "slack/refresh-token",
    name: "Slack refresh token",
    pattern: "xoxe-\\d-[A-Za-z0-9]{146}",
    token: true,
    source: DOC,
  },
  {
    id: "slack/workflow-token",
    name: "Slack workflow token",
    pattern: "xwfp-\\d{10,13}-\\d{10,13}-[A-Za-z0-9]{24,32}",
    token: true,
    source: DOC,
  },
  {
    id: "slack/legacy-token",
    name: "Slack legacy token",
    pattern: "xox[ars]-(?:\\d-)?\\d{9,13}-\\d{9,13}-[A-Za-z0-9-]{20,50}",
    token: true,
    source: gitleaks,
  },
  {
    id: "slack/legacy-workspace-token",
    name: "Slack legacy workspace token",
    pattern: "xoxo-\\d[\\w-]{10,}",
    source: gitleaks,
  },
  {
    id: "slack/session-token",
    name: "Slack browser session token",
    pattern: "xoxc-\\d{9,13}-\\d{9,13}-\\d{9,13}-[0-9a-f]{64}",
    token: true,
    source: betterleaks,
  },
  {
    id: "slack/short-token",
    name: "Slack token of numbers only (legacy)",
    pattern: "xox[abeoprs]-\\d{8,13}-\\d{8,13}",
    source: betterleaks,
  },
  {
    id: "slack/session-cookie",
    name: "Slack browser session cookie",
    pattern: "xoxd-[\\w/+=-]{100,}",
    token: true,
    source: betterleaks,
  },
  {
    id: "slack/webhook",
    name: "Slack webhook URL",
    pattern: `hooks\\.slack\\.com${SLASH}(?:services|workflows|triggers)${SLASH}(${BASE64}{16,})`,
    source: "https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks",
  },
];
