import type { ShapeRule } from "../rule.ts";
import { betterleaks, credsweeper } from "./peers.ts";
import { BASE64, EQUALS, PADDING, QUESTION, SLASH } from "./spelling.ts";

/** Issuers with few rules, sorted. */
export const startingWithW: readonly ShapeRule[] = [
  {
    id: "wakatime/api-key",
    name: "WakaTime API key",
    pattern: "waka_(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-z]{36,64})",
    source: "https://wakatime.com/developers#authentication",
  },
  {
    id: "wandb/api-key",
    name: "Weights & Biases API key",
    pattern: "wandb_v1_\\w{77}",
    token: true,
    source: betterleaks,
  },
  {
    id: "warp/api-key",
    name: "Warp API key",
    pattern: "\\bwk-\\d\\.[0-9a-f]{64}\\b",
    source: "https://docs.warp.dev/reference/cli/api-keys",
  },
  {
    id: "wecom/webhook",
    name: "WeCom group bot webhook URL",
    pattern: `webhook${SLASH}send${QUESTION}key${EQUALS}([0-9a-f-]{36})`,
    source: "https://developer.work.weixin.qq.com/document/path/91770",
  },
  {
    id: "windsurf/api-key",
    name: "Windsurf API key",
    pattern: "sk-ws-\\d\\d-[\\w-]{60,}",
    token: true,
    source: "https://docs.windsurf.com/windsurf/accounts/api-reference/api-introduction",
  },
  {
    id: "workato/api-token",
    name: "Workato developer API token",
    pattern: "wrka(?:[a-z]{2})?-eyJ[\\w-]{8,}\\.[\\w-]{16,}\\.[\\w-]{64,}",
    source: betterleaks,
  },
  {
    id: "workos/api-key",
    name: "WorkOS API key",
    pattern: `sk_(?:live|test)_a2V5Xz${BASE64}{20,}${PADDING}`,
    source: "https://workos.com/docs/reference/api-keys",
  },
  {
    id: "wundergraph/api-key",
    name: "WunderGraph Cosmo API key",
    pattern: "cosmo_[0-9a-f]{32}",
    source: credsweeper,
  },
];
