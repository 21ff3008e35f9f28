import type { ShapeRule } from "../rule.ts";
import { betterleaks, gitleaks, titus } from "./peers.ts";

export const social: readonly ShapeRule[] = [
  {
    id: "meta/graph-token",
    name: "Meta Graph API access token",
    pattern: "\\bEAA[A-Z][A-Za-z0-9]{80,}",
    check: "entropy",
    checkDecides: true,
    exact: true,
    source: "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/",
  },
  {
    id: "meta/instagram-token",
    name: "Instagram access token",
    pattern: "IGQ[VW][A-Z][\\w-]{90,}",
    exact: true,
    source: titus("instagram"),
  },
  {
    id: "meta/app-token",
    name: "Meta app access token",
    pattern:
      "facebook(?:[_.-][\\w. -]{0,20}| [\\w. -]{0,20})?[ =:>\"'\\\\]{1,8}(\\d{15,16}(?:\\||%7C)[\\w-]{27})",
    ignoreCase: true,
    exact: true,
    source: gitleaks,
  },
  {
    id: "x/bearer-token",
    name: "X (Twitter) app-only bearer token",
    pattern: "\\bA{21,22}[A-Za-z0-9%]{60,}",
    check: "entropy",
    checkDecides: true,
    exact: true,
    source: "https://docs.x.com/resources/fundamentals/authentication/oauth-2-0/application-only",
  },
  {
    id: "linkedin/client-secret",
    name: "LinkedIn client secret",
    pattern: "WPL_AP1\\.[A-Za-z0-9]{16}\\.[A-Za-z0-9+/=]{6,}",
    source: gitleaks,
  },
  {
    id: "riot/api-key",
    name: "Riot Games API key",
    pattern: "RGAPI-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    source: "https://developer.riotgames.com/docs/portal",
  },
  {
    id: "lichess/token",
    name: "Lichess token",
    pattern: "li[op]_[A-Za-z0-9]{20,22}\\b",
    check: "entropy",
    checkDecides: true,
    exact: true,
    source: betterleaks,
  },
  {
    id: "pinterest/access-token",
    name: "Pinterest access token",
    pattern: "\\bpina_[\\w-]{20,}",
    check: "entropy",
    checkDecides: true,
    exact: true,
    source: betterleaks,
  },
];
