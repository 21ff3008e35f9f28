import type { CatalogueShape } from "../catalogue-shape.ts";
import { gitleaks } from "./peers.ts";
import { COLON, SLASH } from "./spelling.ts";

export const telegram: readonly CatalogueShape[] = [
  {
    id: "telegram/bot-token",
    name: "Telegram bot token",
    pattern: `(?:\\b|bot)(\\d{6,12}${COLON}AA[\\w-]{32,33})`,
    example: "«‹digits 12›:AA‹base64url 32›»",
    nearMiss: "‹digits 12›:AA‹base64url 31›",
    source: "https://core.telegram.org/bots/api#authorizing-your-bot",
  },
  {
    id: "telegram/bot-token-other",
    name: "Telegram bot token whose secret begins otherwise",
    pattern: `\\b\\d{5,16}:A[\\w-]{34}`,
    example: "«‹digits 12›:A‹base64url 34›»",
    nearMiss: "‹digits 12›:X‹base64url 34›",
    check: "entropy",
    checkDecides: true,
    source: gitleaks,
  },
  {
    id: "telegram/bot-token-any",
    name: "Telegram bot token of any beginning",
    pattern: "\\b\\d{0,8}\\d{6}:[\\w-]{34}(?:\\w\\b|-)",
    example: "«‹digits 6›:‹base64url 34›‹base62 1›»",
    nearMiss: "‹digits 6›:‹base64url 17›!‹base64url 16›‹base62 1›",
    check: "random",
    checkDecides: true,
    source: "https://core.telegram.org/bots/api#authorizing-your-bot",
  },
  {
    id: "telegram/bot-url",
    name: "Telegram bot token in an API URL",
    pattern: `api\\.telegram\\.org${SLASH}(?:file${SLASH})?bot(\\d{6,12}${COLON}[\\w-]{8,})`,
    example: "api.telegram.org/bot«‹digits 12›:‹base64url 20›»",
    nearMiss: "api.telegram.org/bot‹digits 4›:‹base64url 20›",
    source: "https://core.telegram.org/bots/api#authorizing-your-bot",
  },
];
