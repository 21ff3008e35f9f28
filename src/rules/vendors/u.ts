import type { ShapeRule } from "../rule.ts";
import { betterleaks, kingfisher } from "./peers.ts";

/** Issuers with few rules, sorted. */
export const startingWithU: readonly ShapeRule[] = [
  {
    id: "ubidots/token",
    name: "Ubidots token",
    pattern: "BBFF-[A-Za-z0-9]{30}",
    token: true,
    source: kingfisher("ubidots"),
  },
  {
    id: "unkey/root-key",
    name: "Unkey root key",
    pattern: "\\bunkey_[0-9A-Za-z]{20,32}\\b",
    check: "entropy",
    checkDecides: true,
    source: betterleaks,
  },
  {
    id: "upcloud/api-token",
    name: "UpCloud API token",
    pattern: "ucat_[0-9A-Za-z]{24,32}\\b",
    source: betterleaks,
  },
];
