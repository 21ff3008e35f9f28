import type { CatalogueShape } from "../catalogue-shape.ts";
import { SLASH } from "./spelling.ts";

/** Issuers with few rules, sorted. */
export const startingWithQ: readonly CatalogueShape[] = [
  {
    id: "quicknode/endpoint",
    name: "Token in an endpoint's URL (QuickNode, Chainstack, GetBlock, Tenderly)",
    pattern: `(?:\\.quiknode\\.pro|\\.(?:p2pify|chainstack)\\.com|go\\.getblock\\.io|\\.gateway\\.tenderly\\.co)${SLASH}([A-Za-z0-9]{16,})`,
    example: ".quiknode.pro/«‹base62 32›»",
    nearMiss: ".quiknode.prx/‹base62 32›",
    check: "entropy",
    checkDecides: true,
    source: "https://www.quicknode.com/guides/quicknode-products/how-to-set-up-endpoint-security",
  },
];
