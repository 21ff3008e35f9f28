import type { ShapeRule } from "../rule.ts";
import { betterleaks, kingfisher, titus } from "./peers.ts";

/** Issuers with few rules, sorted. */
export const startingWithV: readonly ShapeRule[] = [
  {
    id: "val-town/api-token",
    name: "Val Town API token",
    pattern: "vtwn_[\\w-]{20,80}",
    token: true,
    source: betterleaks,
  },
  {
    id: "vercel/blob-token",
    name: "Vercel Blob read-write token",
    pattern: "vercel_blob_rw_[A-Za-z0-9]{16}_[A-Za-z0-9]{30,}",
    token: true,
    source: "https://vercel.com/docs/vercel-blob",
  },
  {
    id: "vercel/token",
    name: "Vercel token",
    pattern: "vc[aikpr]_[\\w-]{32,60}",
    source: kingfisher("vercel"),
  },
  {
    id: "voiceflow/api-key",
    name: "Voiceflow API key",
    pattern: "VF\\.(?:DM\\.|WS\\.)?[0-9a-fA-F]{24}\\.[A-Za-z0-9]{16}",
    source: kingfisher("voiceflow"),
  },
  {
    id: "voyage/api-key",
    name: "Voyage AI API key",
    pattern: "\\bpa-[\\w-]{43}",
    check: "entropy",
    checkDecides: true,
    source: titus("voyageai"),
  },
];
