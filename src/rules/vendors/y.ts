import type { ShapeRule } from "../rule.ts";
import { gitleaks } from "./peers.ts";
import { PADDING } from "./spelling.ts";

/** Issuers with few rules, sorted. */
export const startingWithY: readonly ShapeRule[] = [
  {
    id: "yandex/iam-token",
    name: "Yandex Cloud IAM token",
    pattern: `\\bt1\\.[\\w-]{3,}${PADDING}\\.[\\w-]{86}`,
    source: "https://yandex.cloud/en/docs/iam/concepts/authorization/iam-token",
  },
  {
    id: "yandex/api-key",
    name: "Yandex Cloud API key",
    pattern: "\\bAQVN[\\w-]{35,38}",
    check: "entropy",
    checkDecides: true,
    source: "https://yandex.cloud/en/docs/iam/concepts/authorization/api-key",
  },
  {
    id: "yandex/static-key",
    name: "Yandex Cloud static key",
    pattern: "\\bYC[ABMNOP][\\w-]{37}\\b",
    check: "entropy",
    checkDecides: true,
    source: gitleaks,
  },
];
