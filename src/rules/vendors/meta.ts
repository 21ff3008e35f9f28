import type { CatalogueShape } from "../catalogue-shape.ts";
import { gitleaks, titus } from "./peers.ts";

export const meta: readonly CatalogueShape[] = [
  {
    id: "meta/graph-token",
    name: "Meta Graph API access token",
    pattern: "\\bEAA[A-Z][A-Za-z0-9]{60,}",
    example: "«EAA‹upper 1›‹base62 84›»",
    nearMiss: "EAA‹upper 1›‹base62 42›_‹base62 41›",
    check: "entropy",
    checkDecides: true,
    source: "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/",
  },
  {
    id: "meta/instagram-token",
    name: "Instagram access token",
    pattern: "IGQ[VW][A-Z][\\w-]{40,}",
    example: "«IGQW‹upper 1›‹base64url 94›»",
    nearMiss: "IGQW‹upper 1›‹base64url 4›",
    source: titus("instagram"),
  },
  {
    id: "meta/threads-token",
    name: "Access token of Threads, or of Instagram with a login of its own",
    pattern: "\\b(?:TH|IG)AA[A-Za-z0-9]{80,}",
    example: "«THAA‹base62 84›»",
    nearMiss: "THAX‹base62 84›",
    check: "entropy",
    checkDecides: true,
    source: "https://developers.facebook.com/docs/threads/get-started/get-access-tokens-and-permissions/",
  },
  {
    id: "meta/app-token",
    name: "Meta app access token",
    pattern: "facebook(?:[_.-][\\w. -]*| [\\w. -]*)?[ =:>\"'\\\\]{1,8}(\\d{15,16}(?:\\||%7C)[\\w-]{27})",
    example: 'facebook"«‹digits 15›|‹base64url 27›»',
    nearMiss: 'facebook"‹digits 15›|‹base64url 13›!‹base64url 13›',
    ignoreCase: true,
    source: gitleaks,
  },
];
