import type { CatalogueShape } from "../catalogue-shape.ts";
import { gitleaks, kingfisher, noseyparker } from "./peers.ts";

export const square: readonly CatalogueShape[] = [
  {
    id: "square/access-token",
    name: "Square access token",
    pattern: "\\bEAAA[\\w-]{40,60}\\b",
    example: "«EAAA‹base64url 40›»",
    nearMiss: "EAAX‹base64url 40›",
    check: "entropy",
    checkDecides: true,
    source: gitleaks,
  },
  {
    id: "square/oauth-access-token",
    name: "Square access token (legacy)",
    pattern: "sq0atp-[\\w-]{22}",
    example: "«sq0atp-‹base64url 22›»",
    nearMiss: "sq0atp.‹base64url 22›",
    token: true,
    source: gitleaks,
  },
  {
    id: "square/oauth-secret",
    name: "Square OAuth secret",
    pattern: "sq0csp-[\\w-]{43}",
    example: "«sq0csp-‹base64url 43›»",
    nearMiss: "sq0csp-‹base64url 4›",
    token: true,
    source: noseyparker("square"),
  },
  {
    id: "square/oauth-sandbox-secret",
    name: "Square OAuth secret, sandbox",
    pattern: "sandbox-sq0csb-[\\w-]{43}",
    example: "«sandbox-sq0csb-‹base64url 43›»",
    nearMiss: "sandbox-sq0csb.‹base64url 43›",
    token: true,
    source: noseyparker("square"),
  },
  {
    id: "square/application-id",
    name: "Square application id",
    pattern: "sq0id[bp]-[\\w-]{22}",
    example: "«sq0idb-‹base64url 22›»",
    nearMiss: "sq0idb.‹base64url 22›",
    token: true,
    optIn: true,
    source: kingfisher("squareup"),
  },
];
