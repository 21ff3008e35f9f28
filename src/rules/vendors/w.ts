import type { CatalogueShape } from "../catalogue-shape.ts";
import { betterleaks, credsweeper } from "./peers.ts";
import { BASE64, EQUALS, PADDING, QUESTION, SLASH } from "./spelling.ts";

/** Issuers with few rules, sorted. */
export const startingWithW: readonly CatalogueShape[] = [
  {
    id: "wakatime/api-key",
    name: "WakaTime API key",
    pattern: "waka_(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-z]{36,})",
    example: "«waka_‹hex 8›-‹hex 4›-‹hex 4›-‹hex 4›-‹hex 12›»",
    nearMiss: "waka_‹hex 8›-‹hex 4›-‹hex 4›-‹hex 4›-‹hex 6›g‹hex 5›",
    source: "https://wakatime.com/developers#authentication",
  },
  {
    id: "wandb/api-key",
    name: "Weights & Biases API key",
    pattern: "wandb_v1_\\w{77}",
    example: "«wandb_v1_‹base62 77›»",
    nearMiss: "wandb_v1_‹base62 4›",
    token: true,
    source: betterleaks,
  },
  {
    id: "warp/api-key",
    name: "Warp API key",
    pattern: "\\bwk-\\d\\.[0-9a-f]{32,}\\b",
    example: "«wk-‹digits 1›.‹hex 64›»",
    nearMiss: "wk.‹digits 1›.‹hex 64›",
    source: "https://docs.warp.dev/reference/cli/api-keys",
  },
  {
    id: "wecom/webhook",
    name: "WeCom group bot webhook URL",
    pattern: `webhook${SLASH}send${QUESTION}key${EQUALS}([0-9a-f-]{36})`,
    example: "webhook/send?key=«‹hex 36›»",
    nearMiss: "webhook/send?key=‹hex 18›g‹hex 17›",
    source: "https://developer.work.weixin.qq.com/document/path/91770",
  },
  {
    id: "windsurf/api-key",
    name: "Windsurf API key",
    pattern: "sk-ws-\\d\\d-[\\w-]{60,}",
    example: "«sk-ws-‹digits 2›-‹base64url 64›»",
    nearMiss: "sk-ws-‹digits 2›-‹base64url 4›",
    token: true,
    source: "https://docs.windsurf.com/windsurf/accounts/api-reference/api-introduction",
  },
  {
    id: "workato/api-token",
    name: "Workato developer API token",
    pattern: "wrka(?:[a-z]{2})?-eyJ[\\w-]{8,}\\.[\\w-]{16,}\\.[\\w-]{64,}",
    example: "«wrka-eyJ‹base64url 20›.‹base64url 20›.‹base64url 68›»",
    nearMiss: "wrka-eyX‹base64url 20›.‹base64url 20›.‹base64url 68›",
    source: betterleaks,
  },
  {
    id: "workos/api-key",
    name: "WorkOS API key",
    pattern: `sk_(?:live|test)_a2V5Xz${BASE64}{12,}${PADDING}`,
    example: "«sk_live_a2V5Xz‹base64 20›»",
    nearMiss: "sk_live_a2V5Xz‹base64 10›_‹base64 6›",
    source: "https://workos.com/docs/reference/api-keys",
  },
  {
    id: "wundergraph/api-key",
    name: "WunderGraph Cosmo API key",
    pattern: "cosmo_[0-9a-f]{32}",
    example: "«cosmo_‹hex 32›»",
    nearMiss: "cosmo_‹hex 31›",
    source: credsweeper,
  },
];
