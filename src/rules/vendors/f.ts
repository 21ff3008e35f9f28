import type { ShapeRule } from "../rule.ts";
import { gitleaks, kingfisher, noseyparker, titus } from "./peers.ts";
import { BASE64, EQUALS, PADDING } from "./spelling.ts";

/** Issuers with few rules, sorted. */
export const startingWithF: readonly ShapeRule[] = [
  {
    id: "factory/api-key",
    name: "Factory API key",
    pattern: "\\bfk-[\\w-]{30,}",
    check: "random",
    checkDecides: true,
    source: "https://docs.factory.ai/cli/droid-exec/overview",
  },
  {
    id: "figma/token",
    name: "Figma access token",
    pattern: "fig(?:[dpuo]|or|oh)_[\\w-]{36,}",
    source: "https://www.figma.com/developers/api#access-tokens",
  },
  {
    id: "firecrawl/api-key",
    name: "Firecrawl API key",
    pattern: "\\bfc-[0-9a-f]{32}\\b",
    source: noseyparker("firecrawl"),
  },
  {
    id: "fireworks/api-key",
    name: "Fireworks AI API key",
    pattern: "\\bfw_[A-Za-z0-9]{22,24}\\b",
    check: "entropy",
    checkDecides: true,
    source: titus("fireworksai"),
  },
  {
    id: "flagsmith/server-key",
    name: "Flagsmith server-side environment key",
    pattern: "\\bser\\.[A-Za-z0-9]{22}\\b",
    check: "entropy",
    checkDecides: true,
    source: "https://docs.flagsmith.com/clients/server-side",
  },
  {
    id: "fleetbase/api-key",
    name: "Fleetbase API key",
    pattern: "flb_(?:live|test)_[A-Za-z0-9]{20,64}",
    token: true,
    source: titus("fleetbase"),
  },
  {
    id: "flexport/api-key",
    name: "Flexport API key",
    pattern: "shltm_[\\w-]{40}",
    token: true,
    source: kingfisher("flexport"),
  },
  {
    id: "flutterwave/secret-key",
    name: "Flutterwave secret key",
    pattern: "FLWSECK(?:_TEST)?-[A-Za-z0-9]{12,32}(?:-X)?",
    token: true,
    source: gitleaks,
  },
  {
    id: "flutterwave/public-key",
    name: "Flutterwave public key",
    pattern: "FLWPUBK(?:_TEST)?-[A-Za-z0-9]{32}-X",
    token: true,
    optIn: true,
    source: gitleaks,
  },
  {
    id: "fly/access-token",
    name: "Fly.io access token",
    pattern: `FlyV1(?: |\\+|%(?:25){0,3}20)((?:${BASE64}|${EQUALS}|[_-]|,fm){8,})`,
    source: "https://fly.io/docs/security/tokens/",
  },
  {
    id: "fly/macaroon",
    name: "Fly.io macaroon",
    pattern: `(?:fm2|fm1r|fm1a)_${BASE64}{40,}${PADDING}`,
    source: "https://fly.io/docs/security/tokens/",
  },
  {
    id: "fly/access-token-v0",
    name: "Fly.io access token (earlier form)",
    pattern: "fo1_[\\w-]{43}",
    source: gitleaks,
  },
  {
    id: "frameio/token",
    name: "Frame.io token",
    pattern: "fio-u-[\\w=-]{64}",
    token: true,
    source: gitleaks,
  },
  {
    id: "friendli/api-key",
    name: "Friendli API key",
    pattern: "flp_[A-Za-z0-9]{46}\\b",
    source: titus("friendli"),
  },
];
