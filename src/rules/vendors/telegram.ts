import type { ShapeRule } from "../rule.ts";
import { gitleaks } from "./peers.ts";
import { COLON, SLASH } from "./spelling.ts";

export const telegram: readonly ShapeRule[] = [
  {
    id: "telegram/bot-token",
    name: "Telegram bot token",
    pattern: `(?:\\b|bot)(\\d{6,12}${COLON}AA[\\w-]{32,33})`,
    source: "https://core.telegram.org/bots/api#authorizing-your-bot",
  },
  {
    id: "telegram/bot-token-other",
    name: "Telegram bot token whose secret begins otherwise",
    pattern: `\\b\\d{5,16}:A[\\w-]{34}`,
    check: "entropy",
    checkDecides: true,
    source: gitleaks,
  },
  {
    id: "telegram/bot-token-any",
    name: "Telegram bot token of any beginning",
    pattern: "\\b\\d{0,8}\\d{6}:[\\w-]{34}(?:\\w\\b|-)",
    check: "random",
    checkDecides: true,
    source: "https://core.telegram.org/bots/api#authorizing-your-bot",
  },
  {
    id: "telegram/bot-url",
    name: "Telegram bot token in an API URL",
    pattern: `api\\.telegram\\.org${SLASH}(?:file${SLASH})?bot(\\d{6,12}${COLON}[\\w-]{8,})`,
    source: "https://core.telegram.org/bots/api#authorizing-your-bot",
  },
];
