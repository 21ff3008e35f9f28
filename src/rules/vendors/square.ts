import type { ShapeRule } from "../rule.ts";
import { gitleaks, kingfisher, noseyparker } from "./peers.ts";

export const square: readonly ShapeRule[] = [
  {
    id: "square/access-token",
    name: "Square access token",
    pattern: "\\bEAAA[\\w-]{40,60}\\b",
    check: "entropy",
    checkDecides: true,
    source: gitleaks,
  },
  {
    id: "square/oauth-access-token",
    name: "Square access token (legacy)",
    pattern: "sq0atp-[\\w-]{22}",
    token: true,
    source: gitleaks,
  },
  {
    id: "square/oauth-secret",
    name: "Square OAuth secret",
    pattern: "sq0csp-[\\w-]{43}",
    token: true,
    source: noseyparker("square"),
  },
  {
    id: "square/oauth-sandbox-secret",
    name: "Square OAuth secret, sandbox",
    pattern: "sandbox-sq0csb-[\\w-]{43}",
    token: true,
    source: noseyparker("square"),
  },
  {
    id: "square/application-id",
    name: "Square application id",
    pattern: "sq0id[bp]-[\\w-]{22}",
    token: true,
    optIn: true,
    source: kingfisher("squareup"),
  },
];
