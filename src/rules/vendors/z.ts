import type { CatalogueShape } from "../catalogue-shape.ts";
import { betterleaks, kingfisher } from "./peers.ts";
import { SLASH } from "./spelling.ts";

/** Sixteen characters, one of the first six of which is no hexadecimal digit, as in two ids with a dot between them. */
const ZHIPU_SECRET = [0, 1, 2, 3, 4, 5]
  .map((before) => `[0-9a-f]{${before}}[A-Zg-z][A-Za-z0-9]{${15 - before}}`)
  .join("|");

/** Issuers with few rules, sorted. */
export const startingWithZ: readonly CatalogueShape[] = [
  {
    id: "zapier/webhook",
    name: "Zapier catch-hook URL",
    pattern: `hooks\\.zapier\\.com${SLASH}hooks${SLASH}catch${SLASH}([0-9]{5,}${SLASH}[0-9a-z]{5,})`,
    example: "hooks.zapier.com/hooks/catch/«‹digits 8›/hunter22x»",
    nearMiss: "hooks.zapier.com/hooks/catch/‹digits 4›/hunter22x",
    source: kingfisher("zapierwebhook"),
  },
  {
    id: "zep/api-key",
    name: "Zep API key",
    pattern: "\\bz_1dWlkIjoi[\\w-]{30,}\\.[\\w-]{20,}",
    example: "«z_1dWlkIjoi‹base64url 34›.‹base64url 24›»",
    nearMiss: "z_1dWlkIjox‹base64url 34›.‹base64url 24›",
    source: "https://help.getzep.com/quickstart",
  },
  {
    id: "zhipu/api-key",
    name: "Zhipu AI API key (Z.ai, BigModel)",
    pattern: `\\b[0-9a-f]{32}\\.(?:${ZHIPU_SECRET})\\b`,
    example: "«‹hex 32›.‹upper 1›‹base62 15›»",
    nearMiss: "‹hex 16›g‹hex 15›.‹upper 1›‹base62 15›",
    source: "https://docs.bigmodel.cn/cn/api/introduction",
  },
  {
    id: "zoho/oauth-token",
    name: "Zoho OAuth token",
    pattern: "\\b1000\\.[0-9a-f]{32}\\.[0-9a-f]{32}\\b",
    example: "«1000.‹hex 32›.‹hex 32›»",
    nearMiss: "1000.‹hex 32›.‹hex 31›",
    source: "https://www.zoho.com/accounts/protocol/oauth.html",
  },
  {
    id: "zuplo/api-key",
    name: "Zuplo consumer API key",
    pattern: "zpka_[0-9a-z]{32}_[0-9a-f]{8}",
    example: "«zpka_‹base36 32›_‹hex 8›»",
    nearMiss: "zpka.‹base36 32›_‹hex 8›",
    token: true,
    source: betterleaks,
  },
];
