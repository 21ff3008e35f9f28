import type { CatalogueShape } from "../catalogue-shape.ts";
import { betterleaks, kingfisher } from "./peers.ts";

/** Issuers with few rules, sorted. */
export const startingWithU: readonly CatalogueShape[] = [
  {
    id: "ubidots/token",
    name: "Ubidots token",
    pattern: "BBFF-[A-Za-z0-9]{30}",
    example: "«BBFF-‹base62 30›»",
    nearMiss: "BBFF.‹base62 30›",
    token: true,
    source: kingfisher("ubidots"),
  },
  {
    id: "unkey/root-key",
    name: "Unkey root key",
    pattern: "\\bunkey_[0-9A-Za-z]{20,32}\\b",
    example: "«unkey_‹base62 20›»",
    nearMiss: "unkey_‹base62 10›_‹base62 9›",
    check: "entropy",
    checkDecides: true,
    source: betterleaks,
  },
  {
    id: "upcloud/api-token",
    name: "UpCloud API token",
    pattern: "ucat_[0-9A-Za-z]{24,32}\\b",
    example: "«ucat_‹base62 24›»",
    nearMiss: "ucat_‹base62 23›",
    source: betterleaks,
  },
];
