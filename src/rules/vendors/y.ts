import type { CatalogueShape } from "../catalogue-shape.ts";
import { gitleaks } from "./peers.ts";
import { PADDING } from "./spelling.ts";

/** Issuers with few rules, sorted. */
export const startingWithY: readonly CatalogueShape[] = [
  {
    id: "yandex/iam-token",
    name: "Yandex Cloud IAM token",
    pattern: `\\bt1\\.[\\w-]{3,}${PADDING}\\.[\\w-]{64,}`,
    example: "«t1.‹base64url 15›.‹base64url 86›»",
    nearMiss: "t1.‹base64url 15›.‹base64url 63›",
    source: "https://yandex.cloud/en/docs/iam/concepts/authorization/iam-token",
  },
  {
    id: "yandex/api-key",
    name: "Yandex Cloud API key",
    pattern: "\\bAQVN[\\w-]{35,38}",
    example: "«AQVN‹base64url 35›»",
    nearMiss: "AQVX‹base64url 35›",
    check: "entropy",
    checkDecides: true,
    source: "https://yandex.cloud/en/docs/iam/concepts/authorization/api-key",
  },
  {
    id: "yandex/static-key",
    name: "Yandex Cloud static key",
    pattern: "\\bYC[ABMNOP][\\w-]{37}\\b",
    example: "«YCP‹base64url 37›»",
    nearMiss: "YCP‹base64url 18›!‹base64url 18›",
    check: "entropy",
    checkDecides: true,
    source: gitleaks,
  },
  {
    id: "yandex/oauth-token",
    name: "Yandex OAuth token",
    pattern: "\\by[0-6]_[\\w-]{40,}",
    example: "«y0_‹base64url 55›»",
    nearMiss: "y0_‹base64url 39›",
    check: "entropy",
    checkDecides: true,
    source: "https://yandex.cloud/en/docs/iam/concepts/authorization/oauth-token",
  },
];
