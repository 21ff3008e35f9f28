import type { CatalogueShape } from "../catalogue-shape.ts";
import { betterleaks, kingfisher, titus } from "./peers.ts";

/** Issuers with few rules, sorted. */
export const startingWithV: readonly CatalogueShape[] = [
  {
    id: "val-town/api-token",
    name: "Val Town API token",
    pattern: "vtwn_[\\w-]{20,80}",
    example: "«vtwn_‹base64url 20›»",
    nearMiss: "vtwn.‹base64url 20›",
    token: true,
    source: betterleaks,
  },
  {
    id: "vercel/blob-token",
    name: "Vercel Blob read-write token",
    pattern: "vercel_blob_rw_[A-Za-z0-9]{16}_[A-Za-z0-9]{30,}",
    example: "«vercel_blob_rw_‹base62 16›_‹base62 34›»",
    nearMiss: "vercel_blob_rw.‹base62 16›_‹base62 34›",
    token: true,
    source: "https://vercel.com/docs/vercel-blob",
  },
  {
    id: "vercel/token",
    name: "Vercel token",
    pattern: "vc[aikpr]_[\\w-]{32,}",
    example: "«vcr_‹base64url 32›»",
    nearMiss: "vcr.‹base64url 32›",
    source: kingfisher("vercel"),
  },
  {
    id: "voiceflow/api-key",
    name: "Voiceflow API key",
    pattern: "VF\\.(?:DM\\.|WS\\.)?[0-9a-fA-F]{24}\\.[A-Za-z0-9]{16}",
    example: "«VF.‹hex 24›.‹base62 16›»",
    nearMiss: "VF.‹hex 12›g‹hex 11›.‹base62 16›",
    source: kingfisher("voiceflow"),
  },
  {
    id: "voyage/api-key",
    name: "Voyage AI API key",
    pattern: "\\bpa-[\\w-]{43}",
    example: "«pa-‹base64url 43›»",
    nearMiss: "pa-‹base64url 42›",
    check: "entropy",
    checkDecides: true,
    source: titus("voyageai"),
  },
];
